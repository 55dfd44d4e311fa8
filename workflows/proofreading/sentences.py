"""Sentences that a reader on a phone loses the thread of: more than thirty words, in either language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workflows.proofreading.texts import Text

LONGEST = 30  # words; the federal guides ask for fewer than twenty, which is a goal and not a limit
_END = re.compile(r"(?<=[.!?…])[»”)\]\u00a0]*\s+|\n+")
_WORD = re.compile(r"[^\s\u00a0]*[\w}][^\s\u00a0]*")


def sentences(text: Text) -> Iterator[str]:
    """A fault for each sentence of more than LONGEST words; a blank that is filled in counts as one word."""
    for sentence in _END.split(text.text):
        count = len(_WORD.findall(sentence))
        if count > LONGEST:
            start = " ".join(sentence.split()[:6])
            yield text.told(f"a sentence of {count} words, {start!r} …: make two of it (at most {LONGEST} words).")
