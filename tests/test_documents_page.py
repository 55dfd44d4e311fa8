"""The table of docs/documents.md: it names the sections of our terms of reference, all of them and no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1]
HEADING = re.compile(r"^## (.+?)(?: \{-\})?$", re.MULTILINE)
SIX = 6


def rows() -> list[list[str]]:
    page = (HOUSE / "docs" / "documents.md").read_text(encoding="utf-8")
    lines = page[page.index("| Ours, in English |") :].split("\n\n")[0].split("\n")
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in (lines[0], *lines[2:])]


@pytest.mark.parametrize(("column", "language"), [(0, "en"), (1, "fr")])
def test_the_table_names_the_sections_of_the_template_in_their_order(column: int, language: str) -> None:
    template = HOUSE / "content" / language / "documents" / "terms_of_reference.md.j2"
    assert [row[column] for row in rows()[1:]] == HEADING.findall(template.read_text(encoding="utf-8"))


def test_each_of_the_six_is_seen_somewhere_and_has_its_paper_and_year() -> None:
    head, *told = rows()
    page = (HOUSE / "docs" / "documents.md").read_text(encoding="utf-8")
    for place, code in enumerate(head[2:], 2):
        assert any(row[place] != "—" for row in told), code
        assert re.search(
            rf"^\| {code} \| \[.+\]\(http.+\) \| .+ \| (.*\b20\d\d\b.*|undated) \|$", page, re.MULTILINE
        ), code
    assert len(head) == 2 + SIX
    assert all(len(row) == len(head) for row in told)
