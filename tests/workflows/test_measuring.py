"""The progress card and the suggested indicators, as somebody taps them."""

from __future__ import annotations

import json

import pytest

from tests.support.drafting import give
from tests.support.personas import load_persona
from tests.support.walker import Walker, the_guide
from workflows.actions import Command, Edit, Press, Say
from workflows.cards.progress import VIEWS
from workflows.screens import Spot
from workflows.standing import makes_sense, standing
from workflows.wording import LANGUAGES

KNOWN = the_guide().knowledge
FOLLOWED, VALUES, ACTIONS = "implementation.indicators", "implementation.indicator_values", "action_plan.actions"
INDICATOR = f"{FOLLOWED}.indicator"
TRUST = {"label": "indicators.names.par_trust"}


def of_persona(name: str, language: str = "en") -> Walker:
    walker = Walker(language)
    walker.project = load_persona(name, KNOWN.definitions)
    walker.do(Command("home"))
    return walker


def card(walker: Walker, language: str) -> str:
    return "\n".join(message.plain for message in walker.messages[language])


# --- progress ---


def test_progress_is_one_tap_from_home_and_from_every_step_and_leads_back(either: Walker) -> None:
    either.do(Command("home"))
    either.tap("progress")
    assert either.tap("back").screen.id == "home"
    for step in KNOWN.definitions.steps:
        either.do(Press("step", step.id))
        either.tap("progress")
        assert either.screen.id == "progress"
        either.tap("back")
        assert (either.screen.id, either.spot.step) == ("step", step.id)


def test_progress_of_a_blank_project_says_what_is_not_measured_and_where_to_begin(walker: Walker) -> None:
    walker.tap("progress")
    assert {"measuring.missing", "measuring.none_followed", "measuring.no_survey"} <= walker.keys
    assert {result.words for result in KNOWN.library.results} <= walker.keys
    for view in VIEWS:
        walker.do(Press("progress", view))
        assert not {key for key in walker.keys if key.startswith("measuring.facts.")}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["regional_centre", "francophone_minority", "small_town"])
def test_every_view_can_be_read_on_a_phone(name: str, language: str) -> None:
    walker = of_persona(name)
    for view in ("", *VIEWS):
        walker.do(Press("progress", view))
        assert len(card(walker, language)) <= 1500, view
        assert walker.offers("back")
        assert walker.offers("home")


def test_the_span_of_the_table_s_own_work_says_what_the_answers_show() -> None:
    walker = of_persona("regional_centre")
    walker.do(Press("progress", "immediate"))
    told = card(walker, "en")
    assert "12 actions (1 done, 1 at risk and 1 not started)" in told
    assert "of 18 covered" in told
    assert "starting point 9 (2025), latest value 13 (2027) and target 15" in told
    assert "Assets and gaps are mapped: 2 assets and 2 gaps" in told
    beginner = of_persona("small_town")
    beginner.do(Press("progress", "immediate"))
    assert "Assets and gaps are mapped: not measured yet" in card(beginner, "en")


def test_context_is_marked_wherever_it_is_shown() -> None:
    walker = of_persona("regional_centre")
    walker.do(Press("progress", "ultimate"))
    assert "arriving (context, not claimed): starting point 58% (2021)" in card(walker, "en")
    assert "(contexte, non attribué)" in card(walker, "fr")
    walker.do(Press("progress", "indicators"))
    own, context = card(walker, "en").split("Context, not claimed")
    assert "with a filled seat" in own
    assert "one year and five years" in context
    walker.listing(FOLLOWED)
    labels = [the_guide().book.text(button.label, "en") for button in walker.screen.options]
    assert [label.partition(". ")[2].startswith("Context, not claimed · ") for label in labels] == [
        False,
        False,
        True,
        False,
    ]


def test_an_indicator_opens_from_the_list_and_a_value_can_be_noted_at_once(walker: Walker) -> None:
    assert walker.project is not None
    give(walker.project, FOLLOWED, [{"indicator": "seats"}])
    walker.do(Press("progress", "indicators"))
    walker.tap("row", FOLLOWED)
    assert (walker.screen.id, walker.spot.record) == ("row", "indicators1")
    walker.do(Press("progress"))
    walker.tap("ask", VALUES)
    walker.say("seats; 2026; 9\nseats; 2027; 12; 13; roster\nseats; 2027; 14")
    assert [(row["year"], row["value"]) for row in walker.rows(VALUES)] == [(2026, "9"), (2027, "12")]
    assert "interface.notices.rows_repeated" in walker.keys
    labels = [the_guide().book.text(button.label, "en") for button in walker.screen.options]
    assert labels == ["1. seats · 2026", "2. seats · 2027"]
    walker.do(Press("progress", "indicators"))
    assert "latest value 12 (2027)" in card(walker, "en")


def test_many_indicators_turn_pages_and_keep_their_numbers(walker: Walker) -> None:
    assert walker.project is not None
    rows = [{"indicator": f"sign {n}", "level": "context" if n < 3 else "immediate"} for n in range(1, 61)]
    give(walker.project, FOLLOWED, rows)
    walker.do(Press("progress", "indicators"))
    for _ in range(7):
        walker.tap("page", value=str(walker.spot.page + 1))
    own, context = card(walker, "en").split("Context, not claimed")
    assert "58. sign 60" in own
    assert ("59. sign 1" in context, "60. sign 2" in context) == (True, True)


def test_many_indicators_of_one_result_are_counted_after_the_first_four(walker: Walker) -> None:
    assert walker.project is not None
    label = {"label": "indicators.names.par_referrals"}
    give(walker.project, FOLLOWED, [{"indicator": label, "baseline": "x" * 120} for _ in range(9)])
    walker.do(Press("progress", "intermediate"))
    assert "5 more indicators" in card(walker, "en")


# --- suggestions ---


def with_an_action(walker: Walker, theme: str = "health") -> str:
    assert walker.project is not None
    give(walker.project, "research_strategy.priorities", [{"title": "Care", "theme": theme}])
    give(walker.project, ACTIONS, [{"action": "A path", "priority": "priorities1"}])
    return walker.project.records(ACTIONS)[0].id


def test_a_suggestion_fills_the_indicator_of_an_action_in_two_taps(either: Walker) -> None:
    record = with_an_action(either)
    either.do(Press("field", f"{ACTIONS}.indicator", record))
    either.tap("suggest")
    assert "measuring.suggestions.action" in either.keys
    either.tap("take", value="hea_pathway_mh")
    assert (either.screen.id, either.spot.record) == ("row", record)
    assert either.rows(ACTIONS)[0]["indicator"] == {"label": "indicators.names.hea_pathway_mh"}
    assert "indicators.names.hea_pathway_mh" in either.keys
    either.do(Command("undo"))
    assert "indicator" not in either.rows(ACTIONS)[0]


def test_while_an_action_is_added_the_next_field_follows(walker: Walker) -> None:
    walker.open(ACTIONS)
    walker.tap("add")
    walker.say("Library talks")
    walker.tap("skip", f"{ACTIONS}.priority")
    walker.say("Public Library")
    walker.say("March 2028")
    walker.tap("set", f"{ACTIONS}.funder", "lip_budget")
    assert walker.spot.field == "indicator"
    walker.tap("suggest")
    walker.tap("take", value="par_trust")
    assert (walker.screen.id, walker.spot.field, walker.spot.value) == ("field", "outcomes", "adding")


def test_typing_on_the_suggestions_answers_in_own_words(walker: Walker) -> None:
    record = with_an_action(walker)
    walker.do(Press("field", f"{ACTIONS}.indicator", record))
    walker.tap("suggest")
    walker.say("x" * 300)
    assert (walker.screen.id, "indicator" in walker.rows(ACTIONS)[0]) == ("suggested", False)
    walker.say("clinics that use it")
    assert (walker.screen.id, walker.rows(ACTIONS)[0]["indicator"]) == ("row", "clinics that use it")


def test_back_from_the_suggestions_asks_the_field_again(walker: Walker) -> None:
    walker.listing(FOLLOWED)
    walker.tap("suggest")
    walker.tap("own")
    assert (walker.screen.id, walker.spot.field, walker.spot.value) == ("field", "indicator", "adding")
    walker.say("seats filled")
    assert walker.spot.field == "level"


def test_a_followed_indicator_brings_level_and_source_and_asks_for_its_start(either: Walker) -> None:
    either.listing(FOLLOWED)
    either.tap("suggest")
    either.tap("take", value="par_sector_cover")
    (row,) = either.rows(FOLLOWED)
    assert row == {
        "indicator": {"label": "indicators.names.par_sector_cover"},
        "level": "immediate",
        "source": {"label": "indicators.sources.roster"},
    }
    assert (either.spot.field, either.spot.value) == ("baseline", "adding")
    either.say("9")
    assert either.screen.id == "rows"


def test_what_the_plan_told_is_not_asked_again(walker: Walker) -> None:
    record = with_an_action(walker)
    assert walker.project is not None
    walker.project.records(ACTIONS)[0].values |= {"indicator": "clinics", "baseline": "1 (2026)", "target": "6"}
    walker.listing(FOLLOWED)
    walker.tap("suggest")
    while not walker.offers("take", value=record):
        walker.tap("page", value=str(walker.spot.page + 1))
    walker.tap("take", value=record)
    assert walker.rows(FOLLOWED) == [{"indicator": "clinics", "baseline": "1 (2026)", "target": "6"}]
    assert walker.spot.field == "level"


def test_a_row_keeps_what_it_says_itself_when_a_suggestion_is_taken(walker: Walker) -> None:
    record = with_an_action(walker)
    assert walker.project is not None
    walker.project.records(ACTIONS)[0].values |= {"indicator": TRUST, "baseline": "52%", "target": "60%"}
    give(walker.project, FOLLOWED, [{"indicator": "old", "level": "context", "baseline": "48%"}])
    walker.do(Press("suggest", INDICATOR, "indicators1"))
    walker.tap("take", value="par_trust")
    (row,) = walker.rows(FOLLOWED)
    assert (row["indicator"], row["level"], row["baseline"], row["target"]) == (TRUST, "immediate", "48%", "60%")
    assert record


def test_a_suggestion_is_there_once_however_often_it_is_pressed(walker: Walker) -> None:
    walker.listing(FOLLOWED)
    walker.tap("suggest")
    press = walker.press("take", value="par_trust")
    walker.do(press)
    walker.do(press)
    assert [row["indicator"] for row in walker.rows(FOLLOWED)] == [TRUST]
    assert "interface.refused.repeated" in walker.keys
    other = Press("take", INDICATOR, "", "par_lived", press.revision)
    walker.do(other)
    assert len(walker.rows(FOLLOWED)) == 1, "a card of an older state adds no row"


def test_a_full_list_takes_no_more(walker: Walker) -> None:
    assert walker.project is not None
    most = int(KNOWN.definitions.question(FOLLOWED).at_most or 0)
    give(walker.project, FOLLOWED, [{"indicator": f"sign {n}"} for n in range(most)])
    walker.do(Press("take", INDICATOR, "", "par_trust"))
    assert len(walker.rows(FOLLOWED)) == most
    assert "interface.refused.too_many" in walker.keys


@pytest.mark.parametrize("verb", ["suggest", "own", "take"])
def test_a_row_that_has_gone_is_said_to_have_gone(verb: str, walker: Walker) -> None:
    walker.do(Press(verb, INDICATOR, "r99", "par_trust" if verb == "take" else ""))
    assert "interface.notices.row_gone" in walker.keys
    assert walker.rows(FOLLOWED) == []


def test_when_everything_is_followed_the_card_says_so(walker: Walker) -> None:
    assert walker.project is not None
    give(walker.project, FOLLOWED, [{"indicator": {"label": one.words}} for one in KNOWN.library.indicators])
    walker.listing(FOLLOWED)
    walker.tap("suggest")
    assert "measuring.suggestions.none" in walker.keys


# --- nothing is taken at its word ---


@pytest.mark.parametrize(
    "press",
    [
        Press("progress", "someday"),
        Press("suggest", "council.members.person"),
        Press("take", INDICATOR, "", "nothing"),
        Press("take", f"{ACTIONS}.indicator", "", "att_retention"),
        Press("own", "profile.lead"),
    ],
)
def test_a_press_that_belongs_nowhere_changes_nothing(press: Press, walker: Walker) -> None:
    before = json.dumps(walker.project.to_data() if walker.project else None)
    assert not makes_sense(KNOWN, walker.project, press)
    walker.do(press)
    assert "interface.notices.old_button" in walker.keys
    assert json.dumps(walker.project.to_data() if walker.project else None) == before


def test_places_are_found_again_and_those_that_mean_nothing_become_home(walker: Walker) -> None:
    walker.do(Press("progress", "ultimate"))
    assert standing(KNOWN, walker.project, walker.spot) == walker.spot
    walker.listing(FOLLOWED)
    walker.tap("suggest")
    assert standing(KNOWN, walker.project, walker.spot) == walker.spot
    for spot in (
        Spot(screen="progress", value="someday"),
        Spot(screen="suggested", question="council.members", field="person"),
        Spot(screen="suggested", question=FOLLOWED, field="colour"),
        Spot(screen="suggested", question=FOLLOWED, field="level"),
        Spot(screen="suggested", question="profile.lead", field="indicator"),
    ):
        assert standing(KNOWN, walker.project, spot) == Spot(screen="home")
    assert standing(KNOWN, None, Spot(screen="progress")) == Spot(screen="naming")


def test_an_edited_message_changes_a_value_of_a_year(walker: Walker) -> None:
    assert walker.project is not None
    give(walker.project, FOLLOWED, [{"indicator": "seats"}])
    walker.listing(VALUES)
    walker.do(Say("seats; 2026; 9", 41))
    walker.do(Edit("seats; 2026; 10", 41))
    assert [row["value"] for row in walker.rows(VALUES)] == ["10"]
