"""Rows pasted as text become rows, and nothing readable is thrown away."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.walker import the_guide
from workflows.answers import Reader
from workflows.cleaning import clean, fold
from workflows.project import Record
from workflows.records import Pasted, read_rows, repeats
from workflows.schema import Question
from workflows.wording import LANGUAGES

LISTS = [question for question in the_guide().knowledge.definitions.everything() if question.kind == "records"]
LINKS = (("r1", "Work"), ("r2", "Welcome"))


def asked(path: str) -> Question:
    return the_guide().knowledge.definitions.question(path)


def pasted(path: str, text: str, known: tuple[Record, ...] = (), language: str = "en") -> Pasted:
    question = asked(path)
    reader = Reader(the_guide().book, language, dt.date(2026, 11, 22))
    links = {part.id: LINKS for part in question.fields if part.kind == "link"}
    return read_rows(question, text, reader, links, known)


def values(path: str, text: str, known: tuple[Record, ...] = ()) -> list[dict[str, object]]:
    return [row.values for row in pasted(path, text, known).rows]


AMINA = {"person": "Amina Diallo", "organization": "Kenora Public Library", "sectors": ["libraries"]}
MARIE = {"person": "Marie Roy", "organization": "Conseil scolaire", "sectors": ["schools", "francophone"]}


@pytest.mark.parametrize(
    "text",
    [
        "Amina Diallo; Kenora Public Library; libraries\nMarie Roy; Conseil scolaire; schools, francophone",
        "Amina Diallo | Kenora Public Library | libraries\nMarie Roy | Conseil scolaire | schools, francophone",
        "| Amina Diallo | Kenora Public Library | libraries |\n| Marie Roy | Conseil scolaire | schools/francophone |",
        "Amina Diallo\tKenora Public Library\tlibraries\r\nMarie Roy\tConseil scolaire\tschools, francophone\r\n",
        "- Amina Diallo; Kenora Public Library; libraries\n\n• Marie Roy; Conseil scolaire; schools, francophone\n",
        "1. Amina Diallo; Kenora Public Library; libraries\n2) Marie Roy; Conseil scolaire; schools, francophone",
        "Amina Diallo, Kenora Public Library, libraries\nMarie Roy, Conseil scolaire, schools, francophone",
        "  Amina Diallo ;Kenora Public Library;  libraries  \n Marie Roy;Conseil scolaire;schools,francophone;",
    ],
)
def test_rows_are_read_whatever_separates_their_cells(text: str) -> None:
    assert values("council.members", text) == [AMINA, MARIE]


@pytest.mark.parametrize(
    "heading", ["Person\tOrganization\tSectors", "Personne\tOrganisme\tSecteurs", "person\torganization\t"]
)
def test_a_table_s_heading_in_either_language_is_no_row(heading: str) -> None:
    table = f"{heading}\nAmina Diallo\tKenora Public Library\tlibraries"
    assert values("council.members", table) == [AMINA]


def test_a_markdown_table_is_read_without_its_rule() -> None:
    table = "| Person | Organization | Sectors |\n|---|:---:|---|\n| Amina Diallo | Kenora Public Library | libraries |"
    assert values("council.members", table) == [AMINA]


@pytest.mark.parametrize(
    "text", ["; Library; libraries; voting", "| | Library | libraries | voting |", "\tLibrary\tlibraries\tvoting"]
)
def test_an_empty_first_cell_stays_empty(text: str) -> None:
    assert values("council.members", text) == [{"organization": "Library", "sectors": ["libraries"], "seat": "voting"}]


@pytest.mark.parametrize("text", ["Library", "Library;libraries", "Library, libraries"])
def test_a_row_with_fewer_cells_begins_with_what_is_needed(text: str) -> None:
    assert values("council.members", text)[0]["organization"] == "Library"


def test_a_short_row_holds_the_fields_that_the_card_named_where_they_can_be_read() -> None:
    assert values("implementation.reports", "Claim; May 20, 2026") == [{"report": "Claim", "due": "2026-05-20"}]
    assert values("implementation.reports", "Claim; IRCC") == [{"report": "Claim", "reader": "ircc"}]
    assert values("research_strategy.consultations", "Youth; focus group") == [
        {"audience": "Youth", "method": "focus_group"}
    ]


def test_a_person_and_an_organization_that_is_no_sector_are_both_kept_where_they_belong() -> None:
    assert values("council.members", "Amina Diallo; Riverbend Cooperative") == [
        {"person": "Amina Diallo", "organization": "Riverbend Cooperative"}
    ]


def test_every_cell_of_a_long_row_finds_its_field() -> None:
    row = "Paul Roy; RIF; francophone; ex officio; accepted; prefer not to say; French, English; Léa Diallo; June 2028"
    assert values("council.members", row) == [
        {
            "person": "Paul Roy",
            "organization": "RIF",
            "sectors": ["francophone"],
            "seat": "ex_officio",
            "state": "accepted",
            "lived_experience": "prefer_not_to_say",
            "languages": "French, English",
            "alternate": "Léa Diallo",
            "term_end": "2028-06",
        }
    ]


def test_a_cell_that_is_not_understood_is_told_and_the_row_is_kept() -> None:
    rows = pasted("council.members", "Ann; Mill; xyzzy; voting").rows
    assert rows[0].values == {"person": "Ann", "organization": "Mill", "seat": "voting"}
    assert rows[0].puzzling == (("sectors", "xyzzy"),)


def test_a_cell_too_many_is_told_and_not_dropped_in_silence() -> None:
    found = pasted("profile.catchment", "Kenora; city; north of the lake; three reserves")
    told = [
        *found.rows[0].values.values(),
        *(text for _, text in found.rows[0].puzzling),
        *(line for line, _ in found.refused),
    ]
    assert any("three reserves" in str(one) for one in told)


def test_a_row_that_is_there_already_is_counted_and_not_added() -> None:
    known = (Record("r1", dict(AMINA)),)
    again = "AMINA DIALLO; kenora public library; libraries"
    text = f"{again}\nMarie Roy; Conseil scolaire; schools\nmarie roy; conseil scolaire; health"
    found = pasted("council.members", text, known)
    assert [row.values["person"] for row in found.rows] == ["Marie Roy"]
    assert found.repeated == 2


def test_rows_of_a_list_without_a_key_may_be_alike() -> None:
    assert len(values("research_strategy.needs", "Housing\nHousing")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Kenora, Keewatin, Dryden",
        "Kenora\nKeewatin\nDryden",
        "• Kenora\n• Keewatin\n• Dryden",
        "Kenora;city\nKeewatin;city\nDryden;city",
    ],
)
def test_names_alone_may_stand_in_one_line_or_in_several(text: str) -> None:
    assert [row["place"] for row in values("profile.catchment", text)] == ["Kenora", "Keewatin", "Dryden"]


def test_a_comma_inside_a_name_stays_where_several_lines_are_sent() -> None:
    assert [row["place"] for row in values("profile.catchment", "Hearst, Ontario\nMoose, Jaw")] == [
        "Hearst, Ontario",
        "Moose, Jaw",
    ]


def test_a_row_that_is_too_long_or_has_no_name_is_refused_with_its_line() -> None:
    long = "x" * 200
    found = pasted("profile.catchment", f"{long}\nKenora\n; city; near")
    assert [row.values["place"] for row in found.rows] == ["Kenora"]
    assert [line for line, _ in found.refused] == [long, "; city; near"]


def test_a_row_that_points_at_nothing_is_refused_and_said() -> None:
    found = pasted("implementation.progress", "xyzzy; done\nWork; done")
    assert [row.values for row in found.rows] == [{"action": "r1", "status": "done"}]
    assert [line for line, _ in found.refused] == ["xyzzy; done"]


@pytest.mark.parametrize("text", ["", "\n\n", "---", "😀", "; ; ;", "|---|---|", "\x00"])
def test_a_text_without_words_gives_no_row_and_no_refusal(text: str) -> None:
    assert pasted("council.members", text) == Pasted()


def test_a_row_repeats_another_only_when_every_key_field_is_told() -> None:
    question = asked("council.members")
    known = (Record("r1", dict(AMINA)), Record("r2", {"organization": "Mill"}))
    assert repeats(question, "r3", {"person": "amina diallo", "organization": "Kenora public library"}, known)
    assert not repeats(question, "r1", dict(AMINA), known)
    assert not repeats(question, "r3", {"organization": "Mill"}, known)
    assert not repeats(
        asked("research_strategy.needs"), "r3", {"need": "Housing"}, (Record("r1", {"need": "Housing"}),)
    )


LINES = st.text(st.characters(exclude_characters="\n\r\x0b\x0c\u2028\u2029"), max_size=60)
CELLS = st.text(st.sampled_from("abcéß李ع١1,-'’ "), max_size=12)


@given(
    st.sampled_from(LISTS),
    st.lists(LINES | st.lists(CELLS, max_size=12).map(";".join), max_size=6),
    st.sampled_from(LANGUAGES),
)
def test_any_text_gives_rows_and_refusals_and_never_an_error(
    question: Question, lines: list[str], language: str
) -> None:
    found = pasted(question.path, "\n".join(lines), (), language)
    main = next(part for part in question.fields if part.required)
    assert all(row.values.get(main.id) for row in found.rows)
    assert all(refused.key in the_guide().book.words[language] for _, refused in found.refused)


NAMES = st.text(st.characters(categories=("L",)), min_size=1, max_size=30)


@given(st.lists(NAMES, min_size=2, max_size=8), st.sampled_from(["\n", "\r\n", "\n\n", "\n- ", "\n• "]), CELLS)
def test_every_readable_name_of_a_paste_becomes_a_row_or_is_a_repetition(
    names: list[str], between: str, note: str
) -> None:
    note = note.replace(",", "")
    found = pasted("profile.catchment", between.join(f"{name};;{note}" for name in names))
    labels = {
        fold(str(the_guide().book.words[language][f"{part.words}.label"]))
        for language in LANGUAGES
        for part in asked("profile.catchment").fields
    }
    kept = {fold(str(row.values["place"])) for row in found.rows}
    assert {fold(clean(name)) for name in names} - labels - {""} <= kept
    assert len(found.rows) + found.repeated + len(found.refused) >= len([n for n in names if fold(n) not in labels])
