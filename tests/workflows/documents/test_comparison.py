"""Two drafts compared: which clauses are new, reworded or removed, and which words of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflows.documents.blocks import (
    Block,
    Bullets,
    Clauses,
    Container,
    Heading,
    Item,
    Mark,
    Paragraph,
    Row,
    Table,
    Text,
)
from workflows.documents.comparison import Piece, compare, passages, pieces

WORDS = st.lists(st.sampled_from(["we", "meet", "four", "six", "times", "a", "year", "à", "l’école :"]), max_size=12)


def section(title: str, *texts: str) -> tuple[Block, ...]:
    items = tuple(Item((Text(text),), label=f"1.{number}") for number, text in enumerate(texts, 1))
    return (Heading(2, (Text(title),)), Clauses(items, 1))


def kinds(before: tuple[Block, ...], after: tuple[Block, ...]) -> list[tuple[str, str, str]]:
    """(kind, old text, new text) of each change."""
    return [
        (one.kind, one.before.text if one.before else "", one.after.text if one.after else "")
        for one in compare(before, after)
    ]


def test_a_document_compared_with_itself_shows_nothing() -> None:
    both = (*section("Quorum", "Half make a quorum.", "Vacant seats do not count."), *section("Money", "None."))
    assert compare(both, both) == ()


def test_a_clause_in_other_words_is_reworded_and_the_others_are_new_or_removed() -> None:
    chairs = "Chairs open each meeting."
    before = section("Meetings", "The council meets four times a year.", "Notice is ten days.", chairs)
    after = section("Meetings", "The council meets six times a year.", "Minutes are public.", chairs)
    assert kinds(before, after) == [
        ("reworded", "The council meets four times a year.", "The council meets six times a year."),
        ("new", "", "Minutes are public."),
        ("removed", "Notice is ten days.", ""),
    ]


def test_a_clause_that_only_moved_or_was_renumbered_is_not_told() -> None:
    assert compare(section("A", "One thing.", "Another."), section("A", "Another.", "One thing.")) == ()
    assert kinds(section("A", "Last one."), section("A", "A first one.", "Last one.")) == [("new", "", "A first one.")]


def test_the_same_words_under_another_heading_are_removed_there_and_new_here() -> None:
    before, after = section("A", "One thing."), section("B", "One thing.")
    assert [(one.kind, one.place.section) for one in compare(before, after)] == [("new", "B"), ("removed", "A")]


def test_a_clause_alone_under_its_heading_is_the_same_clause_however_it_reads() -> None:
    assert kinds(section("Vision", "Homes."), section("Vision", "A fair start for all.")) == [
        ("reworded", "Homes.", "A fair start for all.")
    ]


def test_a_mark_says_nothing_yet_so_that_the_answer_in_its_place_is_new() -> None:
    asked: tuple[Block, ...] = (Heading(2, (Text("Vision"),)), Paragraph((Mark("[to be written]"),)))
    said: tuple[Block, ...] = (Heading(2, (Text("Vision"),)), Paragraph((Text("Homes."),)))
    assert kinds(asked, said) == [("new", "", "Homes.")]
    assert kinds(said, asked) == [("removed", "Homes.", "")]


def test_a_row_is_known_again_by_its_first_cell_and_a_running_number_is_no_word_of_it() -> None:
    def table(*rows: tuple[str, ...]) -> tuple[Block, ...]:
        told = tuple(Row(tuple((Text(cell),) for cell in row)) for row in rows)
        return (Table((1,) * len(rows[0]), ((Text("No."),),) * len(rows[0]), told),)

    people = table(("Ana", "City", "—"), ("Bo", "Library", "—"))
    assert kinds(people, table(("Ana", "Health unit, after a long talk", "—"), ("Bo", "Library", "—"))) == [
        ("reworded", "Ana · City", "Ana · Health unit, after a long talk")
    ]
    assert compare(table(("1", "Ana"), ("2", "Bo")), table(("1", "Bo"), ("2", "Ana"))) == ()


def test_everything_is_read_lists_inside_lists_and_annexes_included() -> None:
    inner = Item((Text("outer"),), (Bullets((Item((Text("inner"),)),)),), "2.1")
    blocks: tuple[Block, ...] = (
        Heading(1, (Text("Title"),)),
        Container("annex", (Heading(2, (Text("Annex"),)), Clauses((inner,), 1))),
        Table((1, 1), (), (Row(((Text("Band"),),), band=True),)),
    )
    told = passages(blocks)
    assert [(one.section, one.label, one.text) for one in told] == [
        ("Annex", "2.1", "outer"),
        ("Annex", "", "inner"),
        ("Annex", "", "Band"),
    ]


def test_words_are_told_as_kept_removed_and_added() -> None:
    assert pieces("We meet four times a year.", "We meet six times a year.") == (
        Piece("kept", "We meet"),
        Piece("removed", "four"),
        Piece("added", "six"),
        Piece("kept", "times a year."),
    )


def test_where_little_is_left_only_both_ends_are_kept() -> None:
    assert pieces("Vision. People come and can stay here.", "Vision. Work and homes for all who arrive.") == (
        Piece("kept", "Vision."),
        Piece("removed", "People come and can stay here."),
        Piece("added", "Work and homes for all who arrive."),
    )


def test_a_no_break_space_is_part_of_its_word() -> None:
    assert pieces("Signes\u00a0: un", "Signes\u00a0: deux")[0] == Piece("kept", "Signes\u00a0:")


@pytest.mark.parametrize(("side", "left_out"), [("removed", "added"), ("added", "removed")])
@given(before=WORDS, after=WORDS)
def test_no_word_is_lost_and_none_made_up(side: str, left_out: str, before: list[str], after: list[str]) -> None:
    told = pieces(" ".join(before), " ".join(after))
    whole = " ".join(one.text for one in told if one.kind != left_out)
    assert whole == " ".join(before if side == "removed" else after)
