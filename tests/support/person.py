"""An actor for stories: she types and taps as in Telegram, and her tests look at keys and
buttons, not at sentences.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from bot import callback_data
from bot.telegram_chats import Json, Shown
from bot.tryout import label, parts
from tests.support.house import House
from workflows.actions import Press
from workflows.phrases import Phrase
from workflows.screens import Screen

_NUMBERS = itertools.count(1001)


class Person:
    """Somebody with a Telegram account, in her private chat or in a group (`chat`)."""

    def __init__(
        self, house: House, name: str, language_code: str = "en", chat: int | None = None, number: int = 0
    ) -> None:
        self.house = house
        self.number = number or next(_NUMBERS)
        self.chat = chat or self.number
        self.account: Json = {"id": self.number, "is_bot": False, "first_name": name, "language_code": language_code}
        house.api.chats.open_chat(self.chat, "private" if self.chat > 0 else "group")

    # --- what she does ---

    async def starts(self, payload: str = "") -> None:
        """She presses Start, with the payload of a deep link."""
        await self.says(f"/start {payload}".strip())

    async def says(self, text: str, reply_to: int | None = None) -> int:
        """She sends a text, cut as Telegram cuts it, and waits for the answer; returns the id of
        the last message.
        """
        sent = await self.sends(text, reply_to)
        await self.house.quiet()
        return sent

    async def sends(self, text: str, reply_to: int | None = None) -> int:
        """She sends a text and does not wait."""
        sent = 0
        for part in parts(text):
            more = {"reply_to_message": self._old(reply_to)} if reply_to is not None else {}
            sent = await self.house.api.say(self.account, self.chat, part, **more)
        return sent

    async def shows(self, **content: object) -> None:
        """She sends something that is no text: `sticker=…`, `photo=…`, `forward_origin=…` as in
        the Bot API.
        """
        message = self.house.api.chats.hear(self.chat, "")
        del message["text"]
        await self.house.api.push("message", {**message, "from": self.account, **content})
        await self.house.quiet()

    async def edits(self, message: int, text: str) -> None:
        """She changes a message that she sent before."""
        content = {"message_id": message, "date": 0, "edit_date": 1, "chat": self.house.api.chats.chat(self.chat)}
        await self.house.api.push("edited_message", {**content, "from": self.account, "text": text})
        await self.house.quiet()

    async def taps(
        self,
        words: str | None = None,
        *,
        key: str | None = None,
        press: tuple[str, ...] | None = None,
        card: Shown | None = None,
    ) -> None:
        """She taps a button by its words, by the key of its words, or by (verb, target, value), and waits."""
        at = card or self.shown
        await self.house.api.tap(self.account, at, self.payload(words, key=key, press=press, card=at))
        await self.house.quiet()

    async def presses(self, payload: str) -> None:
        """She presses a button that a card in her chat once had, and waits."""
        await self.house.api.tap(self.account, self.shown, payload)
        await self.house.quiet()

    async def blocks(self, blocked: bool = True) -> None:
        """She blocks the bot, or comes back."""
        user = {"id": 1, "is_bot": True, "first_name": "bot"}
        new = {"status": "kicked", "user": user, "until_date": 0} if blocked else {"status": "member", "user": user}
        old = {"status": "member", "user": user}
        change = {"chat": self.house.api.chats.chat(self.chat), "from": self.account, "date": 0}
        await self.house.api.push("my_chat_member", {**change, "old_chat_member": old, "new_chat_member": new})
        await self.house.quiet()

    # --- what she sees ---

    @property
    def shown(self) -> Shown:
        """The card that appeared or changed last in her chat."""
        return [one for one in self.house.api.chats.shown if one.chat == self.chat and one.document is None][-1]

    @property
    def card(self) -> str:
        """Its text."""
        return self.shown.text

    @property
    def buttons(self) -> list[Json]:
        """Its buttons in reading order."""
        return [button for row in self.shown.rows for button in row]

    @property
    def labels(self) -> list[str]:
        """Their words, without check marks."""
        return [label(button) for button in self.buttons]

    @property
    def screen(self) -> Screen:
        """The screen behind the last committed card of her chat."""
        return [screen for chat, screen, _ in self.house.screens if chat == self.chat][-1]

    @property
    def documents(self) -> list[tuple[str, bytes]]:
        """The files she received, oldest first."""
        return [one.document for one in self.house.api.chats.shown if one.chat == self.chat and one.document]

    def sees(self, *keys: str) -> None:
        """Asserts that the last screen speaks with each of these keys; a key that ends in a dot
        is a beginning.
        """
        spoken = set(_keys(self.screen))
        for key in keys:
            found = key in spoken or (key.endswith(".") and any(one.startswith(key) for one in spoken))
            assert found, f"{key} is not on the screen {self.screen.id}: {sorted(spoken)}"

    def payload(
        self,
        words: str | None = None,
        *,
        key: str | None = None,
        press: tuple[str, ...] | None = None,
        card: Shown | None = None,
    ) -> str:
        """The payload of the button that is meant."""
        buttons = [button for row in (card or self.shown).rows for button in row]
        for number, button in enumerate(buttons):
            data = button.get("callback_data")
            if data is None:
                continue
            if words is not None and words in (label(button), button["text"]):
                return str(data)
            if press is not None and self._pressed(data)[: len(press)] == press:
                return str(data)
            if key is not None and card in (None, self.shown):
                said = self.screen.buttons()[number].label
                if isinstance(said, Phrase) and said.key == key:
                    return str(data)
        raise AssertionError(f"No button {words or key or press} among {[label(one) for one in buttons]}.")

    def _pressed(self, data: str) -> tuple[str, str, str]:
        press = callback_data.parse(data, self.house.guide.codes)
        assert isinstance(press, Press), data
        return press.verb, press.target, press.value

    def _old(self, message: int) -> Json:
        old = self.house.api.chats.messages[self.chat][message]
        return {"message_id": message, "date": 0, "chat": self.house.api.chats.chat(self.chat), "text": old.text}


def _keys(screen: Screen) -> Iterator[str]:
    spoken: list[object] = [screen.title, *screen.body, *(button.label for button in screen.buttons())]
    while spoken:
        one = spoken.pop()
        if isinstance(one, Phrase):
            yield one.key
            spoken.extend(one.params.values())
        elif isinstance(one, tuple | list):
            spoken.extend(one)
        else:
            spoken.extend(getattr(one, "items", ()) or ())
