"""Hints and order from the six dimensions of local context."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from bot.telegram_limits import length
from tests.support.walker import Walker, the_guide
from workflows.actions import Press
from workflows.context_advice import MOST_HINTS, Hint, hints, leaning, load_context, ordered
from workflows.errors import DefinitionFault

KNOWN = the_guide().knowledge
DIMENSIONS = ("scale", "demographics", "goals", "issues", "focus", "role")
PLACES = sorted({path for hint in KNOWN.context.hints for path in hint.at})
LONGEST_CARD = 1500
GOOD = """\
hints:
  - {id: far, when: {profile.context_scale: left}, at: [council.members]}
within: lists.themes
orders:
  - {when: {profile.context_issues: right}, first: [health]}
"""


def placed(walker: Walker, **answers: str) -> Walker:
    for name, value in answers.items():
        walker.do(Press("set", f"profile.context_{name}", value=value))
    return walker


@pytest.mark.parametrize(("value", "side"), [("1", "left"), ("2", "left"), ("3", ""), ("4", "right"), ("5", "right")])
def test_an_answer_leans_to_one_side_or_to_none(value: str, side: str, walker: Walker) -> None:
    placed(walker, scale=value)
    assert walker.project is not None
    assert leaning(walker.project, "profile.context_scale") == side
    assert leaning(walker.project, "profile.context_role") == ""


def test_without_answers_nothing_is_said_and_nothing_moves(walker: Walker) -> None:
    assert walker.project is not None
    themes = KNOWN.definitions.lists["themes"]
    assert not any(hints(KNOWN.context, walker.project, path) for path in PLACES)
    assert ordered(KNOWN.context, walker.project, themes) == themes


def test_jobs_first_puts_work_first_and_says_whom_to_call(walker: Walker) -> None:
    placed(walker, issues="2", goals="1")
    assert walker.project is not None
    themes = ordered(KNOWN.context, walker.project, KNOWN.definitions.lists["themes"])
    assert themes[:3] == ("workplace_integration", "attraction_retention_business", "children_youth")
    assert sorted(themes) == sorted(KNOWN.definitions.lists["themes"])
    assert [hint.id for hint in hints(KNOWN.context, walker.project, "council.members")] == ["call_employers"]


@pytest.mark.parametrize("hint", KNOWN.context.hints, ids=lambda hint: hint.id)
def test_every_hint_is_said_where_it_is_promised_and_nowhere_else_on_the_other_side(hint: Hint, either: Walker) -> None:
    name = hint.dimension.rpartition("_")[2]
    here, there = ("1", "5") if hint.leaning == "left" else ("5", "1")
    for path in hint.at:
        placed(either, **{name: here})
        either.listing(path)
        assert hint.words in either.keys
        placed(either, **{name: there})
        either.listing(path)
        assert hint.words not in either.keys


@pytest.mark.parametrize("path", PLACES)
def test_a_card_with_all_its_hints_is_still_short(path: str) -> None:
    for sides in product(("1", "5"), repeat=len(DIMENSIONS)):
        walker = Walker()
        placed(walker, **dict(zip(DIMENSIONS, sides, strict=True)))
        walker.listing(path)
        assert walker.project is not None
        assert len(hints(KNOWN.context, walker.project, path)) <= MOST_HINTS
        for messages in walker.messages.values():
            assert length(messages[0].plain) <= LONGEST_CARD, length(messages[0].plain)
        if sides[0] == "5":
            break


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("profile.context_scale", "profile.context_size"),
        ("profile.context_scale: left", "profile.context_scale: up"),
        ("profile.context_scale: left", "profile.lead: left"),
        ("at: [council.members]", "at: [council.member]"),
        ("[health]", "[wealth]"),
        ("within:", "  - {id: far, when: {profile.context_scale: left}, at: [council.members]}\nwithin:"),
    ],
)
def test_a_mistake_is_refused_with_its_line(old: str, new: str, tmp_path: Path) -> None:
    assert old in GOOD
    (tmp_path / "context.yml").write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DefinitionFault, match=r"context\.yml:\d+: "):
        load_context(tmp_path / "context.yml", KNOWN.definitions)
