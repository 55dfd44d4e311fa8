"""The glossary annex: the terms of the field that a finished document uses, with their meaning and their name in the
other official language. A template prints `glossary` alone where the annex shall stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

from workflows.languages import own_first
from workflows.phrases import Phrase
from workflows.terminology import Term, explained_in

from .blocks import Block, Bullets, Container, Document, Inline, Inlines, Row, Table, Text
from .speech import Speech

PLACE = Bullets(())
"""What stands for the annex until the whole text is known."""

_WIDTHS = (14, 34, 14)
_SHORTER = frozenset({"agreement_holder", "lip_coordinator", "in_kind"})  # the terms of reference shorten their names
_MISREAD = frozenset({"contribution", "declaration_of_interest", "monitoring", "outcome"})
"""Terms whose words mean something else there: "contributions in kind", « déclarations d’intérêts », « résultats »."""


def with_glossary(document: Document, speech: Speech, terms: tuple[Term, ...] | None = None) -> Document:
    """The document with a table of its terms at `PLACE`; the same document when it has no such place.

    A table of given `terms` stands beside its twin, so it leaves out their names in the other language.
    """
    table = _table(speech, terms_of(document, speech) if terms is None else terms)
    if terms is not None:
        rows = tuple(Row(row.cells[:2]) for row in table.rows)
        table = Table(table.widths[:2], table.header[:2], rows)
    return replace(document, blocks=_filled(document.blocks, table))


def terms_of(document: Document, speech: Speech) -> tuple[Term, ...]:
    """The terms that a document uses, in the order of its language."""
    text = " ".join(inline for block in document.blocks for inline in _texts(block))
    return explained_in(speech.book, text, speech.language, _SHORTER, _MISREAD)


def _filled(blocks: tuple[Block, ...], table: Table) -> tuple[Block, ...]:
    def told(block: Block) -> Block:
        if isinstance(block, Container):
            return replace(block, blocks=_filled(block.blocks, table))
        return table if block == PLACE else block

    return tuple(map(told, blocks))


def _table(speech: Speech, terms: tuple[Term, ...]) -> Table:
    own, other = own_first(speech.language)[:2]
    heads = tuple(_cell(speech.of("terms_of_reference", f"annex.{head}")) for head in ("term", "meaning", "other"))
    rows = tuple(
        Row(
            (
                _cell(_name(speech, term, own), bold=True),
                _cell(speech.book.text(Phrase(f"glossary.{term.id}.meaning"), own)),
                _cell(_name(speech, term, other), language=other),
            )
        )
        for term in terms
    )
    return Table(_WIDTHS, heads, rows)


def _name(speech: Speech, term: Term, language: str) -> str:
    """ "Local Immigration Partnership (LIP)": a term's name with its short form in a language."""
    name, short = term.names[language], term.shorts.get(language)
    return speech.of("terms_of_reference", "annex.named", term=name, short=short) if short else name


def _cell(text: str, bold: bool = False, language: str = "") -> Inlines:
    return (Text(text, bold=bold, lang=language),)


def _texts(value: object) -> Iterator[str]:
    """Every text of a block, in reading order."""
    if isinstance(value, Inline):
        yield str(value)
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif is_dataclass(value):
        for part in fields(value):
            yield from _texts(getattr(value, part.name))
