"""A project → the fields of its decision sheet in one language. It knows neither the template nor a file format.

The sheet holds one page where it can, and two where it cannot: as many choices stand in full, the most important
first, as leave room for the others in short.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import groupby

from workflows.phrases import Phrase
from workflows.project import Project
from workflows.schema import Definitions, Question
from workflows.telling import told_number
from workflows.wording import Phrasebook

from .blocks import Text
from .cover import names
from .decision_choices import TOPICS, OpenChoice, open_choices
from .decision_fields import Choice, ChoiceBand, DecisionSheet, Lines, Topic
from .speech import Speech
from .visible import Visible

_OWN = "decision_sheet"

_ROOMS = (47, 102)
"""About how many lines of a table one page holds below the title, and two pages."""
_QUESTION, _REASON, _SHORT = 27, 25, 64
"""About how many letters a line of these columns holds; the widths stand in the template."""
_LEAST_IN_FULL = 2


def decision_sheet(
    project: Project, definitions: Definitions, book: Phrasebook, language: str, today: dt.date, version: str
) -> DecisionSheet:
    """The choices that a project leaves open, as `language` says them; ContentFault when a word is missing."""
    speech = Speech(Visible(definitions, project), book, language)
    choices = open_choices(speech.view)
    full = _in_full(speech, choices)
    told, others = _by_step(choices[:full]), _by_step(choices[full:])
    numbers = {choice.path: str(n) for n, choice in enumerate((*told, *others), 1)}
    return DecisionSheet(
        name=names(speech)[0],
        version=version,
        date=speech.shown(today),
        count=_count(speech, choices),
        bands=tuple(
            ChoiceBand(_step(speech, step), tuple(_choice(speech, one, numbers[one.path]) for one in rows))
            for step, rows in groupby(told, _step_of)
        ),
        rest_count=speech.of(_OWN, "rest", n=len(others)) if others else None,
        rest=tuple(_topic(speech, topic, rows, numbers) for topic, rows in groupby(others, _topic_of)),
    )


def _step_of(choice: OpenChoice) -> str:
    return choice.path.partition(".")[0]


def _topic_of(choice: OpenChoice) -> str:
    return choice.topic


def _by_step(choices: Iterable[OpenChoice]) -> tuple[OpenChoice, ...]:
    """The same choices in the order of the steps and topics."""
    places = {path: place for place, path in enumerate(path for paths in TOPICS.values() for path in paths)}
    return tuple(sorted(choices, key=lambda choice: places[choice.path]))


def _step(speech: Speech, step: str) -> str:
    return speech.book.text(Phrase(f"steps.{step}.title"), speech.language)


def _count(speech: Speech, choices: Sequence[OpenChoice]) -> str:
    if not choices:
        return speech.of(_OWN, "none")
    taken = sum(choice.state == "recommended" for choice in choices)
    if not taken:
        return speech.of(_OWN, "open", n=len(choices))
    return speech.of(_OWN, "open_taken", n=len(choices), taken=speech.of(_OWN, "taken_count", n=taken))


def _choice(speech: Speech, choice: OpenChoice, number: str) -> Choice:
    question = speech.view.definitions.question(choice.path)
    asked = speech.book.text(Phrase(f"{question.words}.ask"), speech.language)
    unsure = (speech.of(_OWN, "not_sure"),) if choice.state == "not_sure" else ()
    return Choice(number, (Text(asked, bold=True), _options(speech, question), *unsure), _reason(speech, choice))


def _options(speech: Speech, question: Question) -> str:
    if question.options and question.list_name != "months":
        return "; ".join(speech.option(question, option) for option in question.options)
    if question.options:
        return speech.of(_OWN, "month")
    least, most = question.at_least or 0, question.at_most or 0
    return speech.of(_OWN, "number", least=least, most=most)


def _recommended(speech: Speech, question: Question) -> str:
    """What is recommended as the choice of a question, empty where nothing is."""
    value = question.recommended if question.recommended is not None else question.usual or None
    if value is None:
        return ""
    if question.kind == "number":
        return speech.shown(told_number(question, value))
    chosen: Sequence[str] = (str(value),) if question.kind == "choice" else value
    return "; ".join(speech.option(question, option) for option in chosen)


def _reason(speech: Speech, choice: OpenChoice) -> Lines:
    question = speech.view.definitions.question(choice.path)
    recommended = _recommended(speech, question)
    told = (Text(recommended, bold=True),) if recommended else ()
    taken = (speech.of(_OWN, "taken"),) if choice.state == "recommended" else ()
    return (*told, speech.of(_OWN, f"why.{question.id}"), *taken)


def _topic(speech: Speech, topic: str, choices: Iterable[OpenChoice], numbers: dict[str, str]) -> Topic:
    told = tuple(_short(speech, one, numbers[one.path]) for one in choices)
    return Topic(speech.of(_OWN, f"topics.{topic}"), told)


def _short(speech: Speech, choice: OpenChoice, number: str) -> str:
    question = speech.view.definitions.question(choice.path)
    label = speech.label(question)
    recommended = _recommended(speech, question)
    if recommended:
        return speech.of(_OWN, "short", number=number, choice=label, recommended=recommended)
    return speech.of(_OWN, "short_plain", number=number, choice=label)


def _in_full(speech: Speech, choices: Sequence[OpenChoice]) -> int:
    """How many choices are printed in full, so that the sheet takes one page, or the first of two."""
    heights = [_height(_choice(speech, choice, "")) for choice in choices]
    least = min(_LEAST_IN_FULL, len(choices))
    for room in _ROOMS:
        for count in range(len(choices), least - 1, -1):
            if _full_height(choices[:count], heights) + _rest_height(speech, choices[count:]) <= room:
                return count
    return least


def _height(choice: Choice) -> float:
    """About how many lines a choice takes in full, the space around it counted as half of one."""
    return 0.6 + max(_lines(choice.question, _QUESTION), _lines(choice.recommended, _REASON))


def _full_height(choices: Sequence[OpenChoice], heights: Sequence[float]) -> float:
    bands = len({_step_of(choice) for choice in choices})
    return sum(heights[: len(choices)]) + 1.5 * bands


def _rest_height(speech: Speech, choices: Sequence[OpenChoice]) -> float:
    if not choices:
        return 0
    topics: dict[str, list[str]] = {}
    for choice in choices:
        topics.setdefault(choice.topic, []).append(_short(speech, choice, "00"))
    return 5 + sum(0.6 + _lines(tuple(told), _SHORT) for told in topics.values())


def _lines(texts: Lines, letters: int) -> int:
    return sum(1 + len(str(text)) // letters for text in texts)
