"""What fits in Telegram and on a phone: whole cards with sample answers, buttons, short notices, and the bot's profile.

The cards come from the tour of workflows/showcase, so that a new question is measured without being named here.
"""

from __future__ import annotations

from collections.abc import Iterator

from workflows.knowledge import Knowledge
from workflows.phrases import Lines, Literal, Phrase, Words
from workflows.proofreading.texts import spoken
from workflows.screens import FULL_MESSAGE, Button
from workflows.showcase.tour import Stop, tour
from workflows.wording import LANGUAGES, Phrasebook

CARD = {"first": 1500, "why": 2500, "example": 2500}
"""Characters of a question's card as it is first met, and with its reason or its example: longer tires on a phone."""
BUTTON = 60
TOAST = 200
NOTICE = 300
PROFILE = {"name": 64, "description": 512, "short_description": 120}
COMMAND = 256
_TITLES = ("resources.", "glossary.", "sources.")
_NOTICES = ("interface.refused.", "interface.notices.", "interface.other.")


def lengths(book: Phrasebook) -> Iterator[str]:
    """A fault for each notice and each text of the profile that is longer than it may be."""
    for text in spoken(book):
        most = _most(text.key)
        if most and units(text.text) > most:
            yield text.told(f"{units(text.text)} characters; at most {most} fit here. Shorten the text.")


def card_lengths(known: Knowledge) -> Iterator[str]:
    """A fault for each card, button and toast that is too long with the sample answers, at the line of its key."""
    for language in LANGUAGES:
        for stop in tour(known, language):
            yield from _of_a_card(known, stop, language)


def units(text: str) -> int:
    """The length as Telegram counts: UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def card_text(known: Knowledge, stop: Stop, language: str) -> str:
    """The text of a card: its title and its paragraphs."""
    words = (stop.screen.title, *stop.screen.body)
    return "\n\n".join(known.book.text(one, language) for one in words if one is not None)


def _most(key: str) -> int:
    if key.startswith("interface.profile.commands."):
        return COMMAND
    if key.startswith("interface.profile."):
        return PROFILE.get(key.rpartition(".")[2], 0)
    return NOTICE if key.startswith(_NOTICES) else 0


def _of_a_card(known: Knowledge, stop: Stop, language: str) -> Iterator[str]:
    most = CARD.get(stop.name.rpartition("/")[2], FULL_MESSAGE)
    count = units(card_text(known, stop, language))
    if count > most:
        key = next((found for words in (*stop.screen.body, stop.screen.title) if (found := _key(words))), "")
        problem = f"the card {stop.name} has {count} characters; at most {most}. Shorten it."
        yield f"{_place(known, key, language)}: {key}: {problem}"
    toast = stop.toast
    if toast is not None and units(known.book.text(toast, language)) > TOAST:
        key = _key(toast)
        yield f"{_place(known, key, language)}: {key}: a toast holds at most {TOAST} characters. Shorten it."
    for button in stop.screen.buttons():
        label = known.book.text(button.label, language)
        if _is_ours(button) and units(label) > BUTTON:
            key = _key(button.label)
            problem = f"the button {label[:30]!r} … has {units(label)} characters; at most {BUTTON}. Shorten it."
            yield f"{_place(known, key, language)}: {key}: {problem}"


def _is_ours(button: Button) -> bool:
    """True for labels that somebody here wrote; typed texts, titles and terms are cut where they are shown."""
    return not _names_something(button.label)


def _names_something(words: object) -> bool:
    if isinstance(words, Phrase):
        return words.key.startswith(_TITLES) or any(map(_names_something, words.params.values()))
    return isinstance(words, Literal | str) or (isinstance(words, Lines) and any(map(_names_something, words.items)))


def _key(words: Words | None) -> str:
    if isinstance(words, Lines):
        return next((found for one in words.items if (found := _key(one))), "")
    return words.key if isinstance(words, Phrase) else ""


def _place(known: Knowledge, key: str, language: str) -> str:
    file, line = known.book.places[language].get(key, (f"content/{language}", 1))
    return f"{file}:{line}"
