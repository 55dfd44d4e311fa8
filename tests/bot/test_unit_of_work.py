"""One update's work: what is loaded, kept and owed, and what a text is told about the place it was sent from."""

from __future__ import annotations

from bot.storage.port import Person as Known
from tests.bot import failures
from tests.support.house import House
from tests.support.person import Person
from tests.support.pocket_guide import PocketGuide
from workflows.actions import Other, Press, ReplyTo, Say
from workflows.project import Project


def project_of(house: House, person: Person) -> Project | None:
    """The project open at the person's place, as the database holds it."""
    with house.store.transaction() as tx:
        place = tx.place(person.chat, str(person.number))
        return tx.project(place.project, str(person.number)) if place and place.project else None


def known(house: House, person: Person) -> Known | None:
    """The person, as the database holds them."""
    with house.store.transaction() as tx:
        return tx.person(str(person.number))


async def test_a_first_contact_is_answered_in_the_language_of_the_app(house: House) -> None:
    remi = Person(house, "Rémi", language_code="fr-CA")
    await remi.starts()
    assert remi.card.startswith("Poche\n\nQuelle couleur?")
    assert remi.labels == ["Rouge", "Vert", "Bleu", "Suivant"]
    assert known(house, remi) == Known(str(remi.number))


async def test_a_new_project_is_kept_open_with_its_name_and_its_creator(house: House, amina: Person) -> None:
    with house.store.transaction() as tx:
        (title,) = tx.titles(str(amina.number))
    project = project_of(house, amina)
    assert project is not None
    assert (title.name, title.id, project.id) == ("Kenora", "id000001", "id000001")


async def test_a_press_changes_the_project_and_its_history_in_place(house: House, amina: Person) -> None:
    card = amina.shown
    await amina.taps("Red")
    project = project_of(house, amina)
    assert project is not None
    assert project.value("pocket.colour") == "red"
    with house.store.transaction() as tx:
        assert [(one.question, one.after) for one in tx.history(project.id)] == [("pocket.colour", "red")]
    assert amina.shown.id == card.id
    assert amina.buttons[0]["text"] == "✓ Red"
    assert house.api.chats.toasts == ["Saved."]


async def test_a_changed_step_is_kept_even_where_no_answer_changed(house: House, amina: Person) -> None:
    payload = amina.payload("Next").replace("next", "step")
    await house.api.tap(amina.account, amina.shown, payload)
    await house.quiet()
    project = project_of(house, amina)
    assert project is not None
    assert project.steps == {"council": "asking"}


async def test_a_text_gets_a_new_card_below_it(house: House, amina: Person) -> None:
    before = amina.shown.id
    said = await amina.says("hello")
    assert before < said < amina.shown.id


async def test_an_old_card_is_answered_below_and_stays(house: House, amina: Person) -> None:
    old = amina.shown
    await amina.says("hello")
    current = amina.shown
    await amina.taps("Green", card=old)
    assert amina.shown.id > current.id
    assert house.guide.heard[-1].value == "green"  # type: ignore[attr-defined]


async def test_a_text_sent_before_the_card_appeared_is_late(house: House, guide: PocketGuide, amina: Person) -> None:
    message = house.api.chats.hear(amina.chat, "typed early")
    await amina.taps("Next", card=amina.shown)
    await amina.says("typed in time")
    assert guide.heard[-1] == Say("typed in time", guide.heard[-1].message, late=False)  # type: ignore[union-attr]
    await house.api.push("message", {**message, "from": amina.account})
    await house.quiet()
    assert guide.heard[-1] == Say("typed early", message["message_id"], late=True)


async def test_a_text_while_a_card_is_still_on_its_way_is_late(house: House, guide: PocketGuide, amina: Person) -> None:
    await amina.sends("one")
    await amina.says("two")
    assert [(one.text, one.late) for one in guide.heard[-2:] if isinstance(one, Say)] == [("one", False), ("two", True)]


async def test_each_text_that_was_not_taken_is_told_back_whatever_follows(house: House, amina: Person) -> None:
    house.api.fail("sendMessage", failures.BAD_GATEWAY)
    cards = len(house.api.chats.shown)
    for text in ("one", "two", "three"):
        await amina.sends(text)
        await house.api.drained()
    await house.glass.resting(1)
    house.glass.turn(1)
    await house.quiet()
    assert [card.text.endswith("late") for card in house.api.chats.shown[cards:]] == [True, True]


async def test_a_reply_to_an_old_card_tells_what_it_asked(house: House, guide: PocketGuide, amina: Person) -> None:
    old = amina.shown.id
    await amina.says("another")
    await amina.says("better", reply_to=old)
    said = guide.heard[-1]
    assert isinstance(said, Say)
    assert said.reply_to == ReplyTo("pocket.colour")


async def test_a_press_acts_on_the_project_it_was_drawn_for(house: House, guide: PocketGuide, amina: Person) -> None:
    drawn_for = amina.payload("Red")
    payload = drawn_for.replace("id000001", "strange1")
    await house.api.tap(amina.account, amina.shown, payload)
    await house.quiet()
    assert guide.heard[-1] == Other("old_button")
    project = project_of(house, amina)
    assert project is not None, "the open one stays open"
    assert project.value("pocket.colour") is None
    await amina.presses(drawn_for)
    assert isinstance(guide.heard[-1], Press)
    project = project_of(house, amina)
    assert project is not None
    assert project.value("pocket.colour") == "red"


async def test_nobody_acts_on_a_project_without_a_seat(house: House, guide: PocketGuide, amina: Person) -> None:
    payload = amina.payload("Red")
    luc = Person(house, "Luc")
    await luc.starts()
    await house.api.tap(luc.account, luc.shown, payload)
    await house.quiet()
    project = project_of(house, amina)
    assert project is not None
    assert project.value("pocket.colour") is None


async def test_a_duplicate_does_and_says_nothing(house: House, guide: PocketGuide, amina: Person) -> None:
    update = {"update_id": 999, "message": {**house.api.chats.hear(amina.chat, "x"), "from": amina.account}}
    await house.api.push_again(update)
    await house.quiet()
    heard, shown = len(guide.heard), len(house.api.chats.shown)
    await house.api.push_again(update)
    await house.quiet()
    assert len(guide.heard) == heard
    assert len(house.api.chats.shown) == shown
    assert amina.card.endswith("x"), "what it was answered stands there"


async def test_the_language_is_kept_and_the_chat_gets_its_commands(house: House, amina: Person) -> None:
    payload = amina.payload("Next").replace("next...", "language...=fr")
    await house.api.tap(amina.account, amina.shown, payload)
    await house.quiet()
    person = known(house, amina)
    assert person is not None
    assert person.language == "fr"
    assert amina.card.startswith("Poche")
    assert [one["command"] for one in house.api.chats.commands[f"chat:{amina.chat}", ""]] == ["home", "help"]


async def test_an_erased_person_leaves_nothing_behind(house: House, amina: Person) -> None:
    await house.api.tap(amina.account, amina.shown, amina.payload("Next").replace("next", "forget"))
    await house.quiet()
    assert amina.card.endswith("forget"), "they are told"
    await house.restart()
    assert known(house, amina) is None
    assert project_of(house, amina) is None
    with house.store.transaction() as tx:
        assert tx.titles(str(amina.number)) == ()
        assert tx.place(amina.chat, str(amina.number)) is None
        assert tx.card(amina.chat, amina.shown.id) is None
        assert tx.owed() == ()


async def test_an_erased_project_leaves_the_person_where_they_are(house: House, amina: Person) -> None:
    await house.api.tap(amina.account, amina.shown, amina.payload("Next").replace("next", "erase"))
    await house.quiet()
    with house.store.transaction() as tx:
        assert tx.titles(str(amina.number)) == ()
        place = tx.place(amina.chat, str(amina.number))
    assert place is not None
    assert (place.project, place.message) == (None, amina.shown.id)


async def test_a_person_who_blocks_and_comes_back_is_marked(house: House, amina: Person) -> None:
    await amina.blocks()
    person = known(house, amina)
    assert person is not None
    assert not person.reachable
    await amina.says("back again")
    assert known(house, amina) == Known(str(amina.number))


async def test_a_moved_group_keeps_its_places(house: House) -> None:
    amina = Person(house, "Amina", chat=-5)
    await amina.says("Kenora")
    moved = {**house.api.chats.hear(-5, ""), "from": amina.account, "migrate_to_chat_id": -100}
    del moved["text"]
    await house.api.push("message", moved)
    await house.quiet()
    with house.store.transaction() as tx:
        assert tx.place(-5, str(amina.number)) is None
        assert tx.place(-100, str(amina.number)) is not None
