"""Two wordings in the chat: the list, one text, its language, editing and undo."""

from __future__ import annotations

import pytest

from tests.support.walker import Walker
from workflows.actions import Command, Press
from workflows.project import Project

MISSION, ACTIONS = "terms_of_reference.mission", "action_plan.actions"
TEXTS = {"en": "Meet to welcome better.", "fr": "Se rencontrer pour mieux accueillir."}
OTHER = {"en": "fr", "fr": "en"}


def kept(walker: Walker) -> tuple[str, dict[str, str], str]:
    assert walker.project is not None
    answer = walker.project.answers[MISSION]
    return answer.value, answer.wording, answer.again


def typed(language: str) -> Walker:
    walker = Walker(language)
    walker.open(MISSION)
    walker.say(TEXTS[language])
    return walker


def listed(walker: Walker) -> Walker:
    walker.do(Command("draft"))
    walker.tap("parity")
    return walker


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_other_wording_is_added_from_the_question(language: str) -> None:
    walker = typed(language)
    walker.open(MISSION, changing=True)
    walker.tap("wording", MISSION, "open")
    assert walker.screen.id == "wording"
    walker.say(TEXTS[OTHER[language]])
    assert kept(walker) == (TEXTS[language], TEXTS, "")
    assert walker.screen.id == "question"
    assert walker.spot.changing
    walker.do(Command("undo"))
    assert kept(walker) == (TEXTS[language], {language: TEXTS[language]}, "")


def test_a_change_marks_the_other_wording_which_is_shown_and_still_fits_with_one_tap() -> None:
    walker = typed("en")
    walker.open(MISSION)
    walker.tap("wording", MISSION, "open")
    walker.say(TEXTS["fr"])
    walker.say("Meet often.")
    assert kept(walker) == ("Meet often.", {"en": "Meet often.", "fr": TEXTS["fr"]}, "fr")
    listed(walker)
    walker.tap("wording", MISSION, "list")
    assert "parity.text.again_fr" in walker.keys
    walker.tap("wording", MISSION, "fits")
    assert kept(walker) == ("Meet often.", {"en": "Meet often.", "fr": TEXTS["fr"]}, "")
    assert walker.screen.id == "parity"
    assert "parity.none" in walker.keys


def test_editing_either_message_corrects_its_own_text() -> None:
    walker = typed("fr")
    first = walker.project.answers[MISSION].message if walker.project else 0
    walker.open(MISSION)
    walker.tap("wording", MISSION, "open")
    walker.say("Meat.")
    second = walker.project.answers[MISSION].messages["en"] if walker.project else 0
    walker.edit(TEXTS["en"], second)
    assert kept(walker) == (TEXTS["fr"], TEXTS, "")
    walker.edit("Se voir.", first)
    assert kept(walker) == ("Se voir.", {"fr": "Se voir.", "en": TEXTS["en"]}, "en")
    walker.edit("See each other.", second)
    assert kept(walker) == ("Se voir.", {"fr": "Se voir.", "en": "See each other."}, "")
    walker.edit("x" * 5001, second)
    assert kept(walker)[1]["en"] == "See each other."


def test_an_edit_stays_in_the_language_in_which_the_text_was_typed() -> None:
    walker = typed("fr")
    message = walker.project.answers[MISSION].message if walker.project else 0
    walker.language = "en"
    walker.edit("Se voir.", message)
    assert kept(walker) == ("Se voir.", {"fr": "Se voir."}, "")


def test_the_language_of_a_text_is_corrected_with_one_tap_and_the_tap_sent_twice_changes_nothing() -> None:
    walker = Walker("en")
    walker.open(MISSION)
    walker.say(TEXTS["fr"])
    walker.open(MISSION)
    walker.tap("wording", MISSION, "open")
    press = walker.press("wording", MISSION, "fr")
    walker.do(press)
    assert kept(walker)[1] == {"fr": TEXTS["fr"]}
    walker.do(press)
    assert kept(walker)[1] == {"fr": TEXTS["fr"]}
    walker.say(TEXTS["en"])
    assert kept(walker) == (TEXTS["fr"], TEXTS, "")


def test_a_field_of_a_row_has_both_wordings_too() -> None:
    walker = Walker("fr")
    walker.listing(ACTIONS)
    walker.say("Quatre causeries; 1; Bibliothèque; novembre 2027; budget du PLI; personnes; 7")
    assert walker.project is not None
    row = walker.project.records(ACTIONS)[0]
    assert row.wording["action"] == {"fr": "Quatre causeries"}
    walker.tap("row", ACTIONS, record=row.id)
    walker.tap("field", f"{ACTIONS}.action", record=row.id)
    walker.tap("wording", f"{ACTIONS}.action", "open", row.id)
    walker.say("Four talks")
    row = walker.project.records(ACTIONS)[0]
    assert row.wording["action"] == {"fr": "Quatre causeries", "en": "Four talks"}
    assert walker.screen.id == "field"
    message = row.messages["action.en"]
    walker.edit("Four library talks", message)
    assert walker.project.records(ACTIONS)[0].wording["action"]["en"] == "Four library talks"
    walker.say("Cinq causeries")
    row = walker.project.records(ACTIONS)[0]
    assert (row.again, row.wording["action"]["en"]) == ({"action": "en"}, "Four library talks")
    walker.do(Command("undo"))
    assert walker.project.records(ACTIONS)[0].again == {}


def test_the_list_goes_from_text_to_text_and_back() -> None:
    walker = Walker("en")
    walker.listing(ACTIONS)
    walker.say("\n".join(f"Action {name}; 1; Library; November 2027" for name in "abcdefghij"))
    listed(walker)
    walker.tap("page", value="1")
    assert len([press for press in walker.presses() if press.verb == "wording"]) == 2
    records = [row.id for row in walker.project.records(ACTIONS)] if walker.project else []
    walker.tap("wording", f"{ACTIONS}.action", "list", records[8])
    walker.tap("wording", f"{ACTIONS}.action", "next")
    assert (walker.spot.record, walker.screen.id) == (records[9], "wording")
    walker.tap("wording", f"{ACTIONS}.action", "next")
    assert (walker.screen.id, walker.spot.page) == ("parity", 1)
    walker.tap("wording", f"{ACTIONS}.action", "list", records[9])
    walker.tap("wording", f"{ACTIONS}.action", "same")
    assert walker.screen.id == "parity"
    assert len([press for press in walker.presses() if press.verb == "wording"]) == 1


def test_a_text_that_was_typed_before_languages_were_noted_is_asked_for_its_own() -> None:
    walker = typed("en")
    assert walker.project is not None
    walker.project.answers[MISSION].wording = {}
    listed(walker)
    walker.tap("wording", MISSION, "list")
    assert "parity.which" in walker.keys
    walker.say("Se voir.")
    assert kept(walker)[1] == {}
    walker.tap("wording", MISSION, "en")
    walker.say("Se voir.")
    assert kept(walker)[1] == {"en": TEXTS["en"], "fr": "Se voir."}


def test_an_old_card_overwrites_nothing() -> None:
    walker = typed("en")
    walker.open(MISSION)
    walker.tap("wording", MISSION, "open")
    same = walker.press("wording", MISSION, "same")
    walker.say(TEXTS["fr"])
    walker.do(same)
    assert kept(walker) == (TEXTS["en"], TEXTS, "")
    assert walker.screen.id == "wording"


@pytest.mark.parametrize("value", ["open", "list", "same", "fits", "en", "fr", "next", "back", "", "xyzzy"])
@pytest.mark.parametrize("target", [MISSION, f"{ACTIONS}.action", f"{ACTIONS}.lead", ACTIONS, "profile.lead"])
def test_a_press_without_a_text_changes_nothing(target: str, value: str) -> None:
    walker = Walker("en")
    walker.do(Press("wording", target, "r9", value, 0, "", walker.project.id if walker.project else ""))
    assert walker.project is not None
    assert not [path for path in walker.project.answers if path != "profile.name_en"]


def test_what_cannot_be_a_wording_is_refused_with_the_card_still_open() -> None:
    walker = typed("en")
    walker.open(MISSION)
    walker.tap("wording", MISSION, "open")
    for text in ("🙂", "x" * 601):
        walker.say(text)
        assert (walker.screen.id, kept(walker)[1]) == ("wording", {"en": TEXTS["en"]})


def test_a_long_wording_that_was_cut_is_joined() -> None:
    path = "terms_of_reference.mandate"
    walker = Walker("en")
    walker.open(path)
    walker.say("Plan together.")
    walker.open(path)
    walker.tap("wording", path, "open")
    walker.say("é" * 4096)
    walker.say("à la fin", late=True)
    assert walker.project is not None
    assert walker.project.answers[path].wording == {"en": "Plan together.", "fr": "é" * 4096 + "à la fin"}


def test_an_export_of_before_loads_and_one_of_now_comes_back() -> None:
    old = Project.from_data(
        {"id": "x", "cycle": 2026, "answers": {
            MISSION: {"state": "given", "value": "Meet.", "wording": {"en": "Meet."}},
            ACTIONS: {"state": "given", "value": [{"id": "r1", "values": {"action": "Talk"}}]},
        }}
    )  # fmt: skip
    assert (old.answers[MISSION].again, old.records(ACTIONS)[0].wording) == ("", {})
    walker = typed("fr")
    assert walker.project is not None
    assert Project.from_data(walker.project.to_data()).answers == walker.project.answers
