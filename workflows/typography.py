"""Canadian French typography as rules a machine can hold (OQLF's table of spaces, the Canada.ca guide): faults in one
text.
"""

from __future__ import annotations

import re

NBSP = "\u00a0"
_WEB = re.compile(r"https?://\S+|/[a-z]+|\{[a-z_]+\}|\d+:\d+")
_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"[ \u00a0\u202f][;!?]"), "no space stands before ; ! ?"),
    (re.compile(r"(?<![\u00a0\s]):(?!//)"), "a no-break space (U+00A0) stands before a colon"),
    (re.compile(r"[ \u202f]:"), "the space before a colon is a no-break space (U+00A0)"),
    (re.compile(r"«(?!\u00a0)|(?<!\u00a0)»"), "a no-break space (U+00A0) stands inside « and »"),
    (re.compile(r"\d[ ]?[%$](?!\w)"), "a no-break space (U+00A0) stands before % and $"),
    (re.compile(r"'"), "the apostrophe is ’ (U+2019)"),
    (re.compile(r'"'), "quotation marks are « and »"),
    (re.compile(r"\u202f"), "no thin space (U+202F) is used"),
    (re.compile(r"\.\.\."), "an ellipsis is … (U+2026)"),
    (re.compile(r"\b[oO]euvre|\bc[oe]eur\b|\bs[o]eur\b|\bmoeurs\b"), "œ is one letter"),
    (re.compile(r"\b(Etape|Etat|Etablissement|Evaluer|Elaborer|Ebauche)"), "capitals keep their accents"),
    (re.compile(r"·[a-zé]|\(e\)|\.e\.s?\b"), "inclusive writing is neutral wording, or the full doublet"),
    (re.compile(r"\b(tu|ta|tes|toi)\b|(?<!le )\bton\b", re.IGNORECASE), "the reader is addressed as vous"),
)


def faults(text: str) -> tuple[str, ...]:
    """The rules that `text` breaks, each as one short sentence; empty when it breaks none."""
    plain = _WEB.sub("x", text)
    return tuple(rule for pattern, rule in _RULES if pattern.search(plain))
