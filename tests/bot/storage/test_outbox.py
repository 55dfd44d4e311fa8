"""What is owed and what was sent: order, what a sent card settles, the current card, a group that moves."""

from __future__ import annotations

from bot.storage import SqlStore
from bot.storage.port import Owed, Place, Sent
from tests.bot.storage.samples import NOW, full_project, store_project
from workflows.actions import ReplyTo
from workflows.screens import Spot

ASKED = ReplyTo("council.members", "r1", "person")


def owe(store: SqlStore, chat: int = 77, person: str = "77", kind: str = "card", edit: int | None = None) -> Owed:
    with store.transaction() as work:
        return work.owe(chat, person, kind, {"text": "Bonjour ’ é"}, edit, NOW)


def settle(store: SqlStore, *sent: Sent) -> None:
    with store.transaction() as work:
        work.settle(sent)


def owed(store: SqlStore, chat: int | None = None) -> list[int]:
    with store.transaction() as work:
        return [reply.id for reply in work.owed(chat)]


def message(store: SqlStore, chat: int = 77, person: str = "77") -> int | None:
    with store.transaction() as work:
        place = work.place(chat, person)
    assert place is not None
    return place.message


def asked(store: SqlStore, shown: int, chat: int = 77) -> ReplyTo | None:
    with store.transaction() as work:
        return work.card(chat, shown)


def stand(store: SqlStore, chat: int = 77, person: str = "77", message: int | None = None) -> None:
    with store.transaction() as work:
        work.save_place(Place(chat, person, None, Spot(), message))


def test_what_is_owed_comes_back_whole_and_oldest_first(store: SqlStore) -> None:
    one, two, three = owe(store), owe(store, 78, "78", "files", 12), owe(store, kind="files")
    with store.transaction() as work:
        assert work.owed() == (one, two, three)
        assert work.owed(77) == (one, three)
        assert work.owed(79) == ()
    assert two == Owed(two.id, 78, "78", "files", {"text": "Bonjour ’ é"}, 12)


def test_an_id_is_never_used_twice(store: SqlStore) -> None:
    one = owe(store)
    settle(store, Sent(one.id, 77, "77"))
    assert owe(store).id > one.id


def test_settling_nothing_changes_nothing(store: SqlStore) -> None:
    one = owe(store)
    settle(store)
    assert owed(store) == [one.id]


def test_a_card_that_went_out_takes_along_the_older_cards_of_its_place_only(store: SqlStore) -> None:
    gone = [owe(store), owe(store)]
    kept = [owe(store, kind="files"), owe(store, 77, "78"), owe(store, 78, "77")]
    sent = owe(store)
    later = owe(store)
    settle(store, Sent(sent.id, 77, "77", 5, True))
    assert owed(store) == sorted(reply.id for reply in (*kept, later))
    assert not {reply.id for reply in gone} & set(owed(store))


def test_what_became_needless_and_files_settle_only_themselves(store: SqlStore) -> None:
    stand(store, message=3)
    card, needless, files = owe(store), owe(store), owe(store, kind="files")
    settle(store, Sent(needless.id, 77, "77", None, True, ASKED), Sent(files.id, 77, "77", 9))
    assert owed(store) == [card.id]
    assert message(store) == 3
    assert asked(store, 9) is None


def test_the_newest_card_is_the_current_one_in_whatever_order_the_proofs_come(store: SqlStore) -> None:
    stand(store)
    stand(store, 77, "78", 1)
    old, new = owe(store), owe(store)
    settle(
        store,
        Sent(new.id, 77, "77", 11, True, ASKED),
        Sent(old.id, 77, "77", 10, True, ReplyTo("profile.share")),
    )
    assert owed(store) == []
    assert message(store) == 11
    assert message(store, 77, "78") == 1
    assert asked(store, 10) == ReplyTo("profile.share")
    assert asked(store, 11) == ASKED


def test_many_proofs_are_settled_at_once(store: SqlStore) -> None:
    replies = [owe(store, chat, str(chat)) for chat in range(1, 40)]
    for reply in replies:
        stand(store, reply.chat, reply.person)
    settle(store, *(Sent(r.id, r.chat, r.person, 100 + r.chat, True, ASKED) for r in replies))
    assert owed(store) == []
    assert [message(store, r.chat, r.person) for r in replies] == [100 + r.chat for r in replies]
    assert all(asked(store, 100 + r.chat, r.chat) == ASKED for r in replies)


def test_a_card_that_is_edited_asks_what_it_asks_now(store: SqlStore) -> None:
    store_project(store, full_project(), "77")
    stand(store)
    settle(store, Sent(owe(store).id, 77, "77", 5, True, ReplyTo("profile.share")))
    settle(store, Sent(owe(store).id, 77, "77", 5, True, ASKED, "p1"))
    assert asked(store, 5) == ASKED
    settle(store, Sent(owe(store).id, 77, "77", 5, True, None, "p1"))
    assert asked(store, 5) is None
    assert message(store) == 5


def test_one_message_edited_twice_between_two_transactions_asks_the_last_thing(store: SqlStore) -> None:
    one, two, three = owe(store), owe(store), owe(store)
    settle(
        store,
        Sent(one.id, 77, "77", 5, True, ReplyTo("profile.share")),
        Sent(two.id, 77, "77", 5, True, None),
        Sent(three.id, 77, "77", 5, True, ASKED),
    )
    assert asked(store, 5) == ASKED


def test_a_card_of_a_project_erased_meanwhile_is_not_remembered(store: SqlStore) -> None:
    store_project(store, full_project("p1"), "77")
    store_project(store, full_project("p2"), "77")
    first, second = owe(store), owe(store)
    with store.transaction() as work:
        work.erase_project("p1")
    settle(store, Sent(first.id, 77, "77", 5, True, ASKED, "p1"), Sent(second.id, 77, "77", 6, True, ASKED, "p2"))
    assert asked(store, 5) is None
    assert asked(store, 6) == ASKED


def test_a_group_that_became_a_supergroup_keeps_places_and_replies_without_their_messages(
    store: SqlStore,
) -> None:
    old, new = -500, -(10**12) - 5
    stand(store, old, "77", 5)
    settle(store, Sent(owe(store, old).id, old, "77", 5, True, ASKED))
    reply = owe(store, old, edit=5)
    stand(store, old, "78", 6)
    with store.transaction() as work:
        work.save_place(Place(new, "78", None, Spot("home"), 2))  # already said something in the supergroup
        work.migrated_chat(old, new)
    with store.transaction() as work:
        assert work.place(old, "77") is None
        assert work.place(old, "78") is None
        assert work.place(new, "77") == Place(new, "77")
        assert work.place(new, "78") == Place(new, "78", None, Spot("home"), 2)
        assert work.owed() == (Owed(reply.id, new, "77", "card", reply.payload, None),)
        assert work.card(old, 5) is None
        assert work.card(new, 5) is None
