"""Saved versions: what may be a name, numbers, and presses that nobody drew; then the cards, as a person meets them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support.walker import Walker
from workflows.actions import Press
from workflows.errors import AnswerRefused
from workflows.outcomes import DraftAsked, VersionDropped, VersionKept
from workflows.past import Past
from workflows.project import Project
from workflows.versions import LONGEST, MOST, add, find, fits, named, read_name

VISION = "terms_of_reference.vision"
ADOPTED_ON = "terms_of_reference.adopted_on"
SENT = "Sent to the council"


def project_with(*names: str) -> Project:
    project = Project("p", 2026)
    for name in names:
        add(project, name, "7", "2026-11-22T15:00:00+00:00")
    return project


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("  …  ", "versions.refused.empty"),
        ("x" * (LONGEST + 1), "interface.refused.too_long"),
        ("sent  to the Council", "versions.refused.exists"),
    ],
)
def test_a_name_that_cannot_be_is_refused_with_its_reason(text: str, key: str) -> None:
    with pytest.raises(AnswerRefused) as refused:
        read_name(project_with(SENT), text)
    assert refused.value.key == key


def test_only_so_many_versions_are_kept() -> None:
    full = project_with(*(f"Version {number}" for number in range(MOST)))
    with pytest.raises(AnswerRefused) as refused:
        read_name(full, "One more")
    assert refused.value.key == "versions.refused.full"


def test_a_name_is_kept_as_typed_on_one_line() -> None:
    assert read_name(Project("p", 2026), " Envoyée  au\nconseil <b>&amp; ") == "Envoyée au conseil <b>&amp;"
    assert len(read_name(Project("p", 2026), "é" * LONGEST)) == LONGEST


def test_a_number_is_never_used_again() -> None:
    project = project_with("One", "Two")
    project.versions.pop()
    assert add(project, "Three", "7", "2026-11-22").number == 3
    assert find(project, "2") is None
    assert named(project, "three") == project.versions[-1]


@pytest.mark.parametrize(
    "press",
    [
        Press("version", record="x"),
        Press("changed"),
        Press("draft_since", record="1", value="de.docx"),
        Press("draft_since", record="1", value="en.exe"),
        Press("drop_version", record="1", value="maybe"),
        Press("adopt_version", record="1", value="maybe"),
        Press("adopt_version"),
        Press("draft_adopted", record="1", value="en"),
        Press("versions", record="1"),
    ],
)
def test_a_press_that_nobody_drew_makes_no_sense(press: Press) -> None:
    assert not fits(press)


def saved(walker: Walker, name: str = SENT) -> Walker:
    """Somebody who answered one question and saved a version."""
    walker.open(VISION)
    walker.say("A town where everybody can stay.")
    walker.do(Press("drafts"))
    walker.tap("versions")
    walker.tap("name_version")
    walker.say(name)
    return walker


def test_a_version_keeps_the_project_as_it_stood() -> None:
    walker = saved(Walker())
    assert walker.project is not None
    assert walker.screen.id == "version"
    (effect,) = walker.outcome.effects
    assert isinstance(effect, VersionKept)
    kept = Project.from_data(effect.data)
    assert (kept.answers, kept.revision) == (walker.project.answers, walker.project.revision)
    (version,) = walker.project.versions
    assert (version.number, version.name, version.by, version.revision) == (1, SENT, "7", kept.revision)


def test_the_same_name_with_nothing_changed_saves_nothing_more() -> None:
    walker = saved(Walker())
    walker.do(Press("name_version"))
    walker.say(SENT)
    assert walker.outcome.effects == ()
    assert walker.screen.id == "version"
    assert walker.project is not None
    assert len(walker.project.versions) == 1


def test_the_same_name_after_a_change_is_refused_and_another_can_be_sent() -> None:
    walker = saved(Walker())
    walker.open(VISION)
    walker.say("Another text.")
    walker.do(Press("name_version"))
    walker.say(SENT.upper())
    assert "versions.refused.exists" in walker.keys
    assert walker.screen.id == "naming_version"
    walker.say("Adopted text")
    assert walker.project is not None
    assert [version.number for version in walker.project.versions] == [1, 2]


def test_undo_takes_back_the_answer_and_never_the_version() -> None:
    walker = saved(Walker())
    walker.do(Press("undo"))
    assert walker.project is not None
    assert walker.project.value(VISION) is None
    assert len(walker.project.versions) == 1


def test_what_changed_is_told_clause_by_clause_with_who_and_when() -> None:
    walker = saved(Walker())
    walker.open(VISION)
    walker.say("A town where everybody wants to stay.")
    walker.do(Press("changed", record="1"))
    assert {"versions.signs", "documents.changes.kinds.reworded", "documents.changes.counts.reworded"} <= walker.keys
    shown = walker.messages["en"][-1].plain
    assert "[− can −]" in shown
    assert "[+ wants to +]" in shown
    walker.tap("draft_since", value="fr.docx")
    assert DraftAsked("changes", "fr", "docx", 1) in walker.outcome.effects


def test_without_a_change_the_card_says_so() -> None:
    walker = saved(Walker("fr"))
    walker.tap("changed")
    assert "documents.changes.nothing" in walker.keys


def test_many_changes_come_on_pages() -> None:
    walker = saved(Walker())
    walker.do(Press("recommended", "group.rules"))
    walker.do(Press("changed", record="1"))
    first = walker.messages["en"][-1].plain
    walker.tap("page", value="1")
    assert walker.screen.id == "changed"
    assert walker.messages["en"][-1].plain != first
    walker.do(Press("page", value="999"))
    assert walker.screen.body


def test_a_version_is_removed_after_one_more_question_and_then_gone_for_every_button() -> None:
    walker = saved(Walker())
    walker.tap("drop_version")
    assert walker.project is not None
    assert len(walker.project.versions) == 1
    walker.tap("drop_version", value="sure")
    assert walker.outcome.effects == (VersionDropped(1),)
    assert walker.project.versions == []
    for press in (
        Press("drop_version", record="1", value="sure"),
        Press("drop_version", record="1"),
        Press("version", record="1"),
        Press("changed", record="1"),
        Press("draft_since", record="1", value="en.pdf"),
    ):
        walker.do(press)
        assert walker.screen.id == "versions"
        assert "versions.gone" in walker.keys
        assert not walker.outcome.effects


def test_a_place_at_a_version_that_has_gone_becomes_home() -> None:
    walker = saved(Walker())
    there = walker.spot
    walker.do(Press("drop_version", record="1", value="sure"))
    walker.spot = there
    walker.say("hello")
    assert walker.screen.id != "version"


def test_a_version_whose_answers_the_store_has_lost_is_told_as_gone() -> None:
    walker = saved(Walker())
    walker.kept.clear()
    assert walker.past(1) == Past(tuple(walker.history), {}, 1)
    walker.tap("changed")
    assert "versions.gone" in walker.keys


def adopting(walker: Walker, day: str) -> Walker:
    """They answer that the council adopted the terms on this day, and look at the last version again."""
    walker.open(ADOPTED_ON)
    walker.say(day)
    assert walker.project is not None
    walker.do(Press("version", record=str(walker.project.versions[-1].number)))
    return walker


def test_a_version_is_marked_as_adopted_once_the_day_is_answered() -> None:
    walker = saved(Walker())
    assert walker.project is not None
    assert "versions.adopted.how" in walker.keys
    walker.do(Press("adopt_version", record="1"))
    assert walker.project.versions[0].adopted == ""
    adopting(walker, "2026-11-18")
    walker.tap("adopt_version")
    assert {"versions.adopted.marked", "versions.adopted.facts"} <= walker.keys
    assert walker.project.versions[0].adopted == "2026-11-18"
    walker.tap("draft_adopted", value="fr.pdf")
    assert DraftAsked("terms-of-reference", "fr", "pdf", 1) in walker.outcome.effects
    walker.do(Press("versions"))
    assert "versions.button_adopted" in walker.keys


def test_the_day_of_the_adoption_is_no_change_of_the_adopted_text() -> None:
    walker = adopting(saved(Walker()), "2026-11-18")
    walker.tap("changed")
    assert "documents.changes.nothing" not in walker.keys
    walker.do(Press("adopt_version", record="1"))
    walker.tap("changed")
    assert "documents.changes.nothing" in walker.keys


def test_a_mark_is_taken_back_and_an_adopted_version_is_not_removed() -> None:
    walker = adopting(saved(Walker()), "2026-11-18")
    assert walker.project is not None
    walker.tap("adopt_version")
    for value in ("", "sure"):
        walker.do(Press("drop_version", record="1", value=value))
        assert "versions.adopted.stays" in walker.keys
        assert not walker.outcome.effects
    walker.tap("adopt_version", value="not")
    assert walker.project.versions[0].adopted == ""
    walker.do(Press("draft_adopted", record="1", value="en.pdf"))
    assert not walker.outcome.effects
    walker.tap("drop_version")
    walker.tap("drop_version", value="sure")
    assert walker.project.versions == []


def test_a_second_adoption_needs_a_later_version_and_a_later_day() -> None:
    walker = adopting(saved(Walker()), "2026-11-18")
    walker.tap("adopt_version")
    saved(walker, "Amended")
    assert walker.project is not None
    assert {"versions.facts_since", "versions.adopted.how"} <= walker.keys
    adopting(walker, "2026-11-20")
    walker.tap("adopt_version")
    assert [one.adopted for one in walker.project.versions] == ["2026-11-18", "2026-11-20"]
    walker.do(Press("adopt_version", record="1", value="not"))
    assert walker.project.versions[0].adopted == "2026-11-18"
    walker.do(Press("adopt_version", record="9"))
    assert "versions.gone" in walker.keys


def test_who_saved_it_is_told_without_a_name() -> None:
    walker = saved(Walker())
    assert "versions.by_you" in walker.keys
    for by, key in (("8", "versions.by_other"), ("", "versions.by_former")):
        assert walker.project is not None
        walker.project.versions[0] = replace(walker.project.versions[0], by=by)
        walker.do(Press("version", record="1"))
        assert key in walker.keys
