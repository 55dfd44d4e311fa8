"""Shapes and wrapped texts gathered into one SVG drawing. It knows colours and letters, not what is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from .cleaning import clean
from .lettering import LINE
from .lettering import one_line as joined

INK, ACCENT, SECOND, SOFT, PALE, PAPER = "#26323a", "#1f4e5f", "#3b6c7d", "#5b6b74", "#edf3f5", "#ffffff"


def one_line(text: str) -> str:
    """A typed text without what would break a file, on one line."""
    return joined(clean(text))


def shares(needs: Sequence[int], room: int) -> tuple[int, ...]:
    """How many lines each gets of a room: what it needs, cut to the same greatest number where not all fit; at least
    one, so that very many may take more than the room.
    """
    most = max(needs, default=0)
    while most > 1 and sum(min(need, most) for need in needs) > room:
        most -= 1
    return tuple(max(1, min(need, most)) for need in needs)


@dataclass(slots=True)
class Drawing:
    """Shapes in the order in which they were drawn, later ones above."""

    width: float
    parts: list[str] = field(default_factory=list)

    def box(
        self, left: float, top: float, width: float, height: float, fill: str, outline: str = "", more: str = ""
    ) -> None:
        """A rectangle; `more` are further attributes."""
        line = f' stroke="{outline}" stroke-width="0.8"' if outline else ""
        self.parts.append(
            f'<rect x="{left:g}" y="{top:g}" width="{width:g}" height="{height:g}" fill="{fill}"{line}{more}/>'
        )

    def shape(self, points: Sequence[tuple[float, float]], fill: str) -> None:
        """A filled polygon."""
        corners = " ".join(f"{x:g},{y:g}" for x, y in points)
        self.parts.append(f'<polygon points="{corners}" fill="{fill}"/>')

    def line(self, start: tuple[float, float], end: tuple[float, float], colour: str = SOFT) -> None:
        """A thin straight line."""
        (left, top), (right, bottom) = start, end
        self.parts.append(
            f'<path d="M{left:g} {top:g} L{right:g} {bottom:g}" fill="none" stroke="{colour}" stroke-width="0.6"/>'
        )

    def text(
        self,
        lines: Sequence[str],
        left: float,
        top: float,
        size: float,
        ink: str = INK,
        bold: bool = False,
        middle: bool = False,
    ) -> None:
        """Lines one below the other, from `top`; `middle` centres them on `left`."""
        weight = ' font-weight="bold"' if bold else ""
        anchor = ' text-anchor="middle"' if middle else ""
        self.parts += (
            f'<text x="{left:g}" y="{top + (place + 0.78) * size * LINE:g}" font-size="{size:g}" fill="{ink}"'
            f"{anchor}{weight}>{escape(line)}</text>"
            for place, line in enumerate(lines)
            if line
        )

    def svg(self, height: float) -> str:
        """The drawing as an SVG text of that height, in points."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.width:g}" height="{height:g}" '
            f'viewBox="0 0 {self.width:g} {height:g}" font-family="Noto Sans, Arial, sans-serif">'
            f"{''.join(self.parts)}</svg>"
        )
