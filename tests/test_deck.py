"""The tables of docs/deck.md, process.md, context.md, ids.md: what they name exists, and nothing is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.walker import the_guide
from workflows.wording import LANGUAGES

DOCS = Path(__file__).parents[1] / "docs"
KNOWN = the_guide().knowledge
SLIDES = 18
HEADS = ("Slide", "Part", "Hint", "When", "Field lists", "Question", "Ids")
NAMED = re.compile(r"`([^`]+)`")


def rows(name: str) -> Iterator[list[str]]:
    """The cells of every table row of a page, without heads and rules."""
    for line in (DOCS / name).read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| ") and not cells[0].startswith(("---", *HEADS)):
            yield cells


def exists(name: str) -> bool:
    """True when something of this release has this id, with words in both languages where it is a key."""
    steps = {step.id for step in KNOWN.definitions.steps}
    if name in steps or name in KNOWN.definitions.documents or KNOWN.definitions.has(name):
        return True
    return all(
        KNOWN.book.has(name, language) or next(iter(KNOWN.book.under(name, language)), None) is not None
        for language in LANGUAGES
    )


ITEMS = [(name, cells[1], cells[-1]) for name in ("deck", "process") for cells in rows(f"{name}.md")]


@pytest.mark.parametrize(("page", "item", "carried"), ITEMS, ids=[f"{page}: {item}" for page, item, _ in ITEMS])
def test_every_item_is_carried_by_something_that_exists(page: str, item: str, carried: str) -> None:
    named = NAMED.findall(carried)
    assert named, (page, item)
    assert [name for name in named if not exists(name)] == []


def test_every_slide_has_its_items() -> None:
    assert {int(cells[0]) for cells in rows("deck.md")} == set(range(1, SLIDES + 1))


def test_no_card_reflection_hint_or_priority_is_left_out_of_the_table() -> None:
    text = "".join((DOCS / name).read_text(encoding="utf-8") for name in ("deck.md", "process.md"))
    known = [card.words for card in KNOWN.background.cards.values()]
    known += [one.words for one in KNOWN.background.reflections]
    known += [hint.words for hint in KNOWN.context.hints]
    known += [f"seats.{part}" for part in ("who", "why", "short", "letters")]
    for path in ("research_strategy.priorities", "research_strategy.objectives"):
        known += [one.key for one in KNOWN.starters[path].all()]
    assert [name for name in known if name not in text] == []


def test_the_presentation_names_nineteen_priorities_and_eighteen_sectors() -> None:
    assert len(list(KNOWN.starters["research_strategy.priorities"].all())) == 19
    assert len(KNOWN.definitions.lists["council_sectors"]) == 18


def test_the_page_on_context_says_where_each_hint_shows_and_what_comes_first() -> None:
    told = [(*NAMED.findall(cells[0]), *NAMED.findall(cells[1]), cells[1].split()[-1], tuple(NAMED.findall(cells[2])))
            for cells in rows("context.md") if len(cells) == 4]  # fmt: skip
    assert told == [(hint.id, hint.dimension, hint.leaning, hint.at) for hint in KNOWN.context.hints]
    firsts = [(*NAMED.findall(cells[0]), cells[0].split()[-1], tuple(NAMED.findall(cells[1])))
              for cells in rows("context.md") if len(cells) == 2]  # fmt: skip
    assert firsts == [(one.dimension, one.leaning, one.first) for one in KNOWN.context.orders]


FIELD_LISTS = [cells for cells in rows("ids.md") if len(cells) == 3 and NAMED.findall(cells[0])]


@pytest.mark.parametrize("cells", FIELD_LISTS, ids=[cells[0] for cells in FIELD_LISTS])
def test_every_id_of_the_field_lists_stands_in_something_that_exists_or_is_explained(cells: list[str]) -> None:
    here = [name for name in NAMED.findall(cells[1]) if "." in name]
    assert [name for name in here if not exists(name)] == []
    assert here or cells[2]


def test_every_question_of_ours_is_told_on_the_page_of_ids() -> None:
    text = (DOCS / "ids.md").read_text(encoding="utf-8")
    asked = [question for question in KNOWN.definitions.everything() if not question.parent]
    told = {name.removeprefix(".") for name in NAMED.findall(text)}
    assert [one.path for one in asked if not {one.path, one.id} & told] == []
