"""Words of the other language that were left over: English in a French text, French in an English one.

A text is suspect when small words of the other language stand in it that its own language does not know. Names and
quoted words are left alone. The lists are in definitions/terms.yml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workflows.proofreading.names import Names, masked
from workflows.proofreading.terms import Terms
from workflows.proofreading.texts import Text

_BESIDE = re.compile(r"\([^)]*\)")  # what stands between brackets is often the name in the other language
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def leftovers(text: Text, rules: Terms, known: Names) -> Iterator[str]:
    """A fault when words of the other language stand in `text`; it names the first of them."""
    told = _BESIDE.sub(" · ", masked(text.text, text.language, known))
    foreign = [word for word in _WORD.findall(told) if word in rules.leftovers.get(text.language, ())]
    if foreign:
        words = ", ".join(dict.fromkeys(foreign))
        yield text.told(f"{words!r} looks like a word of the other language. Translate it, or quote it as a name.")
