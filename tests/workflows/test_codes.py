"""Short stable codes for long ids."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.walker import the_guide
from workflows.codes import LENGTH, Codes, code

NAMES = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyz_.-"), min_size=1, max_size=40)


@pytest.mark.parametrize(
    ("name", "short"), [("profile", "um2426"), ("council.members", "c655p6"), ("action-plan", "qegxsm")]
)
def test_a_code_never_changes_from_release_to_release(name: str, short: str) -> None:
    assert code(name) == short


@given(NAMES)
def test_a_code_is_short_and_plain(name: str) -> None:
    assert len(code(name)) == LENGTH
    assert code(name).isascii()
    assert code(name).isalnum()
    assert code(name) == code(name).lower()


@given(st.sets(NAMES, max_size=30), NAMES)
def test_every_name_reads_back_whether_it_is_in_the_table_or_not(names: set[str], other: str) -> None:
    codes = Codes(names)
    for name in {*names, other}:
        assert codes.long(codes.short(name)) == name
    assert (other in codes) is (other in names)
    assert codes.short(other).startswith("=") is (other not in names)


def test_a_code_that_this_release_does_not_know_is_nothing() -> None:
    assert Codes(["a"]).long("zzzzzz") is None
    assert Codes(["a"]).long("") is None


def test_two_names_with_one_code_are_refused_with_both_names() -> None:
    first, second = "n10814", "n45768"
    assert code(first) == code(second)
    with pytest.raises(ValueError, match="have the same code") as refused:
        Codes([first, second])
    assert first in str(refused.value)
    assert second in str(refused.value)


def test_every_id_of_the_product_has_a_code_of_its_own() -> None:
    definitions = the_guide().knowledge.definitions
    names = {question.path for question in definitions.everything()} | {s.id for s in definitions.steps}
    assert len({the_guide().codes.short(name) for name in names}) == len(names)
