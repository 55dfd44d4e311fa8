"""Judgement about the table and its rules: each rule where it speaks and where it is silent."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.drafting import give
from tests.support.walker import the_guide
from workflows import council_rules as rules
from workflows.findings import Finding
from workflows.project import Project

LISTS = the_guide().knowledge.judgement.lists


def table(*members: dict[str, Any], **answers: Any) -> Project:
    """A project with these members (their ids are members1, members2, …) and answers (`step__question`)."""
    project = Project("p", 2026)
    if members:
        give(project, "council.members", list(members))
    for name, value in answers.items():
        give(project, name.replace("__", "."), value)
    return project


def sector(*names: str, **more: Any) -> dict[str, Any]:
    return {"organization": "x", "sectors": list(names), **more}


ALL = tuple(sector(name) for name in LISTS["council_sectors"])
TEN = ({"organization": "x"},) * 10


def test_sectors_without_a_seat_are_named_in_the_order_of_the_presentation_and_core_ones_apart() -> None:
    core = {"only": ["lists.core_sectors"], "except": ["government"]}
    others = {"except": ["other", "lists.core_sectors"]}
    there = table(sector("schools", "media"), sector("housing", state="declined"))
    assert rules.sectors_without_seat(there, core, LISTS) == (
        "settlement_providers",
        "employers",
        "health",
        "newcomers",
        "francophone",
        "language_training",
        "housing",
    )
    told = rules.sectors_without_seat(there, others, LISTS)
    assert isinstance(told, tuple)
    assert {"media", "schools", "housing", "other"}.isdisjoint(told)
    assert "libraries" in told
    for settings in (core, others):
        assert rules.sectors_without_seat(table(), settings, LISTS) is None
        assert rules.sectors_without_seat(table(*ALL), settings, LISTS) is None


@pytest.mark.parametrize(
    ("members", "found"),
    [
        ((), None),
        ((sector("health"),), ()),
        ((sector("employers"),), None),
        ((sector("employers", state="declined"), sector("health")), ()),
    ],
)
def test_a_sector_nobody_stands_for_is_noticed(members: tuple[dict[str, Any], ...], found: object) -> None:
    assert rules.nobody_from(table(*members), {"values": ["employers"]}, LISTS) == found


def test_a_table_without_lived_experience_is_noticed_and_a_newcomer_counts() -> None:
    settings = {"number": 3}
    three = [sector("health"), sector("schools"), sector("media", lived_experience="prefer_not_to_say")]
    assert rules.no_lived_experience(table(*three[:2]), settings, LISTS) is None
    assert rules.no_lived_experience(table(*three), settings, LISTS) == ()
    assert rules.no_lived_experience(table(*three, sector("newcomers")), settings, LISTS) is None
    assert rules.no_lived_experience(table(*three, sector("media", lived_experience="yes")), settings, LISTS) is None


@pytest.mark.parametrize(
    ("lived", "target", "found"),
    [
        (0, 25, None),
        (1, None, None),
        (1, 25, Finding(numbers=(("n", 1), ("total", 10), ("target", 25)))),
        (3, 25, None),
        (2, 20, None),
    ],
)
def test_lived_experience_is_compared_with_the_target_and_no_name_is_told(
    lived: int, target: int | None, found: object
) -> None:
    members = [{"organization": "x", "lived_experience": "yes"}] * lived + [
        {"organization": "x", "lived_experience": "no"}
    ] * (10 - lived)
    there = table(*members, **({"council__lived_target": target} if target is not None else {}))
    assert rules.lived_experience_below_target(there, {}, LISTS) == found


def test_one_francophone_seat_alone_is_noticed_where_the_table_works_in_english() -> None:
    settings = {"number": 4}
    four = [sector("health"), sector("schools"), sector("media"), sector("francophone")]
    assert rules.one_francophone_voice(table(*four), settings, LISTS) == ("members4",)
    assert rules.one_francophone_voice(table(*four[1:]), settings, LISTS) is None
    assert rules.one_francophone_voice(table(*four, sector("francophone")), settings, LISTS) is None
    assert rules.one_francophone_voice(table(*four, council__francophone_seats=3), settings, LISTS) is None
    assert rules.one_francophone_voice(
        table(*four, sector("francophone"), council__francophone_seats=1), settings, LISTS
    ) == ("members4",)
    assert rules.one_francophone_voice(table(*four, terms_of_reference__languages=["french"]), settings, LISTS) is None


def test_a_holder_with_more_than_its_share_of_votes_is_noticed() -> None:
    settings = {"number": 33}
    own, other, watching = (
        {"organization": "Région d’Été"},
        {"organization": "x"},
        {"organization": "region d'ete", "seat": "observer"},
    )
    assert rules.holder_holds_many_seats(table(own, own, other, watching), settings, LISTS) is None
    there = table(own, own, other, watching, council__holder_name="REGION d’ete")
    assert rules.holder_holds_many_seats(there, settings, LISTS) == Finding(
        ("members1", "members2"), (("percent", 67),)
    )
    assert rules.holder_holds_many_seats(
        table(own, other, other, council__holder_name="Région d’Été"), settings, LISTS
    ) == Finding(("members1",), (("percent", 33),))
    assert (
        rules.holder_holds_many_seats(
            table(own, other, other, other, council__holder_name="Région d’Été"), settings, LISTS
        )
        is None
    )
    assert rules.holder_holds_many_seats(table(own, own, council__holder_name="Région d’Été"), settings, LISTS) is None


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (None, None),
        (["priorities", "plan_approval"], None),
        (["working_groups"], ("priorities", "plan_approval")),
        (["priorities"], ("plan_approval",)),
    ],
)
def test_decisions_that_the_council_was_not_given_stay_with_the_holder(given: list[str] | None, found: object) -> None:
    there = table(**({"terms_of_reference__authority": given} if given else {}))
    assert rules.decisions_left_to_holder(there, {"values": ["priorities", "plan_approval"]}, LISTS) == found


@pytest.mark.parametrize(
    ("model", "sources", "of_holder", "of_one_side"),
    [
        (None, None, None, None),
        ("two_co_chairs", ["municipality"], (), ("municipality",)),
        ("two_co_chairs", ["municipality", "not_the_holder"], None, ("municipality",)),
        ("two_co_chairs", ["municipality", "community", "not_the_holder"], None, None),
        ("one_chair", ["community", "not_the_holder"], None, None),
    ],
)
def test_where_the_chairs_come_from_is_looked_at(
    model: str | None, sources: list[str] | None, of_holder: object, of_one_side: object
) -> None:
    answers = {"terms_of_reference__chair_model": model, "terms_of_reference__chair_sources": sources}
    there = table(**{name: value for name, value in answers.items() if value})
    assert rules.chairs_from_the_holder(there, {}, LISTS) == of_holder
    assert rules.chairs_from_one_side(there, {}, LISTS) == of_one_side


def test_a_quorum_above_the_seats_is_noticed() -> None:
    fixed = {"terms_of_reference__quorum_rule": "fixed_number", "terms_of_reference__quorum_number": 12}
    assert rules.quorum_above_seats(table(**fixed), {}, LISTS) is None
    assert rules.quorum_above_seats(table(*TEN, **fixed), {}, LISTS) == Finding(numbers=(("n", 10), ("quorum", 12)))
    assert rules.quorum_above_seats(table(*TEN, **fixed, terms_of_reference__council_largest=18), {}, LISTS) is None
    assert rules.quorum_above_seats(table(*TEN, terms_of_reference__quorum_rule="one_third"), {}, LISTS) is None


@pytest.mark.parametrize(
    ("rule", "fallback", "found"),
    [
        (None, None, None),
        ("one_third", None, ()),
        ("one_third", "postpone", ()),
        ("one_third", "electronic_vote", None),
    ],
)
def test_a_quorum_without_a_way_on_is_noticed(rule: str | None, fallback: str | None, found: object) -> None:
    answers = {"terms_of_reference__quorum_rule": rule, "terms_of_reference__quorum_fallback": fallback}
    there = table(**{name: value for name, value in answers.items() if value})
    assert rules.no_quorum_fallback(there, {"values": ["postpone"]}, LISTS) == found


def test_few_votes_and_a_large_table_without_an_executive_are_counted_by_seats_with_a_vote() -> None:
    watching = {"organization": "x", "seat": "observer"}
    assert rules.few_voting_seats(table(*TEN[:2]), {"number": 8}, LISTS) is None
    assert rules.few_voting_seats(table(*TEN[:5], watching), {"number": 8}, LISTS) == Finding(numbers=(("n", 5),))
    assert rules.few_voting_seats(table(*TEN), {"number": 8}, LISTS) is None
    large, none = [*TEN, *TEN], {"council__bodies": ["secretariat"]}
    assert rules.large_table_without_executive(table(*large, **none), {"number": 15}, LISTS) == Finding(
        numbers=(("n", 20),)
    )
    assert rules.large_table_without_executive(table(*large), {"number": 15}, LISTS) is None
    assert rules.large_table_without_executive(table(*TEN, **none), {"number": 15}, LISTS) is None
    assert (
        rules.large_table_without_executive(table(*large, council__bodies=["executive"]), {"number": 15}, LISTS) is None
    )


def test_terms_that_end_together_are_named() -> None:
    settings = {"field": "council.members.term_end", "number": 50}
    ends = [
        {"organization": "x", "term_end": month}
        for month in ("2028-06", "2028-06", "2028-06", "2029-06", "2029-06", "2030-06")
    ]
    assert rules.terms_end_together(table(*ends[:4]), settings, LISTS) == ("members1", "members2", "members3")
    assert rules.terms_end_together(table(*ends), settings, LISTS) is None
    assert rules.terms_end_together(table(*ends[:2]), settings, LISTS) is None
    assert rules.terms_end_together(table(*TEN), settings, LISTS) is None
    gone = [*ends[:2], {**ends[2], "state": "declined"}]
    assert rules.terms_end_together(table(*gone), settings, LISTS) is None


def test_every_answer_that_a_rule_reads_is_a_question_of_this_release() -> None:
    paths = [value for name, value in vars(rules).items() if name.isupper() and isinstance(value, str)]
    assert len(paths) >= 12
    assert all(the_guide().knowledge.definitions.has(path) for path in paths)
