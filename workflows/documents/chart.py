"""The organization chart of a partnership, drawn as SVG from its names. It knows letters and boxes, and no
language: every text on it is given."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from .blocks import Bullets, Figure, Item, Text
from .cleaning import clean
from .lettering import LINE, lines

WIDTH = 468.0
_GAP, _PAD, _RAIL = 10.0, 6.0, 10.0
_COUNCIL_WIDTH, _SIDE_WIDTH = 190.0, 118.0
_IN_A_ROW = 4

_INK, _ACCENT, _SOFT = "#26323a", "#1f4e5f", "#5b6b74"
_SHADES = {  # fill, outline, letters
    "council": (_ACCENT, _ACCENT, "#ffffff"),
    "executive": ("#d7e4e9", _ACCENT, _INK),
    "side": ("#ffffff", _SOFT, _INK),
    "group": ("#edf3f5", _ACCENT, _INK),
    "team": ("#ffffff", "#b9c6cc", _INK),
}


@dataclass(frozen=True, slots=True)
class Group:
    """A working group and the teams inside it, by name."""

    name: str
    teams: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """The names on the chart, in the language of the document; None where there is no such body."""

    council: str
    executive: str | None
    secretariat: str | None
    groups: tuple[Group, ...] = ()
    advisory: str | None = None


@dataclass(slots=True)
class _Drawing:
    """Shapes drawn so far; lines lie under boxes."""

    lines: list[str] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)

    def path(self, *points: tuple[float, float], dashed: bool = False) -> None:
        """A line through some points."""
        steps = " ".join(f"{'L' if place else 'M'}{x:g} {y:g}" for place, (x, y) in enumerate(points))
        dashes = ' stroke-dasharray="4 3"' if dashed else ""
        self.lines.append(f'<path d="{steps}" fill="none" stroke="{_SOFT}" stroke-width="1"{dashes}/>')

    def box(self, name: str, kind: str, left: float, top: float, width: float, height: float) -> None:
        """A box with its name wrapped in it."""
        fill, outline, ink = _SHADES[kind]
        dashes = ' stroke-dasharray="4 3"' if kind == "side" else ""
        self.boxes.append(
            f'<rect x="{left:g}" y="{top:g}" width="{width:g}" height="{height:g}" rx="3" fill="{fill}" '
            f'stroke="{outline}" stroke-width="1"{dashes}/>'
        )
        size, wrapped = _wrapped(name, kind, width)
        weight = ' font-weight="bold"' if kind in ("council", "executive", "group") else ""
        first = top + (height - len(wrapped) * size * LINE) / 2 + size * 0.98
        self.boxes += (
            f'<text x="{left + width / 2:g}" y="{first + place * size * LINE:g}" font-size="{size:g}" '
            f'fill="{ink}" text-anchor="middle"{weight}>{escape(line)}</text>'
            for place, line in enumerate(wrapped)
        )


def organization_chart(chart: Chart, alt: str) -> Figure:
    """The chart as a figure 468 points wide (the width of the text on a portrait letter page).

    The council stands on top; the executive committee below it; the secretariat and the advisory body beside
    them on dashed lines; the groups below, at most four in a row, each with its teams. Names are wrapped; a
    name too long for its box ends in an ellipsis there, so give the names as text too (`chart_outline`).
    """
    drawing = _Drawing()
    trunk = _top(drawing, chart)
    count = len(chart.groups)
    rows = -(-count // _IN_A_ROW)
    each = -(-count // rows) if rows else 0
    bottom = trunk
    for row in range(rows):
        groups = chart.groups[row * each : (row + 1) * each]
        bottom = _groups(drawing, groups, each, trunk if row == 0 else bottom, row, rows, trunk)
    height = bottom + 2
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH:g}" height="{height:g}" '
        f'viewBox="0 0 {WIDTH:g} {height:g}" font-family="Noto Sans, Arial, sans-serif">'
        f"{''.join(drawing.lines)}{''.join(drawing.boxes)}</svg>"
    )
    return Figure(svg, clean(alt))


def chart_outline(chart: Chart) -> Bullets:
    """The same structure as nested bullets: what the chart says, for those who cannot see it."""
    groups = tuple(_bullet(group.name, tuple(map(_bullet, group.teams))) for group in chart.groups)
    beside = tuple(_bullet(name) for name in (chart.secretariat, chart.advisory) if name)
    below = (_bullet(chart.executive, groups), *beside) if chart.executive else (*beside, *groups)
    return Bullets((_bullet(chart.council, below),))


def _bullet(name: str, inside: tuple[Item, ...] = ()) -> Item:
    return Item((Text(_one_line(name)),), (Bullets(inside),) if inside else ())


def _top(drawing: _Drawing, chart: Chart) -> float:
    """Draws the council and what stands around it; gives the height at which its trunk ends."""
    middle, left = WIDTH / 2, (WIDTH - _COUNCIL_WIDTH) / 2
    names = [(chart.council, "council"), *([(chart.executive, "executive")] if chart.executive else [])]
    heights = [_height(name, kind, _COUNCIL_WIDTH) for name, kind in names]
    top = 2.0
    for (body, kind), height in zip(names, heights, strict=True):
        drawing.box(body, kind, left, top, _COUNCIL_WIDTH, height)
        top += height + 2 * _GAP
    trunk = top - 2 * _GAP
    drawing.path((middle, 2), (middle, trunk))
    for name, x, edge in (
        (chart.advisory, 2.0, left),
        (chart.secretariat, WIDTH - _SIDE_WIDTH - 2, left + _COUNCIL_WIDTH),
    ):
        if name:
            height = _height(name, "side", _SIDE_WIDTH)
            # Beside the council, level with its middle, and never above the drawing's edge.
            y = max(2.0, 2 + heights[0] / 2 - height / 2)
            level = 2 + heights[0] / 2
            drawing.path((x + _SIDE_WIDTH / 2, level), (edge, level), dashed=True)
            drawing.box(name, "side", x, y, _SIDE_WIDTH, height)
            trunk = max(trunk, y + height)
    return trunk


def _groups(
    drawing: _Drawing, groups: tuple[Group, ...], each: int, above: float, row: int, rows: int, trunk: float
) -> float:
    """Draws one row of groups with their teams; gives the height of its lowest edge."""
    margin = _RAIL if rows > 1 else 2.0
    room = (WIDTH - margin - 2 - _GAP * (each - 1)) / each
    width = min(room, 150.0)
    span = width * len(groups) + _GAP * (len(groups) - 1)
    start = margin + (WIDTH - margin - 2 - span) / 2
    bus, top = above + 1.5 * _GAP, above + 3 * _GAP
    middles = [start + place * (width + _GAP) + width / 2 for place in range(len(groups))]
    if row == 0:
        drawing.path((WIDTH / 2, trunk), (WIDTH / 2, bus))
        reach = [*middles, WIDTH / 2, *([1.0] if rows > 1 else [])]
    else:
        # The second row hangs from the first one's line, by a rail along the left edge.
        drawing.path((1.0, trunk + 1.5 * _GAP), (1.0, bus))
        reach = [*middles, 1.0]
    drawing.path((min(reach), bus), (max(reach), bus))
    height = max(_height(group.name, "group", width) for group in groups)
    bottom = top + height
    for group, middle in zip(groups, middles, strict=True):
        drawing.path((middle, bus), (middle, top))
        left = middle - width / 2
        drawing.box(group.name, "group", left, top, width, height)
        y = top + height
        for team in group.teams:
            tall = _height(team, "team", width - _GAP)
            y += _GAP * 0.6
            drawing.path((left + _GAP / 2, top + height), (left + _GAP / 2, y + tall / 2), (left + _GAP, y + tall / 2))
            drawing.box(team, "team", left + _GAP, y, width - _GAP, tall)
            y += tall
        bottom = max(bottom, y)
    return bottom


def _height(name: str, kind: str, width: float) -> float:
    size, wrapped = _wrapped(name, kind, width)
    return len(wrapped) * size * LINE + 2 * _PAD


def _wrapped(name: str, kind: str, width: float) -> tuple[float, list[str]]:
    size, most = {"council": (10.0, 3), "executive": (9.5, 3), "team": (8.0, 2)}.get(kind, (8.5, 4))
    return size, lines(_one_line(name), (width - 2 * _PAD) / size, most)


def _one_line(name: str) -> str:
    return " ".join(clean(name).split())
