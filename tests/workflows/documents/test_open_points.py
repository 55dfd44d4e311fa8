"""Points that a draft leaves open: several things of one matter make one point, hidden questions none."""

from __future__ import annotations

from tests.support.drafting import give, shipped, short_path
from workflows.documents.open_checks import missing_sectors
from workflows.documents.open_points import open_marks, open_points
from workflows.documents.visible import Visible
from workflows.project import Project


def points(project: Project, document: str = "terms-of-reference") -> dict[str, int]:
    """The ids of the points with their numbers."""
    told = open_points(shipped().definitions, project, document)
    return {point.label.key.rpartition(".")[2]: int(str(point.label.params["n"])) for point in told}


def test_short_path() -> None:
    assert list(points(short_path())) == [
        "name_fr",
        "background",
        "vision",
        "holder",
        "coordinator",
        "seats",
        "working_groups",
        "supports",
        "francophone",
        "indigenous",
        "adoption",
    ]


def test_things_of_one_matter_are_one_point() -> None:
    project = short_path()
    assert points(project)["vision"] == 2
    give(project, "terms_of_reference.vision", "A vision")
    assert points(project)["vision"] == 1
    give(project, "terms_of_reference.mission", "A mission")
    assert "vision" not in points(project)


def test_a_hidden_question_leaves_nothing_open() -> None:
    project = short_path()
    give(project, "council.bodies", ["secretariat"])
    assert "working_groups" not in points(project)
    give(project, "terms_of_reference.quorum_rule", "fixed_number")
    assert points(project)["quorum"] == 1
    give(project, "terms_of_reference.quorum_number", 7)
    assert "quorum" not in points(project)


def test_seats_without_person_sector_or_plan_are_one_point() -> None:
    project = short_path()
    members = project.records("council.members")
    members[0].values["person"] = ""
    members[1].values["sectors"] = []
    assert open_marks(shipped().definitions, project, "terms-of-reference") >= {
        "person",
        "member_sector",
        "missing_sectors",
    }
    assert points(project)["seats"] == 3


def test_a_plan_for_each_missing_sector_settles_them() -> None:
    project = short_path()
    wanted = missing_sectors(Visible(shipped().definitions, project))
    assert "housing" in wanted
    assert "other" not in wanted
    give(project, "council.sector_plans", [{"sector": sector, "who_asks": "Ada"} for sector in wanted])
    assert "seats" not in points(project)


def test_recommended_rules_are_not_open() -> None:
    project = short_path()
    for rule in shipped().definitions.members_of("rules"):
        del project.answers[rule.path]
    assert points(project)["quorum"] == 2
    assert points(project)["terms"] == 4


def test_plan_names_the_actions_concerned() -> None:
    project = Project("x", 2026)
    give(project, "research_strategy.priorities", [{"title": "A"}, {"title": "B", "focus": "parked"}])
    give(
        project,
        "action_plan.actions",
        [{"action": "x", "priority": "priorities1"}, {"action": "y", "service": "direct"}],
    )
    told = open_points(shipped().definitions, project, "action-plan")
    said = [shipped().book.text(point.label, "en") for point in told]
    assert "Leads: name one organization for each of actions 1.1 and 0.1." in said
    assert "Results wanted" not in " ".join(said)
    assert "Result wanted: write it for priority 1." in said
    assert any(line.startswith("Direct service: move action 0.1 to a provider") for line in said)
    assert any(line.startswith("Direct or indirect: check action 1.1.") for line in said)
