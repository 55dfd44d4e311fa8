"""Somebody who talks to a bot in another process: acts on the card that stands in the chat and waits for the next one.

Impatient at times: a button is pressed twice, and by webhook an update comes again, as Telegram re-sends it.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from bot import callback_data
from bot.telegram_chats import Json, Shown
from tests.torture.script import Move, Script, asked_by
from tests.torture.telegram import Telegram
from workflows.actions import Press
from workflows.guide import Guide

PATIENCE: Final = 45.0  # seconds that somebody waits for the answer before acting again
CALM: Final = 0.3  # seconds before somebody acts on a card
TRIES: Final = 20  # how often somebody sends a text that is not taken
LATELY: Final = 400  # messages of all chats that somebody looks back at
TWICE, AGAIN = 0.1, 0.2  # how often a button is pressed twice, and how often an update comes again


class Clerk:
    """One person in a private chat, who follows a script."""

    def __init__(
        self, telegram: Telegram, guide: Guide, number: int, language: str, seed: int, calm: float = CALM
    ) -> None:
        self.number = number
        self.script = Script(f"P{number}", language, guide.knowledge.definitions, random.Random(f"{seed}.{number}"))
        self.sent = 0  # updates that were pushed for the first time
        self.repeated = 0  # updates and presses that came once more
        self.asked_again = 0  # texts that had to be typed once more, because the card said so
        self.waited_in_vain: list[str] = []
        self._telegram = telegram
        self._calm = calm
        self._guide = guide
        self._chance = self.script.chance
        self._account: Json = {"id": number, "is_bot": False, "first_name": "P", "language_code": language}
        telegram.chats.open_chat(number)

    @property
    def card(self) -> Shown | None:
        """The card that stands lowest, or changed last, in the chat."""
        return next((one for one in reversed(self._telegram.chats.shown) if one.chat == self.number and one.rows), None)

    async def works(self, updates: int) -> None:
        """Act until so many updates were sent and the last answer was taken."""
        unsettled = False
        while self.sent < updates or unsettled:
            move = self.script.next(self._presses())
            unsettled = not await self._does(move)

    async def presses_first(self) -> bool:
        """Press the first button of the card; whether it was answered."""
        presses = self._presses()
        return bool(presses) and await self._answered(await self._taps(presses[0]), lambda: True)

    async def _does(self, move: Move) -> bool:
        """Make the move and see it answered; a text that the card did not take is sent again. False: in vain."""
        for _ in range(TRIES):
            pushed = await (self._taps(move.press) if move.press else self._says(move.text))
            if move.path:
                self.script.given.keep(move, self.script.single(move.path))
            since = self._telegram.sent[pushed[0]].get("message", {}).get("message_id", 0)
            heard = await self._answered(pushed, partial(self._went_on, move, since))
            if not heard:
                self.waited_in_vain[-1] += f" after {move}"
            if move.path and self._refused(move):
                self.asked_again += 1
                continue
            return heard
        self.waited_in_vain.append(f"{self.number}: never taken was {move}")
        return False

    def _went_on(self, move: Move, since: int) -> bool:
        """Whether the card in the chat can be the answer to the move, and is not an older one that came again."""
        presses = self._presses()
        if move.text and (self.card is None or self.card.id < since):
            return False  # a text is answered below it
        if move.path and not any(press.project for press in presses):
            return False  # an older card that asks for the name
        asked = asked_by(presses, self.script.definitions)
        if not move.path or asked is None or asked.path != move.path:
            return True
        if not move.text:
            return any(press.verb == "off" and press.value == move.value for press in presses)
        return any(move.value in told for told in self._told(since))

    def _refused(self, move: Move) -> bool:
        """The question that the text should have answered is still open: it came too early, and that was said."""
        asked = asked_by(self._presses(), self.script.definitions)
        if not move.text or asked is None or asked.path != move.path:
            return False
        return not any(move.value in str(button["text"]) for button in self._buttons())

    def _told(self, since: int) -> Iterator[str]:
        """What the bot wrote in this chat from a message id on, keyboards included."""
        for one in self._telegram.chats.shown[-LATELY:]:
            if one.chat == self.number and one.id > since:
                yield f"{one.text} {' '.join(str(button['text']) for row in one.rows for button in row)}"

    async def _answered(self, pushed: tuple[int, int], is_answer: Callable[[], bool]) -> bool:
        """Wait until the update is confirmed and a fitting card has appeared, and a moment more."""
        update, before = pushed
        telegram = self._telegram

        def done() -> bool:
            return telegram.confirmed(update) and telegram.touched[self.number] > before and is_answer()

        try:
            async with asyncio.timeout(PATIENCE):
                await telegram.until(done)
                touched = -1
                while touched != telegram.touched[self.number]:
                    touched = telegram.touched[self.number]
                    await asyncio.sleep(self._calm)
        except TimeoutError:
            self.waited_in_vain.append(
                f"{self.number}: update {update}, confirmed {telegram.confirmed(update)}, "
                f"{telegram.touched[self.number] - before} messages since, card {self.card and self.card.text[:300]!r}"
            )
            return False
        if self._telegram.pushes and self._chance.random() < AGAIN:
            self.repeated += 1
            await self._again(update)
        return True

    async def _again(self, update: int) -> None:
        await self._telegram.push_again(self._telegram.sent[update])
        async with asyncio.timeout(2 * PATIENCE):
            await self._telegram.until(lambda: self._telegram.confirmed(update))

    async def _says(self, text: str) -> tuple[int, int]:
        before = self._telegram.touched[self.number]
        message = self._telegram.chats.hear(self.number, text)
        self.sent += 1
        return await self._telegram.push("message", {**message, "from": self._account}), before

    async def _taps(self, press: Press) -> tuple[int, int]:
        before, card = self._telegram.touched[self.number], self.card
        assert card is not None
        data = callback_data.pack(press, self._guide.codes)
        times = 2 if self._chance.random() < TWICE else 1
        update = 0
        for _ in range(times):
            query = {"id": f"q{self.number}.{self.sent}.{self.repeated}", "chat_instance": "0", "data": data}
            told = {**query, "from": self._account, "message": self._telegram.chats.json(card)}
            update = await self._telegram.push("callback_query", told)
        self.sent += 1
        self.repeated += times - 1
        return update, before

    def _buttons(self) -> list[Json]:
        return [] if self.card is None else [button for row in self.card.rows for button in row]

    def _presses(self) -> list[Press]:
        payloads = [str(button["callback_data"]) for button in self._buttons() if "callback_data" in button]
        found = [callback_data.parse(payload, self._guide.codes) for payload in payloads]
        return [press for press in found if press is not None]
