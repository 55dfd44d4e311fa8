"""Networks, welcoming communities, the model that fits, and the cards of the francophone lens."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.telegram_limits import length
from tests.support.walker import Walker, the_guide
from workflows.actions import Press
from workflows.errors import DefinitionFault
from workflows.francophone import load_francophone, suggested_model
from workflows.knowledge import DEFINITIONS
from workflows.project import Answer, Project, Record
from workflows.screens import Spot
from workflows.standing import makes_sense, standing

KNOWN = the_guide().knowledge
TOLD = KNOWN.francophone
FILE = DEFINITIONS / "francophone.yml"
CARD = 1500  # characters that a phone shows without losing the thread


def project(**answers: object) -> Project:
    """A project with answers of the profile."""
    return Project("p", 2026, answers={f"profile.{name}": Answer("given", value) for name, value in answers.items()})


def told(walker: Walker, language: str = "en") -> str:
    return walker.messages[language][0].plain


# --- facts ---


def test_a_network_is_named_only_with_the_year_or_the_page_where_it_was_read() -> None:
    assert {one.id for one in TOLD.networks if not one.name} == {"bc", "north_on", "nb", "ns", "pe", "yk"}
    assert all(one.name for one in TOLD.networks if one.year)
    assert [one.year for one in TOLD.networks_of("alberta")] == [2018]
    assert TOLD.networks_of("nunavut") == ()
    assert len(TOLD.networks_of("ontario")) == 3


def test_the_list_of_welcoming_communities_has_the_first_fourteen_and_the_four_names_of_2024() -> None:
    assert [sum(one.year == year for one in TOLD.welcoming) for year in (2019, 2024)] == [14, 4]


@pytest.mark.parametrize(
    ("place", "province", "found"),
    [
        ("Hamilton", "ontario", 1),
        ("HAUT SAINT JEAN", "new_brunswick", 1),
        ("riviere-seine", None, 1),
        ("Evangeline Region", None, 1),
        ("Cochrane", "alberta", 0),
        ("Hamilton", "manitoba", 0),
        ("Hamiltonville", "ontario", 0),
        ("Kenora", "ontario", 0),
    ],
)
def test_a_place_is_recognised_by_its_name_in_its_own_province(place: str, province: str | None, found: int) -> None:
    one = project(place=place) if province is None else project(place=place, province=province)
    assert len(TOLD.welcoming_places(one)) == found


def test_every_place_of_the_catchment_is_looked_at() -> None:
    here = project(
        province="newfoundland_labrador",
        catchment=[Record("r1", {"place": "Churchill Falls"}), Record("r2", {"place": "Wabush"})],
    )
    assert [one.names["fr"] for one in TOLD.welcoming_places(here)] == ["Labrador City–Wabush"]


TWO_PLACES = [Record("r1", {"place": "Hearst"}), Record("r2", {"place": "Mattice"})]


@pytest.mark.parametrize(
    ("answers", "model", "reason"),
    [
        ({"rif_place": "leads_the_table", "francophone_path": "starts"}, "francophone_led", "leads"),
        ({"rif_place": "leads_the_table", "francophone_path": "neither"}, "two_chairs", "leads"),
        ({"rif_place": "francophone_committee"}, "standing_committee", "committee"),
        ({"rif_place": "works_in_parallel", "francophone_path": "seat"}, "cross_seats", "seats"),
        (
            {"rif_place": "to_discuss", "francophone_path": "both", "welcoming_community": "yes"},
            "no_new_structure",
            "welcoming",
        ),
        ({"francophone_path": "neither", "welcoming_community": "yes"}, "", ""),
        ({"francophone_path": "seat"}, "standing_committee", "lone_seat"),
        (
            {"francophone_path": "starts", "catchment": TWO_PLACES, "population": 6000},
            "francophone_led",
            "small_centres",
        ),
        ({"francophone_path": "starts", "catchment": TWO_PLACES}, "", ""),
        ({"francophone_path": "neither", "province": "new_brunswick"}, "two_chairs", "bilingual"),
        ({}, "", ""),
    ],
)
def test_the_model_that_fits_follows_from_the_answers(answers: dict[str, object], model: str, reason: str) -> None:
    assert suggested_model(project(**answers)) == (model, reason)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("about: [council.rif_model,", "about: [council.rif_modal,"),
        ("resources: [wfc_initiative]", "resources: [wfc]"),
        ("lens:\n  council: [council.rif_model,", "lens:\n  council: [council.colour,"),
        ("  council: [models, network]", "  council: [model, network]"),
        ("province: alberta, year", "province: albertan, year"),
    ],
)
def test_an_id_that_names_nothing_is_refused_with_its_line(old: str, new: str, tmp_path: Path) -> None:
    text = FILE.read_text(encoding="utf-8")
    assert text.count(old) == 1
    broken = tmp_path / "francophone.yml"
    broken.write_text(text.replace(old, new), encoding="utf-8")
    resources = frozenset(one.id for one in KNOWN.catalogue.resources)
    with pytest.raises(DefinitionFault, match="names nothing") as refused:
        load_francophone(broken, KNOWN.definitions, resources)
    line = text[: text.index(old)].count("\n") + 1
    assert f"{broken}:{line}" in str(refused.value) or f"{broken}:{line + 1}" in str(refused.value)


# --- cards ---


@pytest.mark.parametrize("step", sorted(TOLD.lens))
def test_every_step_has_its_lens_in_both_languages_and_back_leads_to_the_step(step: str, walker: Walker) -> None:
    walker.do(Press("step", step))
    walker.tap("lens", step)
    assert {f"francophone.lens.{step}.q{n}" for n in range(1, 7)} <= walker.keys
    assert all(length(told(walker, language)) <= CARD for language in ("en", "fr"))
    assert standing(KNOWN, walker.project, walker.spot) == walker.spot
    walker.tap("back")
    assert (walker.screen.id, walker.spot.step) == ("step", step)


@pytest.mark.parametrize("name", sorted(TOLD.cards))
def test_every_short_card_is_short_and_leads_back(name: str, walker: Walker) -> None:
    walker.open("profile.lead")
    walker.do(Press("francophone", f"francophone.{name}"))
    assert f"francophone.cards.{name}.title" in walker.keys
    assert all(len(messages) == 1 and length(messages[0].plain) <= CARD for messages in walker.messages.values())
    assert all(makes_sense(KNOWN, walker.project, press) for press in walker.presses())
    walker.tap("back")
    assert walker.spot.question == "profile.lead"


def test_the_models_card_says_which_one_fits_and_takes_the_choice(either: Walker) -> None:
    either.open("profile.rif_contact")
    either.tap("set", value="met")
    either.tap("set", value="francophone_committee")
    either.open("council.rif_model")
    either.tap("francophone", "francophone.models")
    assert {"francophone.models.fits", "francophone.reasons.committee"} <= either.keys
    either.tap("set", "council.rif_model", "standing_committee")
    assert either.value("council.rif_model") == "standing_committee"
    assert "interface.notices.replaced" not in either.keys
    either.do(Press("francophone", "francophone.models"))
    assert either.button("set", "standing_committee").chosen
    either.tap("set", value="cross_seats")
    assert "interface.notices.replaced" not in either.keys, "the card was fresh: nothing newer was replaced"


def test_a_lens_offers_only_the_questions_that_apply(walker: Walker) -> None:
    walker.do(Press("lens", "council"))
    assert not walker.offers("ask", "council.holder_french")
    walker.open("council.holder_state")
    walker.tap("set", value="candidate")
    walker.do(Press("lens", "council"))
    walker.tap("ask", "council.holder_french")
    assert walker.spot.question == "council.holder_french"


@pytest.mark.parametrize(
    ("province", "keys", "name"),
    [
        ("alberta", {"francophone.network.seen"}, ", 2018"),
        ("ontario", {"francophone.network.seen", "francophone.network.ask"}, "RIFCSO"),
        ("yukon", {"francophone.network.ask"}, "FCFA"),
        ("nunavut", {"francophone.network.none"}, "FCFA"),
        ("quebec", {"francophone.network.quebec"}, "Québec"),
    ],
)
def test_the_network_card_names_what_was_read_and_sends_to_the_fcfa_for_the_rest(
    province: str, keys: set[str], name: str, walker: Walker
) -> None:
    walker.open("profile.province")
    walker.do(Press("set", "profile.province", value=province))
    walker.do(Press("francophone", "francophone.network"))
    assert keys <= walker.keys
    assert name in told(walker, "fr")
    assert ("RIFCSO" in told(walker)) is (province == "ontario")


def test_without_a_province_the_network_card_asks_for_it(walker: Walker) -> None:
    walker.do(Press("francophone", "francophone.network"))
    walker.tap("ask", "profile.province")
    assert walker.spot.question == "profile.province"


def test_a_place_on_the_list_is_said_at_step_one_and_on_its_card(walker: Walker) -> None:
    walker.open("profile.place")
    walker.say("Hamilton")
    for press in (
        Press("step", "council"),
        Press("step", "profile"),
        Press("lens", "council"),
        Press("francophone", "francophone.welcoming"),
    ):
        walker.do(press)
        assert "francophone.welcoming.seems" in walker.keys
    walker.do(Press("step", "action_plan"))
    assert "francophone.welcoming.seems" not in walker.keys
    walker.do(Press("set", "profile.welcoming_community", value="yes"))
    walker.do(Press("step", "council"))
    assert "francophone.welcoming.is_one" in walker.keys


def test_the_answer_to_an_invitation_is_in_both_languages_and_says_what_was_chosen(either: Walker) -> None:
    language, other = ("en", "fr") if either.language == "en" else ("fr", "en")
    either.open("profile.francophone_path")
    either.tap("set", value="seat")
    assert either.spot.question == "profile.seat_council"
    either.say("Riverbend LIP")
    either.open("council.seat_asks")
    either.tap("usual")
    either.open("council.seat_brings")
    either.tap("on", value="voices")
    either.do(Press("francophone", "francophone.reply"))
    text = told(either, language)
    book = either.guide.book
    for one in (language, other):
        for key in ("asks.two_seats", "asks.alternate", "brings.voices", "reply.closing"):
            assert str(book.words[one][f"francophone.{key}"]) in text
    assert text.count("Riverbend LIP") == 2
    assert str(book.words[language]["francophone.asks.co_chair"]) not in text


@pytest.mark.parametrize(
    "press",
    [
        Press("lens", "profile"),
        Press("lens", "xyzzy"),
        Press("lens"),
        Press("francophone", "francophone.xyzzy"),
        Press("francophone", "models"),
    ],
)
def test_a_lens_or_card_that_does_not_exist_is_an_old_button(press: Press, walker: Walker) -> None:
    walker.do(press)
    assert "interface.notices.old_button" in walker.keys


@pytest.mark.parametrize(
    ("screen", "value"), [("lens", "profile"), ("lens", ""), ("francophone", "models"), ("francophone", "")]
)
def test_a_stored_place_is_not_trusted(screen: str, value: str, walker: Walker) -> None:
    assert standing(KNOWN, walker.project, Spot(screen=screen, value=value)) == Spot(screen="home")
    assert standing(KNOWN, None, Spot(screen=screen, value="council")) == Spot(screen="naming")
