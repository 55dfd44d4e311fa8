"""Lists of rows: added, pasted, changed, moved, removed, linked, taken ready-made."""

from __future__ import annotations

from tests.support.walker import Walker
from workflows.actions import Command, Press

MEMBERS = "council.members"
PLACES = "profile.catchment"
ACTIONS = "action_plan.actions"


def test_a_row_is_added_field_by_field_and_comes_into_being_with_its_first_answer(walker: Walker) -> None:
    walker.listing(MEMBERS)
    walker.tap("add")
    assert walker.rows(MEMBERS) == []
    walker.say("Amina Diallo")
    walker.say("Library")
    walker.tap("on", value="health")
    walker.tap("on", value="schools")
    walker.tap("page")
    walker.tap("on", value="libraries")
    walker.tap("done")
    assert walker.screen.id == "rows"
    assert walker.rows(MEMBERS) == [
        {"person": "Amina Diallo", "organization": "Library", "sectors": ["schools", "health", "libraries"]}
    ]


def test_a_field_that_is_passed_stays_open_and_the_row_says_so(walker: Walker) -> None:
    walker.listing(MEMBERS)
    walker.tap("add")
    walker.tap("skip")
    walker.say("Library")
    walker.tap("skip")
    assert walker.rows(MEMBERS) == [{"organization": "Library"}]
    assert "interface.rows.line_open" in walker.keys


def test_a_row_is_changed_emptied_moved_and_removed(walker: Walker) -> None:
    walker.open(PLACES)
    walker.say("Kenora; city\nDryden; town\nHearst; town")
    walker.tap("row", record="r2")
    walker.tap("field", f"{PLACES}.place")
    walker.say("Keewatin")
    walker.tap("field", f"{PLACES}.kind")
    walker.tap("empty")
    assert walker.rows(PLACES)[1] == {"place": "Keewatin"}
    walker.tap("up")
    assert [row["place"] for row in walker.rows(PLACES)] == ["Keewatin", "Kenora", "Hearst"]
    walker.tap("down")
    walker.tap("down")
    assert [row["place"] for row in walker.rows(PLACES)] == ["Kenora", "Hearst", "Keewatin"]
    walker.tap("drop")
    assert [row["place"] for row in walker.rows(PLACES)] == ["Kenora", "Hearst"]
    walker.do(Command("undo"))
    assert [row["place"] for row in walker.rows(PLACES)] == ["Kenora", "Hearst", "Keewatin"]


def test_a_pasted_table_says_what_was_kept_repeated_and_not_understood(either: Walker) -> None:
    either.listing(MEMBERS)
    either.say("Amina Diallo; Library; libraries")
    either.say("amina diallo; LIBRARY; health\nPaul; Mill; xyzzy\n" + "x" * 81 + "; Farm; employers\nAnn; ; schools")
    assert [row["organization"] for row in either.rows(MEMBERS)] == ["Library", "Mill"]
    expected = ("rows_added", "rows_repeated", "cells_puzzling", "line_refused")
    assert {f"interface.notices.{name}" for name in expected} <= either.keys


def test_every_line_that_was_not_kept_is_said_or_counted(walker: Walker) -> None:
    walker.open(PLACES)
    lines = [f"{number}{'x' * 90}" for number in range(6)]
    walker.say("\n".join(lines))
    shown = " ".join(message.plain for message in walker.messages["en"])
    told = sum(f"{number}xxx" in shown for number in range(6))
    assert told == 6 or "3" in shown.replace("3xxx", "")


def test_a_list_takes_no_more_rows_than_it_may_hold(walker: Walker) -> None:
    walker.open("council.working_groups")
    walker.say("\n".join(f"Group {number}" for number in range(12)))
    assert len(walker.rows("council.working_groups")) == 8
    assert "interface.refused.too_many" in walker.keys
    walker.tap("add")
    assert (walker.screen.id, len(walker.rows("council.working_groups"))) == ("rows", 8)


def test_a_field_that_would_repeat_another_row_is_refused(walker: Walker) -> None:
    walker.open(PLACES)
    walker.say("Kenora\nDryden")
    walker.tap("row", record="r2")
    walker.tap("field", f"{PLACES}.place")
    walker.say("kenora")
    assert "interface.refused.repeated" in walker.keys
    assert walker.rows(PLACES)[1]["place"] == "Dryden"


def test_ready_made_rows_are_there_once_however_often_they_are_pressed(walker: Walker) -> None:
    walker.open("research_strategy.priorities")
    walker.tap("starters")
    press = walker.press("take_starter", value="health")
    walker.do(press)
    walker.do(press)
    assert walker.rows("research_strategy.priorities") == [
        {"title": {"label": "lists.themes.health"}, "theme": "health"}
    ]
    walker.tap("drop_starter", value="health")
    assert walker.rows("research_strategy.priorities") == []


def test_a_link_offers_the_rows_of_the_other_list_and_a_removed_one_is_said_to_be_gone(walker: Walker) -> None:
    walker.open("research_strategy.priorities")
    walker.say("Welcome; health")
    walker.open(ACTIONS)
    walker.tap("add")
    walker.say("Write a guide")
    walker.tap("set", f"{ACTIONS}.priority", "r1")
    assert walker.rows(ACTIONS)[0]["priority"] == "r1"
    walker.do(Press("drop", "research_strategy.priorities", "r1"))
    walker.do(Press("row", ACTIONS, "r2"))
    assert "interface.value.gone" in walker.keys
