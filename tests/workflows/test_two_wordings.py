"""The two wordings of a typed text, whatever is typed, moved or called the same, in whatever order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workflows.languages import LANGUAGES
from workflows.project import Answer, Record
from workflows.two_wordings import Wordings, of_answer, of_field

TEXTS = st.text(alphabet="ab é1", min_size=1, max_size=4)
TONGUES = st.sampled_from(LANGUAGES)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["typed", "worded"]), TEXTS, TONGUES),
        st.tuples(st.just("moved"), TONGUES),
        st.tuples(st.sampled_from(["same", "fitting"])),
    ),
    max_size=12,
)


def walked(start: Wordings, steps: list[tuple[str, ...]]) -> list[Wordings]:
    """The state after each step."""
    told = [start]
    for name, *arguments in steps:
        told.append(getattr(told[-1], name)(*arguments))
    return told


@given(st.builds(Wordings, TEXTS), STEPS)
def test_a_wording_is_kept_until_it_is_written_anew(start: Wordings, steps: list[tuple[str, ...]]) -> None:
    states = walked(start, steps)
    for before, after, (name, *arguments) in zip(states, states[1:], steps, strict=False):
        assert after.again in ("", *after.by)
        assert not after.by or after.by[after.language] == after.latest
        if name in ("typed", "worded"):
            written = arguments[1]
            assert after.by[written] == arguments[0]
            assert {k: v for k, v in before.by.items() if k != written}.items() <= after.by.items()
        elif name == "moved":
            assert sorted(after.by.values()) == sorted(before.by.values()) or not before.by
            assert after.language == arguments[0] or after.latest == after.by[arguments[0]]
        assert after.latest == (arguments[0] if name == "typed" else after.latest)


@given(st.builds(Wordings, TEXTS), STEPS, TONGUES)
def test_no_reader_meets_a_wording_that_is_to_be_looked_at_again(
    start: Wordings, steps: list[tuple[str, ...]], reader: str
) -> None:
    last = walked(start, steps)[-1]
    text, language = last.said(reader)
    assert language != last.again or not language
    assert text == (last.by[language] if language else last.latest)


def test_what_changes_marks_the_other_and_a_tap_settles_it() -> None:
    both = Wordings("", {}).typed("Meet.", "en").worded("Se rencontrer.", "fr")
    assert (both.language, both.other, both.again, both.lacks) == ("en", "fr", "", False)
    changed = both.typed("Meet often.", "en")
    assert (changed.again, changed.by["fr"], changed.said("fr")) == ("fr", "Se rencontrer.", ("Meet often.", "en"))
    assert changed.fitting().said("fr") == ("Se rencontrer.", "fr")
    assert changed.worded("Se voir souvent.", "fr").again == ""
    bettered = both.worded("Se réunir.", "fr")
    assert (bettered.latest, bettered.language, bettered.again) == ("Se réunir.", "fr", "en")
    assert both.typed("Meet.", "en") == both


def test_the_language_of_a_text_is_corrected() -> None:
    wrong = Wordings("").typed("Se rencontrer.", "en")
    assert wrong.moved("fr") == Wordings("Se rencontrer.", {"fr": "Se rencontrer."})
    crossed = wrong.worded("Meet.", "fr").moved("fr")
    assert (crossed.language, crossed.by) == ("fr", {"fr": "Se rencontrer.", "en": "Meet."})
    assert Wordings("Old.").language == ""
    assert Wordings("Old.").worded("Vieux.", "fr").language == "en"
    assert Wordings("").typed("Viejo.", "es") == Wordings("Viejo.")


def test_a_figure_needs_no_other_wording_and_a_name_can_be_the_same() -> None:
    assert not Wordings("").typed("12 %", "fr").lacks
    assert Wordings("").typed("Zoom", "fr").lacks
    assert not Wordings("").typed("Zoom", "fr").same().lacks


def test_an_answer_or_a_field_tells_its_wordings() -> None:
    assert of_answer(None) is of_answer(Answer("given", {"starter": "plain"})) is of_field(None, "title") is None
    assert of_answer(Answer("given", "Meet.", {"fr": "Se voir."})) == Wordings(
        "Meet.", {"en": "Meet.", "fr": "Se voir."}
    )
    row = Record("r1", {"title": "Work"}, wording={"title": {"en": "Work", "fr": "Emploi"}}, again={"title": "fr"})
    assert of_field(row, "title") == Wordings("Work", {"en": "Work", "fr": "Emploi"}, "fr")
    assert of_field(Record("r2", {"title": "Work"}), "title") == Wordings("Work")
