"""Where advice comes from: every source has a year and a title, every rule has a source, and mistakes are refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.walker import LANGUAGES, the_guide
from workflows.errors import DefinitionFault
from workflows.sources import load_sources

KNOWN = the_guide().knowledge
IDS = frozenset(item.id for item in KNOWN.catalogue.resources)
COPIES = (
    "doczz",
    "docslib",
    "fdocuments",
    "lawsdocbox",
    "docplayer",
    "dokumen",
    "vdocument",
    "yumpu",
    "slideplayer",
    "docsbay",
    "paperzz",
    "pdfslide",
    "readkong",
)


def test_every_rule_of_the_product_has_a_source_with_a_year() -> None:
    for step in KNOWN.definitions.steps:
        for gap in step.gaps:
            assert gap.sources, gap.path
            for source in gap.sources:
                told = KNOWN.judgement.sources[source]
                assert (told.year or told.seen).isdigit()
                assert all(KNOWN.book.has(f"{told.words}.title", language) for language in LANGUAGES)


def test_every_source_is_used_and_none_leads_to_a_copy() -> None:
    used = {source for step in KNOWN.definitions.steps for gap in step.gaps for source in gap.sources}
    assert set(KNOWN.judgement.sources) == used
    for source in KNOWN.judgement.sources.values():
        item = KNOWN.catalogue.get(source.resource) if source.resource else None
        for url in (item.url("en"), item.url("fr"), item.successor) if item else ():
            assert not any(copy in url for copy in COPIES), source.id


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "no list"),
        ("sources: none", "no list"),
        ("- a", "no list"),
        ('sources:\n  - {id: a, year: "2013"}\n  - {id: a, year: "2013"}', "twice"),
        ('sources:\n  - {year: "2013"}', "no id"),
        ('sources:\n  - {id: a, year: "2013", url: "x"}', "url"),
        ("sources:\n  - {id: a}", "year"),
        ('sources:\n  - {id: a, year: "2013", resource: nowhere}', "nowhere"),
        ('sources:\n  - {id: a, year: "2013"}', "there is no source"),
    ],
)
def test_a_mistake_is_refused(text: str, problem: str, tmp_path: Path) -> None:
    (tmp_path / "sources.yml").write_text(text, encoding="utf-8")
    with pytest.raises(DefinitionFault, match=problem):
        load_sources(tmp_path / "sources.yml", KNOWN.definitions, IDS)
