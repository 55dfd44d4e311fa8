"""The page on the French of the product: its preferred terms are in use; no form that it rejects stands anywhere."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from tests.support.walker import the_guide
from workflows.knowledge import CONTENT

PAGE = Path(__file__).parents[2] / "docs" / "french.md"
RECOGNISED = ("keywords.", "search.")  # what people may type is understood whatever its form; nobody reads these


@cache
def french() -> str:
    """Everything that a French reader may meet, small and with plain spaces."""
    words = the_guide().book.words["fr"]
    told = [
        text
        for key, leaf in words.items()
        if not key.startswith(RECOGNISED)
        for text in (leaf.values() if isinstance(leaf, dict) else (leaf,))
    ]
    told += [path.read_text(encoding="utf-8") for path in sorted((CONTENT / "fr" / "documents").glob("*.j2"))]
    plain = re.sub(r"\{[{%].*?[%}]\}|\{[a-z_]+\}", " ", "\n".join(told))
    return plain.replace("\u00a0", " ").lower()


def found(term: str) -> int:
    """How often `term` stands there, each of its words in the singular or the plural."""
    words = (
        re.escape(word) + ("s?" if word[-1].isalpha() and word[-1] != "s" else "") for word in term.lower().split()
    )
    joined = r"\s+".join(words)
    return len(re.findall(rf"(?<![\w-]){joined}(?![\w-])", french()))


def rows(heading: str) -> list[str]:
    """The first cells of the table below a heading of the page."""
    part = PAGE.read_text(encoding="utf-8").split(f"## {heading}\n")[1].split("\n## ")[0]
    return re.findall(r"^\| ([^|]+?) \| \d+ \|$", part, re.MULTILINE)


def test_the_page_has_both_tables() -> None:
    assert len(rows("Preferred terms, counted")) >= 50
    assert len(rows("Rejected forms, counted")) >= 30


@pytest.mark.parametrize("term", rows("Preferred terms, counted"))
def test_every_preferred_term_is_in_use(term: str) -> None:
    assert found(term) > 0


@pytest.mark.parametrize("form", rows("Rejected forms, counted"))
def test_no_rejected_form_stands_in_a_french_word(form: str) -> None:
    assert found(form) == 0
