"""Typed text made safe to keep: one Unicode form, no control signs, no direction overrides. It judges nothing else."""

from __future__ import annotations

import unicodedata

_DROPPED = {
    0x200B,
    0x2060,
    0xFEFF,
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
    0xFFFE,
    0xFFFF,
    *range(0xE000, 0xE010),
}


def clean(text: str, lines: bool = False) -> str:
    """`text` in NFC, without controls, surrogates and bidi overrides; line breaks stay when `lines`, else become
    spaces.
    """
    kept = []
    for sign in unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")):
        if sign in "\n\t\x0b\x0c\u2028\u2029":
            kept.append("\n" if lines and sign != "\t" else " " if sign == "\t" or not lines else "\n")
        elif ord(sign) in _DROPPED or unicodedata.category(sign) in ("Cc", "Cs"):
            continue
        else:
            kept.append(sign)
    told = unicodedata.normalize("NFC", "".join(kept))  # letters that an invisible sign kept apart are joined now
    if lines:
        return "\n".join(line.rstrip() for line in told.split("\n")).strip()
    return " ".join(told.split())


def has_words(text: str) -> bool:
    """True when `text` holds at least one letter or digit of any script; emoji and punctuation alone are no answer."""
    return any(unicodedata.category(sign)[0] in "LN" for sign in text)


def fold(text: str) -> str:
    """`text` for comparing: small letters, no accents, straight apostrophes, single spaces."""
    plain = text.replace("’", "'").replace("œ", "oe").replace("Œ", "oe").replace("æ", "ae").replace("Æ", "ae")
    for _ in range(2):  # Unicode's caseless match: folding can give signs that fold once more
        plain = unicodedata.normalize("NFKD", plain.casefold())
    return " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).split())
