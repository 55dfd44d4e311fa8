"""The numbers of sections and clauses as Word's multilevel numbering counts them: one counter per level, a
higher level starts the lower ones again. It knows no block and no file format."""

from __future__ import annotations

DEEPEST = 5
DEEPEST_PLAIN = 2

_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class Numbering:
    """The counters of one document while it is read."""

    def __init__(self) -> None:
        self.numbered = False  # whether what is read stands in a numbered section
        self._counts = [0] * (DEEPEST + 1)
        self._plain = [0] * (DEEPEST_PLAIN + 1)
        self._below_subsection = False

    def section(self) -> str:
        """The label of the next section, such as "6."."""
        self._bump(0)
        self._below_subsection = False
        return f"{self._counts[0]}."

    def subsection(self) -> str:
        """The label of the next subsection, such as "6.1"."""
        self._bump(1)
        self._below_subsection = True
        return f"{self._counts[0]}.{self._counts[1]}"

    def level(self, above: int | None, plain: bool) -> int | None:
        """The level of a list inside one of level `above`; None when that is too deep."""
        if plain:
            level = 0 if above is None else above + 1
            return level if level <= DEEPEST_PLAIN else None
        if above is None:
            return 2 if self._below_subsection else 1
        level = max(above + 1, 3)
        return level if level <= DEEPEST else None

    def start_plain(self, level: int) -> None:
        """A plain list starts: its numbers count from one."""
        self._plain[level] = 0

    def label(self, level: int, plain: bool) -> str:
        """The label of the next item of a list of this level."""
        if plain:
            self._plain[level] += 1
            return (lambda n: f"{n}.", _letters, _roman)[level](self._plain[level])
        self._bump(level)
        counts = self._counts
        match level:
            case 1 | 2:
                return ".".join(map(str, counts[: level + 1]))
            case 3:
                return _letters(counts[3])
            case 4:
                return _roman(counts[4])
            case _:
                return _letters(counts[level]).upper()

    def _bump(self, level: int) -> None:
        self._counts[level] += 1
        self._counts[level + 1 :] = [0] * (DEEPEST - level)


def _letters(number: int) -> str:
    """(a) to (z), then (aa), (bb), as Word goes on."""
    return f"({chr(ord('a') + (number - 1) % 26) * ((number - 1) // 26 + 1)})"


def _roman(number: int) -> str:
    out = ""
    for value, sign in _ROMAN:
        out += sign * (number // value)
        number %= value
    return f"({out})"
