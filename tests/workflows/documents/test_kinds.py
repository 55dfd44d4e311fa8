"""The registry of documents: every kind is offered, worded, counted where it counts, and reachable."""

from __future__ import annotations

from dataclasses import is_dataclass

import pytest

from tests.support.drafting import LANGUAGES, shipped
from tests.support.walker import Walker
from workflows.actions import Press
from workflows.documents import FORMATS
from workflows.documents.contexts import KINDS, words_of
from workflows.drafts import open_points
from workflows.project import Project

every_kind = pytest.mark.parametrize("document", KINDS)


def test_the_menu_offers_every_kind_once() -> None:
    offered = shipped().definitions.documents
    assert sorted(offered) == sorted(KINDS)
    assert set(shipped().definitions.quick) <= set(offered)


@every_kind
def test_a_kind_has_fields_formats_and_a_title_and_file_name_in_both_languages(document: str) -> None:
    kind = KINDS[document]
    assert is_dataclass(kind.type)
    assert kind.formats
    assert set(kind.formats) <= {*FORMATS, "xlsx"}
    for language in LANGUAGES:
        words = shipped().book.words[language]
        assert f"documents.{words_of(document)}.title" in words
        assert str(words[f"documents.{words_of(document)}.file"]).isascii()


@every_kind
def test_points_are_listed_only_where_a_kind_has_a_table_of_them(document: str) -> None:
    found = open_points(shipped().definitions, Project("blank", 2026), document)
    assert bool(found) == bool(KINDS[document].points)


@every_kind
def test_every_kind_is_reached_from_the_menu_and_offers_its_formats(document: str, walker: Walker) -> None:
    walker.do(Press("drafts"))
    while Press("document", document) not in [Press(one.verb, one.target) for one in walker.presses()]:
        walker.tap("page", value=str(walker.spot.page + 1))
    walker.tap("document", document)
    ways = {press.value for press in walker.presses() if (press.verb, press.target) == ("draft", document)}
    assert ways >= {f"{language}.{form}" for language in LANGUAGES for form in KINDS[document].formats}
