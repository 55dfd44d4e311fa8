"""What each kind of update is recognised as, from the JSON that Telegram sends."""

from __future__ import annotations

import pytest
from telegram import Update

from bot import handlers
from bot.callback_data import pack
from bot.handlers import ALLOWED_UPDATES
from bot.incoming import Arrival, Asked, Incoming, Moved, Reach
from bot.telegram_chats import Json
from workflows.actions import COMMANDS, LISTED_COMMANDS, Action, Command, Edit, Import, Other, Picture, Press, Say
from workflows.codes import Codes

CODES = Codes(("council.members",))
USER: Json = {"id": 7, "is_bot": False, "first_name": "Amina", "language_code": "fr-CA"}
CHAT: Json = {"id": 7, "type": "private"}
GROUP: Json = {"id": -5, "type": "group", "title": "Table"}
BOT: Json = {"id": 1, "is_bot": True, "first_name": "bot", "username": "lip_bot"}
FILE: Json = {"file_id": "f", "file_unique_id": "u"}
STICKER: Json = {**FILE, "type": "regular", "width": 1, "height": 1, "is_animated": False, "is_video": False}
FORWARDED: Json = {"type": "hidden_user", "date": 0, "sender_user_name": "x"}


async def recognised(kind: str, content: Json) -> Arrival | None:
    """What the first handler that takes the update makes of it."""
    taken: list[Arrival | None] = []

    async def take(_: Update, arrival: Arrival | None) -> None:
        taken.append(arrival)

    update = Update.de_json({"update_id": 3, kind: content}, None)
    for handler in handlers.handlers(take, CODES, lambda: "lip_bot"):
        check = handler.check_update(update)
        if check is not None and check is not False:
            await handler.callback(update, None)  # type: ignore[arg-type]
            break
    (arrival,) = taken
    return arrival


def message(**more: object) -> Json:
    return {"message_id": 20, "date": 0, "chat": CHAT, "from": USER, **more}


async def action_of(text: str) -> Action | None:
    arrival = await recognised("message", message(text=text))
    return arrival.action if isinstance(arrival, Incoming) else None


@pytest.mark.parametrize("typed", sorted(COMMANDS))
async def test_every_command_has_its_stable_name(typed: str) -> None:
    assert await action_of(f"/{typed}") == Command(COMMANDS[typed])


def test_every_listed_command_is_known() -> None:
    assert all(name in COMMANDS for names in LISTED_COMMANDS.values() for name in names)


@pytest.mark.parametrize(
    ("typed", "action"),
    [
        ("/start inv_abc", Command("start", "inv_abc")),
        ("/START", Command("start")),
        ("/home@LIP_bot", Command("home")),
        ("/ébauche", Command("draft")),
        ("/ressources logement et santé", Command("resources", "logement et santé")),
        ("/nothing", Other("unknown_command")),
        ("/ a slash", Say("/ a slash", 20)),
        ("/été dernier", Say("/été dernier", 20)),
        ("and/or", Say("and/or", 20)),
        ("=5", Say("=5", 20)),
        ("/home@another_bot", None),
    ],
)
async def test_a_slash_is_a_command_only_where_it_is_one(typed: str, action: Action | None) -> None:
    assert await action_of(typed) == action


async def test_a_text_tells_who_where_and_what_it_replies_to() -> None:
    arrival = await recognised("message", message(text="ten", reply_to_message=message(text="?", message_id=11)))
    assert arrival == Incoming(3, 7, "7", "fr-CA", True, Say("ten", 20), reply_to=11)


async def test_in_a_group_it_is_not_private() -> None:
    arrival = await recognised("message", message(text="ten", chat=GROUP))
    assert isinstance(arrival, Incoming)
    assert (arrival.chat, arrival.private) == (-5, False)


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        (
            "sticker",
            {"sticker": {**FILE, "width": 1, "height": 1, "is_animated": False, "is_video": False, "type": "regular"}},
        ),
        ("voice", {"voice": {**FILE, "duration": 1}}),
        ("forwarded", {"text": "from elsewhere", "forward_origin": FORWARDED}),
        ("other", {"location": {"longitude": 1.0, "latitude": 1.0}}),
        ("other", {"contact": {"phone_number": "1", "first_name": "x"}}),
    ],
)
async def test_what_is_not_text_is_named(kind: str, content: Json) -> None:
    arrival = await recognised("message", message(**content))
    assert isinstance(arrival, Incoming)
    assert arrival.action == Other(kind)


@pytest.mark.parametrize(
    ("content", "action"),
    [
        (
            {"photo": [{**FILE, "width": 1, "height": 1}, {**FILE, "file_id": "g", "width": 9, "height": 9}]},
            Picture("photo", 0),
        ),
        ({"document": {**FILE, "file_id": "g", "file_size": 20}, "caption": "our logo"}, Picture("file", 20)),
    ],
)
async def test_a_picture_may_be_asked_for_and_its_largest_size_is_named(content: Json, action: Action) -> None:
    arrival = await recognised("message", message(**content))
    assert isinstance(arrival, Incoming)
    assert (arrival.action, arrival.file) == (action, "g")


async def test_a_moving_picture_is_no_file() -> None:
    moving = {"document": FILE, "animation": {**FILE, "width": 1, "height": 1, "duration": 1}}
    arrival = await recognised("message", message(**moving))
    assert isinstance(arrival, Incoming)
    assert arrival.action == Other("photo")


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("message", message(text="hi", **{"from": BOT})),
        ("message", message(chat=GROUP, new_chat_title="x")),
        ("message", message(chat=GROUP, new_chat_members=[USER])),
        ("edited_message", message(photo=[{**FILE, "width": 1, "height": 1}], edit_date=1)),
        ("my_chat_member", {"chat": GROUP, "from": USER, "date": 0, "old_chat_member": {"status": "left", "user": BOT},
                            "new_chat_member": {"status": "member", "user": BOT}}),
        ("channel_post", message(text="x", chat={"id": -9, "type": "channel", "title": "c"})),
    ],
)  # fmt: skip
async def test_what_asks_for_nothing_is_taken_as_nothing(kind: str, content: Json) -> None:
    assert await recognised(kind, content) is None


async def test_an_edited_text() -> None:
    arrival = await recognised("edited_message", message(text="eleven", edit_date=1))
    assert isinstance(arrival, Incoming)
    assert arrival.action == Edit("eleven", 20)


async def test_a_button_tells_its_card() -> None:
    press = Press("set", "council.members", revision=2, card="ab12", project="p")
    query = {"id": "q1", "from": USER, "chat_instance": "c", "message": message(text="?"), "data": pack(press, CODES)}
    arrival = await recognised("callback_query", query)
    assert arrival == Incoming(3, 7, "7", "fr-CA", True, press, message=20, callback_id="q1")


@pytest.mark.parametrize("content", [{"data": "old"}, {"game_short_name": "g"}])
async def test_a_button_of_another_release_asks_where_one_stands(content: Json) -> None:
    arrival = await recognised(
        "callback_query", {"id": "q", "from": USER, "chat_instance": "c", "message": message(text="?"), **content}
    )
    assert isinstance(arrival, Incoming)
    assert (arrival.action, arrival.message) == (Other("old_button"), 20)


async def test_a_button_below_a_message_too_old_to_read_still_counts() -> None:
    query = {
        "id": "q",
        "from": USER,
        "chat_instance": "c",
        "data": "1...0.next...",
        "message": {"chat": CHAT, "message_id": 4, "date": 0},
    }
    arrival = await recognised("callback_query", query)
    assert isinstance(arrival, Incoming)
    assert (arrival.action, arrival.message) == (Press("next"), 4)


async def test_a_button_without_a_message_is_nobodys() -> None:
    query = {"id": "q", "from": USER, "chat_instance": "c", "data": "1...0.next...", "inline_message_id": "i"}
    assert await recognised("callback_query", query) is None


@pytest.mark.parametrize(("status", "reachable"), [("kicked", False), ("member", True)])
async def test_blocking_and_coming_back(status: str, reachable: bool) -> None:
    new: Json = {"status": status, "user": BOT, **({"until_date": 0} if status == "kicked" else {})}
    change = {"chat": CHAT, "from": USER, "date": 0, "old_chat_member": {"status": "member", "user": BOT}}
    assert await recognised("my_chat_member", {**change, "new_chat_member": new}) == Reach(7, "7", reachable, 3)


async def test_a_group_that_moved_tells_it_in_both_chats() -> None:
    assert await recognised("message", message(chat=GROUP, migrate_to_chat_id=-100)) == Moved(-5, -100, 3)
    supergroup = {"id": -100, "type": "supergroup", "title": "Table"}
    assert await recognised("message", message(chat=supergroup, migrate_from_chat_id=-5)) == Moved(-5, -100, 3)


async def test_an_inline_query_is_a_text_and_a_language_and_nobody() -> None:
    query = {"id": "q1", "from": USER, "query": "quorum", "offset": "", "chat_type": "group"}
    assert await recognised("inline_query", query) == Asked("q1", "quorum", "fr-CA")


async def test_what_a_bot_put_into_the_chat_asks_for_nothing() -> None:
    assert await recognised("message", message(text="London", via_bot=BOT)) is None


def test_only_these_updates_are_asked_for() -> None:
    assert ALLOWED_UPDATES == ("message", "edited_message", "callback_query", "inline_query", "my_chat_member")


async def test_a_button_below_somebody_elses_card_is_not_private() -> None:
    card = {"message_id": 9, "date": 0, "chat": CHAT, "from": BOT, "text": "x"}
    for number, private in ((7, True), (8, False)):
        query = {"id": "q", "from": {**USER, "id": number}, "chat_instance": "0", "message": card, "data": "nothing"}
        arrival = await recognised("callback_query", query)
        assert isinstance(arrival, Incoming)
        assert arrival.private == private


@pytest.mark.parametrize("name", ["project.json", "lip-guide_x.ZIP"])
async def test_a_file_that_may_be_an_export_is_told_apart(name: str) -> None:
    arrival = await recognised("message", message(document={**FILE, "file_name": name, "file_size": 12}))
    assert isinstance(arrival, Incoming)
    assert (arrival.action, arrival.file) == (Import(12), "f")
    other = await recognised("message", message(document={**FILE, "file_name": "notes.pdf"}))
    assert isinstance(other, Incoming)
    assert other.action == Picture("file", 0)
    told = await recognised("message", message(document={**FILE, "file_name": name}, forward_origin=FORWARDED))
    assert isinstance(told, Incoming)
    assert told.action == Other("forwarded")
