"""Corrections by chatting: late texts, long texts in two messages, edits, replies."""

from __future__ import annotations

import pytest

from tests.support.walker import Walker
from workflows.actions import Press, ReplyTo, Say

MEMBERS = "council.members"
PLACES = "profile.catchment"


def test_a_reply_to_the_card_that_asks_for_agreement_writes_no_name(walker: Walker) -> None:
    walker.open(MEMBERS)
    walker.message += 1
    walker.do(Say("Amina Diallo; Library; libraries", walker.message, reply_to=ReplyTo(MEMBERS)))
    assert walker.rows(MEMBERS) == []
    assert walker.screen.id == "consent"


def test_a_text_sent_before_its_card_appeared_answers_nothing_and_is_said_back(walker: Walker) -> None:
    walker.open("profile.place")
    walker.say("Kenora", late=True)
    assert walker.value("profile.place") is None
    assert "interface.notices.too_early" in walker.keys
    walker.say("Kenora")
    assert walker.value("profile.place") == "Kenora"


def test_a_long_text_in_two_messages_becomes_one_answer(either: Walker) -> None:
    either.open("terms_of_reference.background")
    first, rest = "word " * 819, "and the last words"
    either.say(first)
    assert either.spot.question == "terms_of_reference.vision"
    either.say(rest, late=True)
    value = str(either.value("terms_of_reference.background"))
    assert value.startswith("word word")
    assert value.endswith("word and the last words")
    assert "interface.notices.joined" in either.keys
    assert either.value("terms_of_reference.vision") is None
    assert either.spot.question == "terms_of_reference.vision"


def test_a_text_that_grows_too_long_keeps_its_first_part(walker: Walker) -> None:
    walker.open("terms_of_reference.background")
    walker.say("word " * 819)
    first = walker.value("terms_of_reference.background")
    walker.say("word " * 819, late=True)
    assert walker.value("terms_of_reference.background") == first
    assert "interface.notices.first_part_kept" in walker.keys


def test_the_rest_of_a_text_that_was_too_long_answers_nothing(walker: Walker) -> None:
    walker.open("profile.place")
    walker.say("x" * 4096)
    walker.say("Kenora", late=True)
    assert walker.value("profile.place") is None
    assert "interface.refused.continuation" in walker.keys


def test_a_short_answer_is_never_joined_to_the_one_before(walker: Walker) -> None:
    walker.open("profile.place")
    walker.say("Kenora")
    walker.open("profile.convener")
    walker.say("City", late=True)
    assert walker.value("profile.place") == "Kenora"


def cut_paste() -> tuple[str, list[str]]:
    """A list of places that is longer than one message, and its names."""
    names = [f"Place number {number:03}" for number in range(58)]
    return "\n".join(f"{name};city;{'near the lake and the road ' * 2}" for name in names), names


@pytest.mark.parametrize("at", [4096, 4095, 4090, 4060, 4040, 4033])
def test_a_list_that_telegram_cut_anywhere_becomes_the_same_rows(at: int, walker: Walker) -> None:
    text, names = cut_paste()
    walker.open(PLACES)
    walker.say(text[:at])
    walker.say(text[at:], late=True)
    assert [row["place"] for row in walker.rows(PLACES)] == names


@pytest.mark.parametrize("tail", ["\n-", "\n- ", "\n;", "\n•"])
def test_a_cut_just_after_a_bullet_costs_no_row(tail: str, walker: Walker) -> None:
    text, _ = cut_paste()
    whole = text[: text.rindex("\n", 0, 4080)]
    names = [line.split(";")[0] for line in whole.split("\n")]
    walker.open(PLACES)
    walker.say(whole + tail)
    assert [row["place"] for row in walker.rows(PLACES)] == names
    walker.say(" Keewatin", late=True)
    assert [row["place"] for row in walker.rows(PLACES)][:-1] == names


def test_a_cut_inside_a_row_that_was_there_already_costs_no_row(walker: Walker) -> None:
    text, _ = cut_paste()
    whole = text[: text.rindex("\n", 0, 4060)]
    names = [line.split(";")[0] for line in whole.split("\n")]
    walker.open(PLACES)
    walker.say(f"{whole}\n{names[0]}")
    walker.say(" North", late=True)
    assert [row["place"] for row in walker.rows(PLACES)] == [*names, f"{names[0]} North"]


def test_an_edited_message_changes_the_answer_it_gave_and_not_the_card(either: Walker) -> None:
    either.open("profile.place")
    either.say("Kenora")
    message = either.message - 1
    either.do(Press("home"))
    either.edit("Keewatin", message)
    assert either.value("profile.place") == "Keewatin"
    assert either.screen.id == "home"
    either.edit("😀", message)
    assert either.value("profile.place") == "Keewatin"
    assert "interface.notices.edit_kept" in either.keys


def test_an_edited_message_that_gave_no_answer_changes_nothing(walker: Walker) -> None:
    walker.edit("Ontario", 999)
    assert "interface.notices.edit_unknown" in walker.keys


def test_an_edited_paste_changes_its_rows_in_place(walker: Walker) -> None:
    walker.open(PLACES)
    walker.say("Kenora; city\nDryden")
    message = walker.message - 1
    walker.edit("Kenora; town\nDryden North; city", message)
    assert walker.rows(PLACES) == [{"place": "Kenora", "kind": "town"}, {"place": "Dryden North", "kind": "city"}]
    walker.edit("Kenora", message)
    assert len(walker.rows(PLACES)) == 2
    assert "interface.notices.edit_in_list" in walker.keys


def test_an_edited_message_changes_the_field_it_filled(walker: Walker) -> None:
    walker.open(PLACES)
    walker.tap("add")
    walker.say("Kenora")
    walker.edit("Keewatin", walker.message - 1)
    assert walker.rows(PLACES) == [{"place": "Keewatin"}]


def test_editing_the_first_part_of_a_long_text_keeps_the_rest(walker: Walker) -> None:
    walker.open("terms_of_reference.background")
    walker.say("word " * 819)
    message = walker.message - 1
    walker.say("and the last words", late=True)
    walker.edit("Word " + "word " * 818, message)
    assert str(walker.value("terms_of_reference.background")).endswith("and the last words")


def test_a_reply_to_an_old_card_answers_its_question_and_the_card_stays(either: Walker) -> None:
    either.open("profile.place")
    either.open("council.table_exists")
    either.message += 1
    either.do(Say("Kenora", either.message, reply_to=ReplyTo("profile.place")))
    assert either.value("profile.place") == "Kenora"
    assert either.spot.question == "council.table_exists"


def test_a_reply_to_the_card_of_a_row_that_has_gone_says_so(walker: Walker) -> None:
    walker.message += 1
    walker.do(Say("Kenora", walker.message, reply_to=ReplyTo(PLACES, "r9", "place")))
    assert "interface.notices.row_gone" in walker.keys


def test_a_reply_to_a_card_of_an_older_release_is_taken_where_one_stands(walker: Walker) -> None:
    walker.open("profile.place")
    walker.message += 1
    walker.do(Say("Kenora", walker.message, reply_to=ReplyTo("profile.gone")))
    assert walker.value("profile.place") == "Kenora"


def test_an_edit_is_understood_after_several_choices_were_made(walker: Walker) -> None:
    walker.open("council.supports")
    walker.tap("on", value="transport")
    walker.open("terms_of_reference.vision")
    walker.say("Everybody belongs.")
    walker.edit("Everybody belongs here.", walker.message - 1)
    assert walker.value("terms_of_reference.vision") == "Everybody belongs here."
    walker.edit("Hello", 999)
    assert "interface.notices.edit_unknown" in walker.keys
