"""`make fuzz-documents`: 3,000 pairs of a field and a typed text, each printed in a document; none may change the
structure of the document or lose a character. The suite runs a small part of it (test_hostile.py).
"""

from __future__ import annotations

import argparse
import itertools
import random
import re
import sys
import time
from collections.abc import Iterator, Sequence

from tests.support.drafting import built, shape, shipped, text
from tests.support.hostile import HOSTILE, typed_into, typed_slots
from tests.support.personas import PERSONAS, load_persona
from workflows.documents.cleaning import clean
from workflows.documents.contexts import KINDS
from workflows.documents.directions import LEFT_TO_RIGHT
from workflows.languages import LANGUAGES
from workflows.project import Project

BEGIN, END = "Aqbegin", "Aqend"
"""What stands around a text, so that it is found again wherever it is printed."""

_MARKUP = "#*_`|\\-+=<>[](){}!:;.,'\"&$%@~^/1a \n\t"
_ALPHABETS = (
    _MARKUP,
    _MARKUP,
    "éàçœ«» ’",
    "محمد (2) א",
    "中文字かな한",
    "\u0301\u200d\u200e\u00ad\u2028\x00\x07\ud800\ue000\ufffe",
)


def faults_of(project: Project, texts: Sequence[str], document: str, language: str) -> list[str]:
    """What texts typed into every field of a project do to a document; empty when they are only text there."""
    there, plain = (typed_into(project, _marked(told)) for told in (texts, [_bare(told) for told in texts]))
    printed = built(there, document, language)
    faults = []
    if shape(printed.blocks) != shape(built(plain, document, language).blocks):
        faults.append("the structure changed")
    return faults + losses(text(printed), texts)


def losses(printed: str, texts: Sequence[str]) -> list[str]:
    """The lines of texts that are printed otherwise than they were typed."""
    told, found = _letters(printed), sorted({int(number) for number in re.findall(f"{BEGIN}(\\d+)q", printed)})
    lines = (line for number in found for line in _lines(_mark(number, texts)))
    return [f"lost: {line!r}" for line in lines if _letters(line) not in told]


def _marked(texts: Sequence[str]) -> Iterator[str]:
    return (_mark(number, texts) for number in itertools.count())


def _mark(number: int, texts: Sequence[str]) -> str:
    return f"{BEGIN}{number}q{texts[number % len(texts)]}{END}"


def _bare(typed: str) -> str:
    """The plainest text with as many lines: each line of a long answer is a paragraph of its own."""
    return "x\n" * (len(_lines(f"x{typed}x")) - 1)


def _lines(typed: str) -> list[str]:
    return [line for line in clean(typed).split("\n") if line.strip()]


def _letters(typed: str) -> str:
    """What has to be printed of a text: all but spaces and line ends, which a page sets anew."""
    return "".join(clean(typed.replace(LEFT_TO_RIGHT, "")).split())


def invented(chance: random.Random) -> str:
    """A text that nobody should type: pieces of hostile texts, markup, other scripts, and signs that cannot be seen."""
    pieces = []
    for _ in range(chance.randint(1, 4)):
        if chance.random() < 0.3:
            told = chance.choice(HOSTILE)
            at = chance.randrange(len(told))
            pieces.append(told[at : at + chance.randint(1, 40)])
        else:
            letters = chance.choice(_ALPHABETS)
            pieces.append("".join(chance.choice(letters) for _ in range(chance.randint(1, 30))))
    return "".join(pieces)


def main() -> int:
    """Run the pairs through every kind; 1 when any of them had a fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=3000, help="pairs of a field and a text")
    parser.add_argument("--seed", type=int, default=2026)
    chosen = parser.parse_args()
    chance, begun = random.Random(chosen.seed), time.perf_counter()
    projects = [load_persona(name, shipped().definitions) for name in PERSONAS]
    done, printed, faults = 0, 0, 0
    while done < chosen.pairs:
        project = projects[printed % len(projects)]
        slots = typed_slots(project)
        texts = [invented(chance) for _ in range(slots)]
        done, printed = done + slots, printed + 1
        for kind in KINDS:
            language = chance.choice(LANGUAGES)
            for fault in faults_of(project, texts, kind, language):
                faults += 1
                print(f"{project.id} {kind} {language}: {fault}", flush=True)
    seconds = time.perf_counter() - begun
    print(f"{done} pairs, each in {len(KINDS)} kinds of documents, in {seconds:.0f} s: {faults or 'no'} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
