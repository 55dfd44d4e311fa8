"""Answers under watch: what is looked up is noted, whichever way, and what is put into words is noted apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.support.drafting import shipped, short_path
from workflows.documents.speech import Speech
from workflows.documents.visible import Visible
from workflows.documents.watching import Watched
from workflows.project import Answer

MISSION, VISION = "terms_of_reference.mission", "terms_of_reference.vision"
MEMBERS, BODIES, MEETINGS = "council.members", "council.bodies", "terms_of_reference.meetings_first_year"


def answers() -> dict[str, Answer]:
    return {MISSION: Answer("given", "A town for all"), VISION: Answer("given", "Welcome")}


@pytest.mark.parametrize(
    "look",
    [lambda all_of: all_of.get(MISSION), lambda all_of: all_of[MISSION], lambda all_of: MISSION in all_of],
)
def test_one_look_reads_one_answer(look: Callable[[Watched], object]) -> None:
    watched = Watched(answers())
    assert look(watched)
    assert (watched.read, watched.said) == ({MISSION}, set())


@pytest.mark.parametrize("look", [list, Watched.keys, Watched.values, Watched.items, dict])
def test_going_through_all_reads_all(look: Callable[[Watched], object]) -> None:
    watched = Watched(answers())
    look(watched)
    assert watched.read == {MISSION, VISION}


def test_only_what_is_put_into_words_is_said() -> None:
    project, known = short_path(), shipped()
    watched = Watched(project.answers)
    speech = Speech(Visible(known.definitions, replace(project, answers=watched)), known.book, "en")
    speech.view.value(BODIES)
    assert speech.typed(MISSION) is None
    assert watched.read >= {BODIES, MISSION}
    assert watched.said == set()
    speech.clause(MEETINGS)
    (first, *_) = speech.view.rows(MEMBERS)
    assert speech.cell(f"{MEMBERS}.alternate", first) == ""
    assert watched.said == {MEETINGS}
    speech.title(first, MEMBERS)
    assert watched.said == {MEETINGS, MEMBERS}
