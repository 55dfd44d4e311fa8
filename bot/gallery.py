"""Every card and document in both languages as pages for language reviewers, drawn with the sample project exactly as
Telegram would get them. It writes no file and asks nothing of the network.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.keyboards import Frame
from bot.presenter import Message, present
from bot.telegram_limits import PAYLOAD, TEXT, length
from workflows.guide import Guide
from workflows.languages import FALLBACK, LANGUAGES
from workflows.phrases import Phrase, phrase
from workflows.proofreading.texts import RECOGNISED
from workflows.showcase.sample import sampled
from workflows.showcase.spoken import spoken_keys
from workflows.showcase.tour import Stop, tour
from workflows.showcase.visitor import NOW

INDEX: Final = "index.html"
_LIMITS: Final = {
    "text": TEXT, "text_low": 1500, "text_high": 3500,
    "payload": PAYLOAD, "payload_low": 48, "payload_high": 60,
}  # fmt: skip
_ELSEWHERE: Final = ("interface.profile.", "gallery.", "documents.", *RECOGNISED)


def pages(known: Guide) -> Iterator[tuple[str, bytes]]:
    """(file name, content) of every page: index.html with the cards, then each document in each language."""
    yield INDEX, _index(known).encode()
    for language in LANGUAGES:
        project = sampled(known.knowledge, language).project
        assert project is not None
        for document in known.knowledge.definitions.documents:
            file = known.draft(project, document, language, "html", NOW.date())
            yield _document(document, language), file.data


def _index(known: Guide) -> str:
    tours = {language: tour(known.knowledge, language) for language in LANGUAGES}
    met = {language: {stop.name: stop for stop in stops} for language, stops in tours.items()}
    order = {stop.name: stop for stops in tours.values() for stop in stops}
    place = {name: number for stops in tours.values() for number, name in enumerate(stop.name for stop in stops)}
    stops = sorted(order.values(), key=lambda stop: place[stop.name])
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    return environment.get_template("gallery.html.j2").render(
        languages=LANGUAGES,
        limits=_LIMITS,
        both={key.removeprefix("gallery."): _both(known, key) for key in _own_words(known)},
        documents=[
            {
                "title": _both(known, f"interface.documents.{document}.title"),
                "file": {language: _document(document, language) for language in LANGUAGES},
            }
            for document in known.knowledge.definitions.documents
        ],
        sections=[_section(known, *one, met) for one in _grouped(stops)],
        profile=_rows(known, (key for key in known.book.words[FALLBACK] if key.startswith("interface.profile."))),
        passing=_rows(known, _passing(known, [stop for one in tours.values() for stop in one])),
    )


def _own_words(known: Guide) -> Iterator[str]:
    """The words of the page itself, without those that count something."""
    return (key for key, leaf in known.book.under("gallery", FALLBACK) if isinstance(leaf, str) and "{" not in leaf)


def _grouped(stops: Sequence[Stop]) -> Iterator[tuple[str, list[Stop]]]:
    order = list(dict.fromkeys(stop.section for stop in stops))
    for section in order:
        yield section, [stop for stop in stops if stop.section == section]


def _section(known: Guide, section: str, stops: list[Stop], met: Mapping[str, Mapping[str, Stop]]) -> dict[str, Any]:
    groups = []
    for step, some in groupby(sorted(stops, key=lambda stop: _step_place(known, stop)), key=lambda stop: stop.step):
        title = _both(known, f"steps.{step}.title") if step else None
        cards = [_pair(known, stop.name, met) for stop in some]
        groups.append({"id": f"{section}-{step}", "title": title, "stops": cards})
    return {"id": section, "title": _both(known, f"gallery.sections.{section}"), "count": len(stops), "groups": groups}


def _step_place(known: Guide, stop: Stop) -> int:
    steps = ["", *(step.id for step in known.knowledge.definitions.steps)]
    return steps.index(stop.step)


def _pair(known: Guide, name: str, met: Mapping[str, Mapping[str, Stop]]) -> dict[str, Any]:
    cards = {}
    for language in LANGUAGES:
        stop = met[language].get(name)
        cards[language] = _card(known, stop, language) if stop else None
    return {"id": "card-" + re.sub(r"[^a-z0-9]+", "-", name), "name": name, "cards": cards}


def _card(known: Guide, stop: Stop, language: str) -> dict[str, Any]:
    frame = Frame(stop.project, stop.spot.card(), "guide_bot")
    messages = present(stop.screen, language, known.book, known.codes, frame)
    return {"messages": [_message(known, message, language) for message in messages]}


def _message(known: Guide, message: Message, language: str) -> dict[str, Any]:
    rows = [[{"text": key.text, "url": key.url} for key in row] for row in message.keyboard]
    payload = max((len((key.data or "").encode()) for row in message.keyboard for key in row), default=0)
    count = length(message.plain)
    return {
        "html": message.text_html,  # already escaped by the presenter; only the title is bold
        "rows": rows,
        "length": count,
        "length_told": known.book.text(phrase("gallery.characters", n=count, most=TEXT), language),
        "payload": payload,
        "payload_told": known.book.text(phrase("gallery.bytes", n=payload, most=PAYLOAD), language),
    }


def _passing(known: Guide, stops: Sequence[Stop]) -> Iterator[str]:
    """The keys that no stop of the tour speaks with, besides those of documents and those that nobody reads."""
    spoken = {key for stop in stops for key in spoken_keys(stop.screen, stop.toast)}
    for key in known.book.words[FALLBACK]:
        if not key.startswith(_ELSEWHERE) and key not in spoken:
            yield key


def _rows(known: Guide, keys: Iterator[str]) -> list[dict[str, str]]:
    return [{"key": key, **{language: _raw(known, key, language) for language in LANGUAGES}} for key in keys]


def _raw(known: Guide, key: str, language: str) -> str:
    """The words as they are written, with their blanks; the forms of a plural one below the other."""
    leaf = known.book.words[language].get(key, "")
    return leaf if isinstance(leaf, str) else "\n".join(f"{name}: {text}" for name, text in leaf.items())


def _both(known: Guide, key: str) -> dict[str, str]:
    return {language: known.book.text(Phrase(key), language) for language in LANGUAGES}


def _document(document: str, language: str) -> str:
    return f"{document}.{language}.html"
