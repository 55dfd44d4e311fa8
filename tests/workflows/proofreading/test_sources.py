"""What the sources say about keys."""

from __future__ import annotations

from pathlib import Path

from workflows.proofreading.sources import ROOMS, read_sources

CODE = '''
"""A docstring."""
ROOT = "documents.clauses"
def said(book, key, state):
    book.text("interface.home.title")
    book.text(f"interface.states.{state}")
    book.text(f"{ROOT}.{key}_none")
    book.under("glossary", "en")
'''


def test_constants_patterns_and_what_is_read_as_a_whole_are_found_with_their_place(tmp_path: Path) -> None:
    (tmp_path / "module.py").write_text(CODE)
    found = read_sources((tmp_path,))
    assert found.constants["interface.home.title"].endswith("module.py:5")
    assert "interface.states." not in found.constants
    states, clauses = found.patterns
    assert (states.begins, clauses.begins) == ("interface.states.", "documents.clauses")
    assert states.shape.fullmatch("interface.states.asking")
    assert clauses.shape.fullmatch("documents.clauses.term_none")
    assert not clauses.shape.fullmatch("documents.clauses.term_many")
    assert found.read_whole == {"glossary"}


def test_both_rooms_are_read_where_they_stand() -> None:
    assert all((room / "__init__.py").is_file() for room in ROOMS)
    assert "interface.home.steps" in read_sources().constants
