"""Two drafts of one document, before and after, compared clause by clause and word by word. It knows blocks alone: no
project, no history, no file format.

Clauses are looked for under their heading; under one heading, those that read alike belong together. A clause that only
changed its place or its number says the same and is not told; a mark that something is still to be decided says nothing
yet, so that what takes its place is new.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal, TypeGuard

from .blocks import (
    Block,
    Bullets,
    Clauses,
    Container,
    Heading,
    Inline,
    Inlines,
    Item,
    Mark,
    Paragraph,
    Table,
    Text,
    plain,
)

ALIKE = 0.5
"""From this share of common words on, two clauses under one heading are one clause in two wordings."""

ChangeKind = Literal["new", "reworded", "removed"]
PieceKind = Literal["kept", "added", "removed"]
_SPACE = re.compile(r"[ \t\n]+")  # not the no-break space, which belongs to the sign after it


@dataclass(frozen=True)
class Passage:
    """One clause, list item, paragraph or table row: its heading, its printed number, its text in one line.

    `key` is by what a reader knows it again: its opening words in bold, or the first cell of its row; may be empty.
    """

    section: str
    label: str
    text: str
    key: str = ""


@dataclass(frozen=True)
class ClauseChange:
    """One clause that changed: `before` is None for a new one, `after` for a removed one."""

    before: Passage | None
    after: Passage | None

    @property
    def kind(self) -> ChangeKind:
        """What happened to the clause."""
        if self.before is None:
            return "new"
        return "reworded" if self.after is not None else "removed"

    @property
    def place(self) -> Passage:
        """Where it stands, or stood."""
        place = self.after or self.before
        assert place is not None, "a change has one of both sides"
        return place


@dataclass(frozen=True)
class Piece:
    """Words in a row that were kept, added or removed."""

    kind: PieceKind
    text: str


def passages(blocks: Sequence[Block]) -> tuple[Passage, ...]:
    """Everything that a document says, in reading order, without drawings and without what is only marked as open."""
    return tuple(_of_blocks(blocks, [""]))


def compare(before: Sequence[Block], after: Sequence[Block]) -> tuple[ClauseChange, ...]:
    """What changed from one draft to the other, in the order of the later one; removed clauses stand where they were,
    those of a heading that has gone come last.
    """
    old, new = (_by_section(passages(blocks)) for blocks in (before, after))
    found: list[ClauseChange] = []
    for section in (*new, *(gone for gone in old if gone not in new)):
        found += _compared(old.get(section, []), new.get(section, []))
    return tuple(found)


def flat(text: str) -> str:
    """A text in one line, as passages hold it."""
    return _SPACE.sub(" ", text).strip()


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """The words of two wordings in one row: kept, removed, added; a removed run stands before the added one.

    Where little is left of a wording, only its beginning and its end are told as kept: single words that both happen to
    hold would break the reading.
    """
    old, new = _SPACE.split(before), _SPACE.split(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    runs = [(left, right, low, high) for kind, left, right, low, high in matcher.get_opcodes() if kind != "equal"]
    if runs and matcher.ratio() < ALIKE:
        runs = [(runs[0][0], runs[-1][1], runs[0][2], runs[-1][3])]
    found: list[Piece] = []
    done = 0
    for left, right, low, high in runs:
        told = (
            Piece("kept", " ".join(new[done:low])),
            Piece("removed", " ".join(old[left:right])),
            Piece("added", " ".join(new[low:high])),
        )
        found += [piece for piece in told if piece.text]
        done = high
    return (*found, Piece("kept", " ".join(new[done:]))) if done < len(new) else tuple(found)


def _by_section(told: Sequence[Passage]) -> dict[str, list[Passage]]:
    sections: dict[str, list[Passage]] = {}
    for passage in told:
        sections.setdefault(passage.section, []).append(passage)
    return sections


def _compared(old: list[Passage], new: list[Passage]) -> Iterator[ClauseChange]:
    """The changes under one heading. What both hold, wherever it stands, is taken out first."""
    kept = {passage.text for passage in old} & {passage.text for passage in new}
    left = [passage for passage in old if passage.text not in kept]
    come = [passage for passage in new if passage.text not in kept]
    pairs = _pairs(left, come)
    waiting = [number for number in range(len(left)) if number not in pairs.values()]
    for number, passage in enumerate(come):
        partner = pairs.get(number)
        while partner is not None and waiting and waiting[0] < partner:
            yield ClauseChange(left[waiting.pop(0)], None)
        yield ClauseChange(None if partner is None else left[partner], passage)
    yield from (ClauseChange(left[number], None) for number in waiting)


def _pairs(old: Sequence[Passage], new: Sequence[Passage]) -> dict[int, int]:
    """The place of a new clause → that of the old one that it rewords: the one of the same key, then the most alike.
    A clause that stands alone on both sides is the same one, however it reads.
    """
    if len(old) == len(new) == 1:
        return {0: 0}
    keys = [Counter(passage.key for passage in told) for told in (old, new)]
    alone = {key for key, count in keys[1].items() if key and count == keys[0][key] == 1}
    ratings = [
        (-1.0, there, here)
        for there, passage in enumerate(new)
        for here, other in enumerate(old)
        if passage.key in alone and passage.key == other.key
    ]
    matcher = SequenceMatcher(None, autojunk=False)
    for there, passage in enumerate(new):
        matcher.set_seq2(_SPACE.split(passage.text))
        for here, other in enumerate(old):
            matcher.set_seq1(_SPACE.split(other.text))
            if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE:
                ratings.append((-matcher.ratio(), there, here))
    found: dict[int, int] = {}
    for rating, there, here in sorted(ratings):
        if -rating >= ALIKE and there not in found and here not in found.values():
            found[there] = here
    return found


def _of_blocks(blocks: Sequence[Block], section: list[str]) -> Iterator[Passage]:
    """`section` holds the heading under which one stands now: a heading changes it for all that follows."""
    for block in blocks:
        match block:
            case Heading(level, inlines):
                section[0] = plain(inlines) if level > 1 else ""
            case Paragraph(inlines):
                yield from _passage(section[0], "", (inlines,))
            case Clauses(items) | Bullets(items):
                for item in items:
                    yield from _of_item(item, section[0])
            case Table(header=header, rows=rows):
                for row in rows:
                    # A running number is no word of its row: it moves when another row comes or goes.
                    numbered = bool(header) and not row.band and plain(row.cells[0]).replace(".", "").isdecimal()
                    cells = row.cells[1:] if numbered else row.cells
                    yield from _passage(section[0], plain(row.cells[0]) if numbered else "", cells)
            case Container(_, inner):
                yield from _of_blocks(inner, section)


def _of_item(item: Item, section: str) -> Iterator[Passage]:
    yield from _passage(section, item.label, (item.inlines,))
    for child in item.children:
        for inner in child.items:
            yield from _of_item(inner, section)


def _passage(section: str, label: str, cells: Sequence[Inlines]) -> Iterator[Passage]:
    """One passage; none where nothing is said yet."""
    inlines = [one for cell in cells for one in cell]
    said = any(isinstance(one, Text) and one.text.strip(" .—") for one in inlines)
    if not said and any(isinstance(one, Mark) for one in inlines):
        return
    opening = plain(cells[0]) if len(cells) > 1 else inlines[0].text if _is_bold(inlines) else ""
    text = " · ".join(told for cell in cells if (told := flat(plain(cell))).strip("—"))
    if text:
        yield Passage(section, label, text, flat(opening))


def _is_bold(inlines: Sequence[Inline]) -> TypeGuard[Sequence[Text]]:
    """True when the passage opens in bold and goes on otherwise, as a labelled paragraph does."""
    return len(inlines) > 1 and isinstance(inlines[0], Text) and inlines[0].bold
