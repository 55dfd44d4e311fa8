"""What somebody without a plan does next: a button, an old or forged one, any text, an edit, a command, a picture."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any, Final

from bot import callback_data
from tests.support.nonsense import HOSTILE
from tests.support.person import Person
from workflows.actions import COMMANDS, Press

SELDOM: Final = {"draft": 0.1, "export": 0.05, "erase": 0.05}  # what costs much, or ends everything
PASTES: Final = (
    "\n".join(f"Organization {number}; City; health; chair" for number in range(40)),
    "Person\tOrganization\tSectors\n" + "\n".join(f"P{n}\tOrg {n}\tlibraries" for n in range(20)),
    "\n".join(
        f"Besoin no {number} qu’on nous a nommé à la bibliothèque, au travail et à l’école" for number in range(70)
    ),
    "A long paragraph about a small town. " * 140,
    "x" * 9000,
)
_FILE: Final = {"file_id": "f", "file_unique_id": "f"}
NO_TEXTS: Final[tuple[dict[str, Any], ...]] = (
    {"photo": [{**_FILE, "width": 1, "height": 1}]},
    {"voice": {**_FILE, "duration": 1}},
    {"document": _FILE},
    {"location": {"latitude": 49.7, "longitude": -94.5}},
    {"contact": {"phone_number": "1", "first_name": "Luc"}},
    {"text": "hello", "forward_origin": {"type": "hidden_user", "date": 0, "sender_user_name": "X"}},
)


class Wanderer:
    """Somebody who presses and types anything. `old` are payloads that anybody was ever offered, of late."""

    def __init__(self, person: Person, chance: random.Random, old: deque[str]) -> None:
        self.person = person
        self._chance = chance
        self._old = old
        self._messages: deque[int] = deque(maxlen=20)
        self._moves: tuple[tuple[float, Callable[[], Awaitable[bool]]], ...] = (
            (50, self._presses),
            (8, self._presses_an_old_button),
            (3, self._forges),
            (20, self._types),
            (3, self._pastes),
            (4, self._edits),
            (3, self._replies),
            (5, self._commands),
            (2, self._shows),
            (1, self._leaves_and_comes_back),
        )

    async def acts(self) -> bool:
        """One move, to its end; whether an answer is due."""
        weights = [weight for weight, _ in self._moves]
        _, move = self._chance.choices(self._moves, weights)[0]
        return await move()

    async def goes_home(self) -> bool:
        """Home is at most three presses away; whether it was reached."""
        for _ in range(3):
            offered = {press.verb: payload for payload, press in self._payloads()}
            if self.person.screen.id == "home":
                return True
            way = offered.get("home") or offered.get("back")
            if way is None:
                return False
            await self.person.presses(way)
        return self.person.screen.id == "home"

    def _payloads(self) -> list[tuple[str, Press]]:
        found = []
        for button in self.person.buttons:
            payload = str(button.get("callback_data", ""))
            press = callback_data.parse(payload, self.person.house.guide.codes)
            if press is not None:
                found.append((payload, press))
        return found

    async def _presses(self) -> bool:
        offered = self._payloads()
        self._old.extend(payload for payload, _ in offered)
        calm = [one for one, press in offered if self._chance.random() < SELDOM.get(press.verb, 1)]
        if not calm:
            return await self._types()
        await self.person.presses(self._chance.choice(calm))
        return True

    async def _presses_an_old_button(self) -> bool:
        payload = self._chance.choice(self._old) if self._old else "1"
        if not any(f".{verb}." in payload for verb in SELDOM):
            await self.person.presses(payload)
        return not any(f".{verb}." in payload for verb in SELDOM)

    async def _forges(self) -> bool:
        payload = self._chance.choice(self._old) if self._old else "1.x.x.0.home..."
        parts = payload.split(".")
        parts[self._chance.randrange(len(parts))] = self._chance.choice(("", "0", "zz", "home", "%s", "999999", "~"))
        await self.person.presses(".".join(parts)[:64])
        return True

    async def _types(self) -> bool:
        return await self._says(self._chance.choice(HOSTILE))

    async def _pastes(self) -> bool:
        return await self._says(self._chance.choice(PASTES))

    async def _says(self, text: str) -> bool:
        if not _sendable(text):
            return False
        self._messages.append(await self.person.says(text))
        return True

    async def _edits(self) -> bool:
        text = self._chance.choice(HOSTILE)
        if self._messages and _sendable(text):
            await self.person.edits(self._chance.choice(self._messages), text[:4096])
        return False

    async def _replies(self) -> bool:
        text = self._chance.choice(HOSTILE)
        if not _sendable(text):
            return False
        known = self.person.house.api.chats.messages[self.person.chat]
        self._messages.append(await self.person.says(text, self._chance.choice(list(known)) if known else None))
        return True

    async def _commands(self) -> bool:
        command = self._chance.choice([*COMMANDS, "start", "dance"])
        tail = self._chance.choice(("", "", "@lip_guide_bot", " words", " <b>"))
        return await self._says(f"/{command}{tail}")

    async def _shows(self) -> bool:
        await self.person.shows(**self._chance.choice(NO_TEXTS))
        return True

    async def _leaves_and_comes_back(self) -> bool:
        if self.person.chat > 0:
            await self.person.blocks()
            await self.person.blocks(blocked=False)
        return False


def _sendable(text: str) -> bool:
    """Whether Telegram's apps would send it: not nothing, and no half of a character."""
    return bool(text.strip()) and not any("\ud800" <= character <= "\udfff" for character in text)
