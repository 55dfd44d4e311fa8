"""The guide's own texts as a file may hold them: each in its field, and nothing that only looks like one."""

from __future__ import annotations

from tests.support.walker import the_guide
from workflows.ready_made import is_ready_made, ready_made

KNOWN = the_guide().knowledge
READY = ready_made(KNOWN.definitions, KNOWN.starters, KNOWN.library)
ACTION, TITLE = "action_plan.actions.action", "research_strategy.priorities.title"
INDICATOR, SOURCE = "implementation.indicators.indicator", "implementation.indicators.source"


def test_every_text_that_may_be_taken_has_its_words() -> None:
    for path, texts in READY.items():
        asked = KNOWN.definitions.question(path)
        for kind, name in texts:
            words = name if kind == "label" else f"{KNOWN.definitions.question(asked.parent).words}.starters.{name}"
            assert KNOWN.book.has(words), (path, words)


def test_a_starter_an_entry_of_a_list_and_an_indicator_are_known_where_they_are_offered() -> None:
    theme, library = KNOWN.definitions.lists["themes"][0], KNOWN.library.indicators[0]
    taken = (
        (ACTION, {"starter": KNOWN.definitions.question("action_plan.actions").starters[0]}),
        (TITLE, {"label": f"lists.themes.{theme}"}),
        (INDICATOR, {"label": library.words}),
        (SOURCE, {"label": library.source_words}),
    )
    for path, value in taken:
        assert is_ready_made(READY, path, value)
        assert not is_ready_made(READY, "council.members.person", value)


def test_nothing_else_is_known() -> None:
    starter = KNOWN.definitions.question("action_plan.actions").starters[0]
    for value in (
        "x",
        {},
        [],
        None,
        {"starter": ["a"]},
        {"label": "interface.none"},
        {"starter": starter, "label": ""},
    ):
        assert not is_ready_made(READY, ACTION, value)
