"""What stories about several people say: inviting with a link, joining by it, letting days go by, reading notices."""

from __future__ import annotations

import datetime as dt
import re

from bot.sweeper import BEAT
from tests.support.house import House
from tests.support.person import Person
from workflows.wording import PLACEHOLDER

BEGINNING = "?start="


async def invites(coordinator: Person, role: str, label: str = "") -> str:
    """She makes an invitation; returns the text that the link carries."""
    await coordinator.says("/people")
    await coordinator.taps(press=("invite",))
    await coordinator.taps(press=("invite", "", role))
    if label:
        await coordinator.says(label)
    else:
        await coordinator.taps(press=("unlabelled",))
    link = next(line for line in coordinator.card.splitlines() if BEGINNING in line)
    copied = [button["copy_text"]["text"] for button in coordinator.buttons if "copy_text" in button]
    assert copied == [link], "the button copies what is read"
    return link.partition(BEGINNING)[2]


async def comes_with(house: House, name: str, start: str, language: str = "en") -> Person:
    """Somebody new who opened a link and confirmed the language."""
    person = Person(house, name, language_code=language)
    await person.starts(start)
    await person.taps(press=("language", "", language))
    return person


async def joins(house: House, name: str, start: str, language: str = "en") -> Person:
    """Somebody new who opened a link, accepted and opened the partnership."""
    person = await comes_with(house, name, start, language)
    await person.taps(press=("join",))
    await person.taps(press=("open_project",))
    return person


async def later(house: House, time: dt.timedelta) -> None:
    """Let time go by, and whoever waited for it do their work."""
    house.glass.turn(time.total_seconds())
    await house.glass.resting(BEAT)
    await house.app.delivery.idle()


def told(person: Person, key: str, language: str = "en") -> bool:
    """Whether a message in her chat has a paragraph that says this phrase, with whatever its placeholders hold."""
    words = str(person.house.guide.book.words[language][key])  # type: ignore[attr-defined]
    pattern = re.compile(".+".join(map(re.escape, PLACEHOLDER.split(words)[::2])))
    return any(
        pattern.fullmatch(line)
        for one in person.house.api.chats.shown
        if one.chat == person.chat
        for line in one.text.splitlines()
    )


async def sends_file(person: Person, name: str, data: bytes) -> None:
    """She sends a file."""
    person.house.api.chats.files["sent"] = data
    document = {"file_id": "sent", "file_unique_id": "sent", "file_name": name, "file_size": len(data)}
    await person.shows(document=document)
