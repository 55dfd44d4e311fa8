"""Inline tokens and kept values made into inlines: where a value at last becomes literal text. It knows no
block and no file format."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from urllib.parse import quote, unquote

from markdown_it.token import Token

from . import tongues
from .blocks import Bullets, Figure, Inline, Inlines, LineBreak, Link, Mark, Text, plain
from .cleaning import clean
from .directions import settled
from .template import TOKEN, TemplateFault, Value

_ADDRESS = re.compile(r"(https?://|mailto:)\S+$", re.IGNORECASE)


class InlineReader:
    """Reads the text of one document; `fault` makes a fault at a token of it."""

    def __init__(self, values: Sequence[Value], fault: Callable[[Token, str, str], TemplateFault]) -> None:
        self._values, self._fault = values, fault

    def read(self, inline: Token) -> Inlines:
        """The inlines of one inline token, values put in."""
        out: list[Inline] = []
        bold = italic = 0
        address, linked = "", 0
        for token in inline.children or []:
            match token.type:
                case "text":
                    for place, part in enumerate(TOKEN.split(token.content)):
                        value = self._values[int(part)] if place % 2 else part
                        literal = isinstance(value, str) and not place % 2
                        parts = [Text(part)] if literal else self.of(value, inline)
                        out += settled(out, (_styled(piece, bold > 0, italic > 0) for piece in parts))
                case "softbreak":
                    out.append(Text(" ", bold > 0, italic > 0))
                case "hardbreak":
                    out.append(LineBreak())
                case "strong_open" | "strong_close":
                    bold += token.nesting
                case "em_open" | "em_close":
                    italic += token.nesting
                case "link_open":
                    address, linked = self._address(str(token.attrs["href"]), inline), len(out)
                case "link_close":
                    text = plain(tuple(out[linked:]))
                    out[linked:] = [Link(text, address) if _ADDRESS.match(address) else Text(text)]
                case _:
                    raise self._fault(inline, token.type, "no template may hold this")
        return joined(tuple(out))

    def _address(self, href: str, token: Token) -> str:
        """The address of a link, its values put in with everything quoted that could end it."""

        def kept(match: re.Match[str]) -> str:
            return quote(plain(tuple(self.of(self._values[int(match[1])], token))), safe=":/?#@!$&()*+,;=%~-._")

        return TOKEN.sub(kept, unquote(href)) if "%EE%80%80" in href else href

    def of(self, value: Value, token: Token) -> list[Inline]:
        """The inlines of one value: literal, cleaned, its newlines as line breaks."""
        match value:
            case str():
                lines = [line for line in tongues.lines(value) if tongues.bare(line).strip()] or [""]
                pieces: list[Inline] = []
                for line in lines:
                    runs = (Text(text, lang=lang) for text, lang in tongues.parts(line))
                    pieces += (LineBreak(), *(runs if line else (Text(""),)))
                return pieces[1:]
            case int():
                return [Text(str(value))]
            case Figure() | Bullets():
                raise self._fault(token, "figure or list", "stands alone in its paragraph")
            case tuple():
                parts = [self.of(part, token) for part in value]
                return [piece for part in parts for piece in (LineBreak(), *part)][1:]
            case Link(text, url, lang):
                address = clean(url)
                return [Link(_line(text), address, lang) if _ADDRESS.match(address) else Text(_line(text), lang=lang)]
            case Text(text, bold, italic, lang):
                styled = (_styled(piece, bold, italic) for piece in self.of(text, token))
                return [replace(piece, lang=lang) if lang and isinstance(piece, Text) else piece for piece in styled]
            case Mark(text, kind, lang):
                return [Mark(_line(text), kind, lang)]
            case LineBreak():
                return [value]


def _line(text: str) -> str:
    return clean(text).replace("\n", " ")


def _styled(inline: Inline, bold: bool, italic: bool) -> Inline:
    if isinstance(inline, Text):
        return replace(inline, bold=inline.bold or bold, italic=inline.italic or italic)
    return inline


def joined(inlines: Sequence[Inline]) -> Inlines:
    """The same inlines with neighbours of one style in one run, and without empty runs."""
    out: list[Inline] = []
    for inline in inlines:
        last = out[-1] if out else None
        if isinstance(inline, Text) and not inline.text:
            continue
        if isinstance(inline, Text) and isinstance(last, Text) and last == replace(inline, text=last.text):
            out[-1] = replace(last, text=last.text + inline.text)
        else:
            out.append(inline)
    return tuple(out)
