"""The gate before the first step: which form fits, what is shown, what is missing; and its card in both languages."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from bot.telegram_limits import length
from tests.support.walker import Walker, the_guide
from workflows.actions import Press
from workflows.errors import DefinitionFault
from workflows.knowledge import DEFINITIONS
from workflows.project import Answer, Project, Record
from workflows.readiness import ATTRIBUTES, EVIDENCE, FORMS, READ, WORDS, assess, backing, load_rules

RULES = the_guide().knowledge.readiness
SHOWN: dict[str, Any] = {
    "province_tie": "works_together", "need_proofs": ["figures", "consultation"], "municipal_role": "member",
    "support": ["settlement_providers", "health", "schools", "justice_police", "employers"], "newcomers_a_year": 400,
    "eligible_count": "counted", "population": 90000, "population_year": 2021, "rif_contact": "met",
    "existing_partnership": "none_near", "neighbours": "none_near",
    "services": [Record(name, {"organization": name, "service": "welcome"}) for name in ("r1", "r2")],
}  # fmt: skip
"""A place that can show everything."""


def place(**told: Any) -> Project:
    """A project with these answers of the profile; None takes one away."""
    values = {**SHOWN, **told}
    answers = {f"profile.{name}": Answer("given", value) for name, value in values.items() if value is not None}
    return Project("p", 2026, answers=answers)


def states(project: Project) -> dict[str, str]:
    return dict(assess(project, RULES).attributes)


@pytest.mark.parametrize(
    ("told", "form"),
    [
        ({}, "alone"),
        ({"province": "quebec", "existing_partnership": "covers_us"}, "other_system"),
        ({"existing_partnership": "covers_us"}, "seat_in_existing"),
        ({"existing_partnership": "covers_us", "lead": "francophone_organization"}, "francophone_committee"),
        ({"existing_partnership": "covers_us", "rif_place": "francophone_committee"}, "francophone_committee"),
        ({"existing_partnership": "covers_us", "francophone_path": "starts"}, "francophone_committee"),
        ({"existing_partnership": None, "francophone_path": "seat"}, "seat_in_existing"),
        ({"existing_partnership": "none_near", "francophone_path": "seat"}, "alone"),
        ({"population": 29999, "neighbours": "not_asked"}, "zonal"),
        ({"population": 29999, "neighbours": None}, "zonal"),
        ({"population": 29999}, "alone"),
        ({"population": 30000, "neighbours": "not_asked"}, "alone"),
        ({"population": 30000, "neighbours": "talking"}, "zonal"),
        ({"neighbours": "agreed", "newcomers_a_year": 1000}, "zonal"),
        ({"neighbours": "agreed", "newcomers_a_year": 1001}, "alone"),
        ({"province_tie": "not_yet", "need_proofs": None, "support": None, "municipal_role": None}, "welcome_table"),
        ({"province_tie": None, "need_proofs": None, "municipal_role": "informed", "support": None}, "welcome_table"),
    ],
)  # fmt: skip
def test_the_form_follows_from_the_answers(told: dict[str, Any], form: str) -> None:
    assert assess(place(**told), RULES).form == form


def test_nothing_is_named_before_three_questions_on_the_attributes_were_answered() -> None:
    some = {
        f"profile.{name}": Answer("given", SHOWN[name]) for name in ("province_tie", "newcomers_a_year", "population")
    }
    assert assess(Project("p", 2026, answers=some), RULES).form == "open"
    some["profile.support"] = Answer("not_sure")
    assert assess(Project("p", 2026, answers=some), RULES).form != "open"
    assert assess(Project("p", 2026), RULES).form == "open"


@pytest.mark.parametrize(
    ("told", "name", "state"),
    [
        ({"province_tie": "works_together"}, "government_ties", "met"),
        ({"province_tie": "in_contact"}, "government_ties", "partly"),
        ({"province_tie": "not_yet"}, "government_ties", "not_shown"),
        ({"province_tie": None}, "government_ties", "not_shown"),
        ({"need_proofs": ["figures", "service_map", "partners_word"]}, "need_shown", "met"),
        ({"need_proofs": ["figures"]}, "need_shown", "partly"),
        ({"need_proofs": None}, "need_shown", "not_shown"),
        ({"municipal_role": "informed"}, "place_commitment", "met"),
        ({"municipal_role": "none_yet"}, "place_commitment", "partly"),
        ({"support": ["health", "schools"]}, "place_commitment", "partly"),
        ({"support": None}, "place_commitment", "partly"),
        ({"support": None, "municipal_role": "none_yet"}, "place_commitment", "not_shown"),
        ({}, "critical_mass", "met"),
        ({"eligible_count": "estimated"}, "critical_mass", "partly"),
        ({"newcomers_a_year": 0, "services": None, "eligible_count": "not_yet"}, "critical_mass", "not_shown"),
        ({"newcomers_a_year": None, "services": None, "eligible_count": "estimated"}, "critical_mass", "partly"),
    ],
)  # fmt: skip
def test_each_attribute_of_2013_is_shown_partly_shown_or_not_shown(told: dict[str, Any], name: str, state: str) -> None:
    assert states(place(**told))[name] == state


@pytest.mark.parametrize(
    ("landed", "people", "landings", "size"),
    [
        (1001, 29999, "above", "small"), (1000, 30000, "below", "larger"), (None, None, "unknown", "unknown"),
        (0, 1, "below", "small"),
    ],
)  # fmt: skip
def test_the_dated_numbers_are_compared_and_say_so_when_nothing_is_known(
    landed: int | None, people: int | None, landings: str, size: str
) -> None:
    told = assess(place(newcomers_a_year=landed, population=people), RULES)
    assert (told.landings, told.size) == (landings, size)


def test_a_place_that_can_show_everything_misses_nothing() -> None:
    told = assess(place(), RULES)
    assert set(states(place()).values()) == {"met"}
    assert told.missing == ()


@pytest.mark.parametrize(
    ("told", "name", "question"),
    [
        ({"existing_partnership": None}, "existing", "profile.existing_partnership"),
        ({"population": None, "population_year": None}, "figures", "profile.population"),
        ({"population_year": None}, "figures", "profile.population_year"),
        ({"newcomers_a_year": None}, "figures", "profile.newcomers_a_year"),
        ({"eligible_count": "estimated"}, "eligible", "profile.eligible_count"),
        ({"services": None}, "services", "profile.services"),
        ({"need_proofs": ["figures"]}, "need", "profile.need_proofs"),
        ({"province_tie": "in_contact"}, "province", "profile.province_tie"),
        ({"municipal_role": "none_yet"}, "municipality", "profile.municipal_role"),
        ({"support": ["settlement_providers", "schools"]}, "support", "profile.support"),
        ({"rif_contact": "planned"}, "rif", "profile.rif_contact"),
        ({"population": 9000, "neighbours": "not_asked"}, "neighbours", "profile.neighbours"),
    ],
)  # fmt: skip
def test_what_is_missing_is_named_with_the_question_that_would_tell_it(
    told: dict[str, Any], name: str, question: str
) -> None:
    assert [(one.id, one.question) for one in assess(place(**told), RULES).missing] == [(name, question)]


def test_the_sectors_without_support_are_named_and_a_seat_counts_like_a_letter() -> None:
    project = place(support=["settlement_providers", "schools"])
    assert assess(project, RULES).missing[0].sectors == ("health", "justice_police", "employers")
    project.answers["council.members"] = Answer(
        "given",
        [
            Record("r3", {"organization": "Clinic", "sectors": ["health"], "state": "accepted"}),
            Record("r4", {"organization": "Police", "sectors": ["justice_police"], "state": "invited"}),
            Record("r5", {"organization": "Nobody", "state": "accepted"}),
        ],
    )
    assert backing(project) == {"settlement_providers", "schools", "health"}
    assert assess(project, RULES).missing[0].sectors == ("justice_police", "employers")


def test_the_gate_reads_questions_options_and_sectors_that_exist() -> None:
    known = the_guide().knowledge.definitions
    assert all(known.has(path) for path in READ)
    assert set(RULES.backing_sectors) <= set(known.question("profile.support").options)
    for name, value in SHOWN.items():
        options = known.question(f"profile.{name}").options
        assert not options or set(value if isinstance(value, list) else [value]) <= set(options), name
    assert RULES.step in [step.id for step in known.steps]


def test_assessing_changes_nothing() -> None:
    project = place()
    before = project.to_data()
    assert assess(project, RULES) == assess(project, RULES)
    assert project.to_data() == before


def test_every_form_state_and_evidence_has_words_in_both_languages() -> None:
    for language in ("en", "fr"):
        words = the_guide().book.words[language]
        assert {f"readiness.{key}" for key in WORDS} <= set(words)
        wanted = {"forms": FORMS, "whys": FORMS, "attributes": ATTRIBUTES, "evidence": EVIDENCE}
        for part, names in wanted.items():
            assert {key.split(".")[2] for key in words if key.startswith(f"readiness.{part}.")} == set(names)


def test_rules_with_a_number_missing_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "readiness.yml"
    shutil.copy(DEFINITIONS / "readiness.yml", file)
    assert load_rules(file) == RULES
    file.write_text(file.read_text(encoding="utf-8").replace("small_centre:", "small_town:"), encoding="utf-8")
    with pytest.raises(DefinitionFault, match="small_centre"):
        load_rules(file)


# --- the card ---


def test_the_card_is_one_tap_from_the_profile_and_from_its_review_alone(either: Walker) -> None:
    for press, offered in (
        (Press("step", "profile"), True),
        (Press("review", "profile"), True),
        (Press("step", "council"), False),
    ):
        either.do(press)
        assert either.offers("readiness") is offered
    either.do(Press("review", "profile"))
    either.tap("readiness")
    assert either.screen.id == "readiness"
    either.tap("back")
    assert (either.screen.id, either.spot.step) == ("review", "profile")


def test_the_card_says_on_every_page_that_it_decides_nothing_and_leads_to_each_open_question(either: Walker) -> None:
    either.do(Press("step", "profile"))
    either.tap("readiness")
    asked = []
    while True:
        assert "readiness.no_decision" in either.keys
        asked += [press.target for press in either.presses() if press.verb == "change"]
        following = str(either.spot.page + 1)
        if not either.offers("page", value=following):
            break
        either.tap("page", value=following)
    assert either.project is not None
    assert asked == [one.question for one in assess(either.project, RULES).missing]
    either.tap("change", asked[-1])
    assert either.spot.question == asked[-1]


def test_quebec_is_told_that_this_is_another_system(either: Walker) -> None:
    either.open("profile.province")
    either.tap("set", value="quebec") if either.offers("set", value="quebec") else either.say("Quebec")
    either.do(Press("step", "profile"))
    either.tap("readiness")
    assert {"readiness.forms.other_system", "readiness.no_decision"} <= either.keys
    assert "readiness.four" not in either.keys


@pytest.mark.parametrize(
    "told",
    [
        {"province_tie": "not_yet", "need_proofs": None, "support": None, "municipal_role": None, "services": None},
        {"population": 9000, "neighbours": "talking", "eligible_count": None},
        {"existing_partnership": "covers_us", "francophone_path": "both", "newcomers_a_year": 4000},
        {},
    ],
)
def test_every_page_of_the_card_can_be_read_on_a_phone(told: dict[str, Any], either: Walker) -> None:
    assert either.project is not None
    either.project.answers.update(place(**told).answers)
    either.do(Press("step", "profile"))
    either.tap("readiness")
    assert f"readiness.forms.{assess(either.project, RULES).form}" in either.keys
    for page in range(1, 9):
        assert all(length(messages[0].plain) <= 1500 for messages in either.messages.values())
        if not either.offers("page", value=str(page)):
            break
        either.tap("page", value=str(page))
    assert either.offers("change") or not assess(either.project, RULES).missing
