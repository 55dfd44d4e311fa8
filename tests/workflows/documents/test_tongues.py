"""A text in another language keeps its language through sentences, lines and cells, and nothing of it is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workflows.documents.cleaning import clean
from workflows.documents.tongues import bare, foreign, lines, parts

SIGNS = st.text(alphabet="ab \n\u00e9\ue000\ue004\ue005\ue006\u0645", max_size=12)


def test_a_sentence_tells_which_part_is_in_the_other_language() -> None:
    told = f"Partners: {foreign('la bibliothèque', 'fr')}, {foreign('the school', 'en')}."
    assert list(parts(told)) == [
        ("Partners: ", ""),
        ("la bibliothèque", "fr"),
        (", ", ""),
        ("the school", "en"),
        (".", ""),
    ]
    assert bare(told) == clean(told) == "Partners: la bibliothèque, the school."


def test_every_line_of_a_text_is_in_its_language() -> None:
    told = [list(parts(line)) for line in lines(f"Voir\n{foreign('one' + chr(10) + 'two', 'en')}.")]
    assert told == [[("Voir", "")], [("one", "en")], [("two", "en"), (".", "")]]


@given(SIGNS, SIGNS, st.sampled_from(["en", "fr"]))
def test_typed_signs_neither_end_a_language_nor_lose_a_letter(before: str, inside: str, language: str) -> None:
    told = lines(f"{bare(before)}{foreign(inside, language)}")
    assert "\n".join(map(bare, told)) == clean(bare(before)) + clean(inside)
    assert {lang for line in told for _, lang in parts(line)} <= {"", language}
