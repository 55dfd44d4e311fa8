"""The council roster and its seat grid: who stands where, what is counted, and what is never said of one person."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.support.drafting import LANGUAGES, TODAY, built, give, inlines, marks, shipped, short_path, text
from workflows.documents import write
from workflows.documents.blocks import Document, Table, plain, walk
from workflows.documents.roster_context import roster
from workflows.documents.roster_fields import Roster
from workflows.drafts import open_points
from workflows.project import Project

MEMBERS = "council.members"


def told(project: Project, language: str = "en") -> Roster:
    known = shipped()
    return roster(project, known.definitions, known.book, language, TODAY, "0.1")


def tables(document: Document) -> list[list[list[str]]]:
    found = (block for block in walk(document.blocks) if isinstance(block, Table))
    return [[[plain(cell) for cell in row.cells] for row in table.rows] for table in found]


def council(*rows: Mapping[str, object]) -> Project:
    project = Project("p", 2026)
    give(project, MEMBERS, [dict(row) for row in rows])
    return project


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_eighteen_sectors_stand_in_the_grid_core_ones_first(language: str) -> None:
    bands = told(Project("p", 2026), language).bands
    lists = shipped().definitions.lists
    assert [len(band.sectors) for band in bands] == [
        len(lists["core_sectors"]),
        len(lists["council_sectors"]) - len(lists["core_sectors"]),
    ]
    assert len({sector.name for band in bands for sector in band.sectors}) == 18


@pytest.mark.parametrize(
    ("states", "word"),
    [
        ([], "empty"),
        (["declined"], "empty"),
        (["idea"], "idea"),
        (["idea", "invited"], "invited"),
        (["invited", None], "named"),
        (["invited", "accepted", None], "filled"),
    ],
)
def test_the_surest_seat_gives_a_sector_its_state(states: list[str | None], word: str) -> None:
    rows = [
        {"organization": f"O{place}", "sectors": ["health"], **({"state": state} if state else {})}
        for place, state in enumerate(states)
    ]
    known = shipped()
    health = known.book.words["en"]["lists.council_sectors.health"]
    for band in told(council(*rows)).bands:
        for sector in band.sectors:
            if sector.name == health:
                assert sector.state == known.book.words["en"][f"documents.roster.states.{word}"]


def test_who_declined_is_left_out_and_a_plan_says_who_asks() -> None:
    project = council(
        {
            "person": "Ann",
            "organization": "City",
            "sectors": ["government"],
            "state": "accepted",
            "term_end": "2028-06",
        },
        {"person": "Paul Gone", "organization": "Mill", "sectors": ["employers"], "state": "declined"},
    )
    give(project, "council.sector_plans", [{"sector": "employers", "who_asks": "Ann", "by_when": "2027-03"}])
    document = built(project, "roster")
    assert "Paul Gone" not in text(document)
    grid, members, _ = tables(document)
    assert next(row for row in grid if row[0].startswith("Employers"))[2:] == ["—", "Ann", "March 2027"]
    assert [row[0] for row in members] == ["Ann"]
    assert members[0][5] == "June 2028"


def test_marks_and_points_agree() -> None:
    for project in (Project("p", 2026), short_path()):
        document = built(project, "roster")
        points = open_points(shipped().definitions, project, "roster")
        labels = [shipped().book.text(point.label, "en") for point in points]
        assert labels
        assert [row[1] for row in tables(document)[-1]] == labels
        assert marks(document, "open")


@pytest.mark.parametrize(
    ("answers", "share"),
    [
        (["yes", "no", "no", "no"], None),
        (["yes", "yes", "no", "no", "no", "prefer_not_to_say"], "40%"),
        (["yes"] * 5, None),
        (["no"] * 6, None),
    ],
)
def test_a_share_is_printed_only_where_it_says_nothing_of_one_person(answers: list[str], share: str | None) -> None:
    rows = [{"organization": f"O{place}", "lived_experience": said} for place, said in enumerate(answers)]
    counts = " ".join(told(council(*rows)).counts)
    assert ("%" in counts) is (share is not None)
    assert share is None or share in counts
    few = str(shipped().book.words["en"]["documents.roster.experience_few"])
    assert (few in counts) is (share is None)


def test_nothing_that_one_person_said_of_themselves_is_printed() -> None:
    project = council(*({"person": f"P{n}", "organization": f"O{n}", "lived_experience": "yes"} for n in range(3)))
    label = str(shipped().book.words["en"]["lists.lived_experience.prefer_not_to_say"])
    for row in project.records(MEMBERS):
        row.values["lived_experience"] = "prefer_not_to_say"
        row.values["languages"] = "Tagalog"
    said = text(built(project, "roster"))
    assert label not in said
    assert "Tagalog" not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hundred_and_fifty_members_print(language: str) -> None:
    sectors = shipped().definitions.lists["council_sectors"]
    project = council(
        *(
            {"person": f"| {{{{ x }}}} *{n}*", "organization": "<b>" * 40, "sectors": [sectors[n % 18]]}
            for n in range(150)
        )
    )
    document = built(project, "roster", language)
    assert len(tables(document)[1]) == 150
    assert sum("{{ x }}" in str(inline) for inline in inlines(document.blocks)) >= 150
    assert write(document, "pdf").startswith(b"%PDF")
