"""The styles and the numbering of the Word files, as WordprocessingML. It knows no document and no content.

Every look is a named style, so that people can restyle a draft in Word; sections and clauses share one
multilevel list, so that they number themselves again when text is moved.
"""

from __future__ import annotations

from collections.abc import Mapping

from docx.oxml.ns import nsdecls

from .palette import CALM, Palette

INK, SOFT, LINE = "26323A", "5B6B74", "B9C6CC"
MARK_FILLS = {"open": "FFEEBF", "recommended": "DCECF2"}
MARK_STYLES = {"open": "OpenPoint", "recommended": "Recommended", "added": "Added", "removed": "Removed"}
CHANGE_COLOURS = {"added": "1B5E20", "removed": "8A1F11"}

SECTIONS, BULLETS, PLAIN = 1, 2, 3
"""Ids of the three numberings: sections and clauses; bullets; lists that count from one."""

HANGING = (567, 720, 720, 567, 567, 567)
CLAUSE_INDENTS = (567, 720, 720, 1287, 1854, 2421)
"""Left indents of the levels of the section numbering, in twentieths of a point."""
PLAIN_INDENTS = (454, 1021, 1588)
BULLET_STEP = 340


def styles_xml(locale: str, landscape: bool, colours: Palette = CALM) -> str:
    """The styles element of a document in a locale such as fr-CA; landscape documents have smaller text."""
    accent, deep, band = hexadecimal(colours.accent), hexadecimal(colours.deep), hexadecimal(colours.band)
    size = 18 if landscape else 21
    table = 16 if landscape else 18
    fonts = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>'
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}{_colour(INK)}{_size(size)}"
        f'<w:lang w:val="{locale}" w:eastAsia="{locale}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr>{_spacing(0, 120)}</w:pPr></w:pPrDefault></w:docDefaults>"
    )
    bar = f'<w:pBdr><w:left w:val="single" w:sz="24" w:space="10" w:color="{accent}"/></w:pBdr>'
    edge = f'w:val="single" w:sz="4" w:space="6" w:color="{band}"'
    frame = bar.replace("<w:left", f"<w:top {edge}/><w:left")
    frame = frame.replace("</w:pBdr>", f"<w:bottom {edge}/></w:pBdr>")
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{band}"/>'
    rule = f'w:val="single" w:sz="4" w:space="4" w:color="{LINE}"'
    head = f"{_size(16)}"
    paragraphs = (
        _style("Normal", "Normal", default=True),
        _style(
            "Title",
            "Title",
            bar + _spacing(0, 160, 252) + _indent(284),
            f"<w:b/><w:bCs/>{_colour(accent)}{_size(42)}",
        ),
        _style("Subtitle", "Subtitle", bar + _spacing(0, 60) + _indent(284), f"{_colour(SOFT)}{_size(22)}"),
        _heading(1, _spacing(340, 140, 252), f"<w:b/><w:bCs/>{_colour(accent)}{_size(27 if not landscape else 25)}"),
        _heading(2, _spacing(240, 100, 252), f"<w:b/><w:bCs/>{_colour(accent)}{_size(22 if not landscape else 20)}"),
        _style("Clause", "Clause", _spacing(0, 120)),
        _style("ListBullet", "List Bullet", _numbered(BULLETS, 0) + _spacing(0, 80)),
        _style("ListNumber", "List Number", _numbered(PLAIN, 0) + _spacing(0, 80)),
        _style("Note", "Note", frame + shade + _spacing(160, 160) + _indent(284)),
        _style("Figure", "Figure", _spacing(160, 200) + '<w:jc w:val="center"/>'),
        _style("TableText", "Table Text", _spacing(40, 40, 252), _size(table)),
        _style("TableHead", "Table Head", "<w:keepNext/>", f"<w:b/><w:bCs/>{_colour(deep)}", based="TableText"),
        _style("TableBand", "Table Band", "<w:keepNext/>", f"<w:b/><w:bCs/>{_colour(deep)}", based="TableText"),
        _style("TableEnd", "Table End", _spacing(0, 0, 200), _size(12)),
        _style(
            "Header",
            "header",
            f"<w:pBdr><w:bottom {rule}/></w:pBdr>" + _spacing(0, 0),
            f"{_colour(SOFT)}{head}",
        ),
        _style("Footer", "footer", f"<w:pBdr><w:top {rule}/></w:pBdr>" + _spacing(0, 0), f"{_colour(SOFT)}{head}"),
    )
    characters = (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
        _character("OpenPoint", "Open Point", f"<w:b/><w:bCs/>{_fill(MARK_FILLS['open'])}"),
        _character("Recommended", "Recommended", f"<w:b/><w:bCs/>{_fill(MARK_FILLS['recommended'])}"),
        _character("Added", "Added", f'{_colour(CHANGE_COLOURS["added"])}<w:u w:val="single"/>'),
        _character("Removed", "Removed", f"<w:strike/>{_colour(CHANGE_COLOURS['removed'])}"),
        _character("Hyperlink", "Hyperlink", f'{_colour(accent)}<w:u w:val="single"/>'),
    )
    return f"<w:styles {nsdecls('w')}>{defaults}{''.join(paragraphs)}{''.join(characters)}{_tables(accent)}</w:styles>"


def poster_styles_xml(size: float, heads: Mapping[int, float], colours: Palette = CALM) -> str:
    """The styles of a poster whose running text has a size in points: "Poster", and "Poster1" for the title and so
    on, `heads` times larger by level.
    """
    look = f"<w:b/>{_colour(hexadecimal(colours.accent))}"
    styles = [_style("Poster", "Poster", _spacing(0, int(size * 12), 259), _size(round(size * 2)))]
    for level, times in heads.items():
        based = "Title" if level == 1 else f"Heading{level - 1}"
        off = "" if level == 1 else '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
        large = size * times
        paragraph = off + _spacing(int(large * 8), int(large * 8), 252) + ("" if level == 1 else _indent(0))
        styles.append(_style(f"Poster{level}", f"Poster {level}", paragraph, look + _size(round(large * 2)), based))
    return f"<w:styles {nsdecls('w')}>{''.join(styles)}</w:styles>"


def numbering_xml(colours: Palette = CALM) -> str:
    """The numbering element: three abstract lists and one instance of each."""
    accent = hexadecimal(colours.accent)
    sections = (
        _level(accent, 0, "decimal", "%1.", CLAUSE_INDENTS[0], HANGING[0], "Heading1"),
        _level(accent, 1, "decimal", "%1.%2", CLAUSE_INDENTS[1], HANGING[1], "Heading2"),
        _level(accent, 2, "decimal", "%1.%2.%3", CLAUSE_INDENTS[2], HANGING[2]),
        _level(accent, 3, "lowerLetter", "(%4)", CLAUSE_INDENTS[3], HANGING[3]),
        _level(accent, 4, "lowerRoman", "(%5)", CLAUSE_INDENTS[4], HANGING[4]),
        _level(accent, 5, "upperLetter", "(%6)", CLAUSE_INDENTS[5], HANGING[5]),
    )
    signs = ("•", "–", "•", "–", "•", "–")
    bullets = (
        _level(accent, n, "bullet", sign, BULLET_STEP * (n + 1), BULLET_STEP, "ListBullet" if n == 0 else "")
        for n, sign in enumerate(signs)
    )
    plain = (
        _level(accent, 0, "decimal", "%1.", PLAIN_INDENTS[0], 454, "ListNumber"),
        _level(accent, 1, "lowerLetter", "(%2)", PLAIN_INDENTS[1], 567),
        _level(accent, 2, "lowerRoman", "(%3)", PLAIN_INDENTS[2], 567),
    )
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
        f"{''.join(levels)}</w:abstractNum>"
        for number, levels in ((SECTIONS, sections), (BULLETS, bullets), (PLAIN, plain))
    )
    instances = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number in (SECTIONS, BULLETS, PLAIN)
    )
    return f"<w:numbering {nsdecls('w')}>{lists}{instances}</w:numbering>"


def restarted_xml(number: int) -> str:
    """One more instance of the plain list, counting from one."""
    return (
        f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{PLAIN}"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )


def _tables(accent: str) -> str:
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="Sheet"><w:name w:val="Sheet"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:tblPr><w:tblBorders>'
        f'<w:top w:val="single" w:sz="8" w:space="0" w:color="{accent}"/>'
        f'<w:bottom w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>'
        f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>'
        "</w:tblBorders></w:tblPr></w:style>"
    )


_BUILT_IN = {
    "Normal", "Title", "Subtitle", "Heading1", "Heading2", "ListBullet", "ListNumber", "Header", "Footer",
}  # fmt: skip


def hexadecimal(colour: str) -> str:
    """A colour as WordprocessingML writes it."""
    return colour.removeprefix("#").upper()


def _style(
    identity: str, name: str, paragraph: str = "", run: str = "", based: str = "Normal", default: bool = False
) -> str:
    kind = ' w:default="1"' if default else "" if identity in _BUILT_IN else ' w:customStyle="1"'
    parent = "" if default else f'<w:basedOn w:val="{based}"/>'
    return (
        f'<w:style w:type="paragraph"{kind} w:styleId="{identity}"><w:name w:val="{name}"/>{parent}'
        f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _heading(level: int, spacing: str, run: str) -> str:
    together = "<w:keepNext/><w:keepLines/>"
    return (
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="9"/><w:qFormat/>'
        f"<w:pPr>{together}{_numbered(SECTIONS, level - 1)}{spacing}"
        f'<w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr>{run}</w:rPr></w:style>'
    )


def _character(identity: str, name: str, run: str) -> str:
    custom = "" if identity == "Hyperlink" else ' w:customStyle="1"'
    return (
        f'<w:style w:type="character"{custom} w:styleId="{identity}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:rPr>{run}</w:rPr></w:style>'
    )


def _level(accent: str, number: int, form: str, text: str, left: int, hanging: int, style: str = "") -> str:
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{linked}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>'
        f"<w:rPr>{_colour(accent)}</w:rPr></w:lvl>"
    )


def _numbered(number: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def _spacing(before: int, after: int, line: int = 276) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


def _indent(left: int) -> str:
    return f'<w:ind w:left="{left}"/>'


def _colour(value: str) -> str:
    return f'<w:color w:val="{value}"/>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _fill(value: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{value}"/>'
