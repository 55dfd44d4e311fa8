"""The accent of a document and the tints that follow from it. It knows colours, and nothing of what is coloured.

Contrast is that of WCAG 2.2 (relative luminance, success criterion 1.4.3): 4.5 to 1 for text of any size.
"""

from __future__ import annotations

import colorsys
import re
from dataclasses import dataclass
from functools import lru_cache

ENOUGH = 4.5
"""The least contrast of text with what is behind it."""

WHITE = "#ffffff"


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as `#rrggbb`: `accent` on white, `deep` for letters on the tints, `head` and `band` behind table rows."""

    accent: str
    deep: str
    head: str
    band: str


CALM = Palette("#1f4e5f", "#1f4e5f", "#d7e4e9", "#edf3f5")
"""The colours of a partnership that chose none."""


@lru_cache(maxsize=64)
def palette(accent: str) -> Palette:
    """The colours that follow from an accent such as `#1a5f7a`; those of CALM for an empty text."""
    if not accent or accent == CALM.accent:
        return CALM
    head = _mixed(accent, 0.18)
    return Palette(accent, readable(accent, head), head, _mixed(accent, 0.08))


def tinted(svg: str, colours: Palette) -> str:
    """A drawing made in the colours of CALM, in other colours. Its texts stay as they are."""
    if colours == CALM:
        return svg
    pairs = dict(zip(_of(CALM), _of(colours), strict=True))

    def recoloured(tag: re.Match[str]) -> str:
        return re.sub("#[0-9a-f]{6}", lambda found: pairs.get(found[0], found[0]), tag[0])

    return re.sub("<[^>]*>", recoloured, svg)


def contrast(one: str, other: str = WHITE) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable(colour: str, ground: str = WHITE) -> str:
    """The nearest shade of a colour that is dark enough to be read on a light ground: the colour itself where it is."""
    hue, light, saturation = colorsys.rgb_to_hls(*_parts(colour))
    shade = colour
    while contrast(shade, ground) < ENOUGH and light > 0:
        light = max(0.0, light - 0.005)
        shade = _written(colorsys.hls_to_rgb(hue, light, saturation))
    return shade


def _of(colours: Palette) -> tuple[str, str, str]:
    return colours.accent, colours.head, colours.band


def _mixed(colour: str, share: float) -> str:
    """So much of a colour in white."""
    red, green, blue = (1 - share * (1 - part) for part in _parts(colour))
    return _written((red, green, blue))


def _luminance(colour: str) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def _written(parts: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)
