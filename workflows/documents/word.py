"""Word files by python-docx: the package around the body. It knows parts, properties, header and footer; the
blocks are written in word_body.py and the styles in word_styles.py."""

from __future__ import annotations

import datetime
import re
import zipfile
from functools import lru_cache
from io import BytesIO

import docx
from docx.document import Document as Package
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Inches, Pt

from .blocks import Container, Document, Figure, Logo, Meta
from .measures import (
    CONTACT,
    LANDSCAPE,
    PORTRAIT,
    POSTER_HEADS,
    figure_size,
    logo_size,
    page_heads,
    poster_size,
    shortened,
)
from .packing import packed
from .palette import Palette, palette, tinted
from .pdf import png
from .word_body import TWIPS, Body, drawn
from .word_runs import text_run
from .word_styles import PLAIN, numbering_xml, poster_styles_xml, restarted_xml, styles_xml

_DROPPED = ("stylesWithEffects", "thumbnail")
_LOGO = 100_000  # the number of its drawing, which no figure of the body reaches
_PROPERTY = 255  # the longest core property (ECMA-376 part 2 names no limit; Word and python-docx do)


def write_docx(document: Document) -> bytes:
    """The document as a .docx for Word, LibreOffice or Google Docs; the same bytes for the same document."""
    meta = document.meta
    colours = palette(meta.accent)
    package = docx.Document(BytesIO(_base(meta.locale, meta.landscape, colours)))
    width = LANDSCAPE if meta.landscape else PORTRAIT
    for poster in (block for block in document.blocks if isinstance(block, Container) and block.kind == "poster"):
        styles = poster_styles_xml(poster_size(poster.blocks, width), POSTER_HEADS, colours)
        package.styles.element.extend(list(parse_xml(styles)))
    body = Body(_Parts(package, width, colours), width, 8 if meta.landscape else 9, colours)
    content = parse_xml(f"<w:body {nsdecls('w', 'r', 'wp', 'a', 'pic')}>{body.blocks(document.blocks)}</w:body>")
    end = package.element.body.sectPr
    for block in list(content):
        end.addprevious(block)
    _running_text(package, meta, int(width * TWIPS))
    _properties(package, meta)
    return _packed(package)


class _Parts:
    """Relationships, images and lists of one package."""

    def __init__(self, package: Package, width: float, colours: Palette) -> None:
        self._package, self._width, self._colours = package, width, colours
        self._lists = PLAIN

    def link(self, url: str) -> str:
        return self._package.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    def picture(self, figure: Figure) -> tuple[str, int, int]:
        relation, _ = self._package.part.get_or_add_image(BytesIO(png(tinted(figure.svg, self._colours))))
        width, height = figure_size(figure.svg, self._width)
        return relation, Pt(width), Pt(height)

    def restarted(self) -> int:
        self._lists += 1
        self._package.part.numbering_part.element.append(parse_xml(restarted_xml(self._lists)))
        return self._lists


@lru_cache(maxsize=32)
def _base(locale: str, landscape: bool, colours: Palette) -> bytes:
    """An empty document in a locale and an accent: page, styles and numbering."""
    package = docx.Document()
    for element, xml in (
        (package.styles.element, styles_xml(locale, landscape, colours)),
        (package.part.numbering_part.element, numbering_xml(colours)),
    ):
        for child in list(element):
            element.remove(child)
        element.extend(list(parse_xml(xml)))
    for relations in (package.part.rels, package.part.package.rels):
        for name, relation in list(relations.items()):
            if relation.reltype.endswith(_DROPPED):
                # python-docx's own template brings a picture of a page and a copy of its styles.
                del relations[name]
    section = package.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (Inches(n) for n in ((11, 8.5) if landscape else (8.5, 11)))
    section.left_margin = section.right_margin = Inches(0.8 if landscape else 1)
    section.top_margin, section.bottom_margin = Inches(1), Inches(0.9)
    section.header_distance = section.footer_distance = Inches(0.45)
    settings = package.settings.element
    settings.find(qn("w:themeFontLang")).set(qn("w:val"), locale)
    for compatibility in settings.iter(qn("w:compatSetting")):
        if compatibility.get(qn("w:name")) == "compatibilityMode":
            compatibility.set(qn("w:val"), "15")
    return _packed(package)


def _running_text(package: Package, meta: Meta, width: int) -> None:
    """Logo or organization, and title, at the head; the footer text, live page numbers and contact line at the foot."""
    section = package.sections[0]
    named, titled = page_heads(meta.organization, meta.title) if meta.running else ("", "")
    contact = f"<w:r><w:br/></w:r>{text_run(shortened(meta.contact, CONTACT))}" if meta.contact else ""
    parts = re.split(r"\{(pages?)\}", meta.page_of)
    fields = {"page": "PAGE", "pages": "NUMPAGES"}
    numbers = "".join(
        f'<w:fldSimple w:instr="{fields[part]}"><w:r><w:t>1</w:t></w:r></w:fldSimple>' if odd else text_run(part)
        for odd, part in ((place % 2, part) for place, part in enumerate(parts))
        if part
    )
    for story, style, left, right in (
        (
            section.header,
            "Header",
            _logo(package, meta.logo) if meta.logo else text_run(named),
            text_run(titled),
        ),
        (section.footer, "Footer", text_run(shortened(meta.footer)), numbers + contact),
    ):
        story.is_linked_to_previous = False
        old = story.paragraphs[0]._p
        tabs = f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
        properties = f'<w:pPr><w:pStyle w:val="{style}"/>{tabs}</w:pPr>'
        text = f"{left}<w:r><w:tab/></w:r>{right}"
        old.getparent().replace(old, parse_xml(f"<w:p {nsdecls('w', 'r', 'wp', 'a', 'pic')}>{properties}{text}</w:p>"))


def _logo(package: Package, logo: Logo) -> str:
    """The run that shows the logo, kept in the header's own part."""
    section = package.sections[0]
    section.header_distance = Inches(0.36)
    relation, _ = section.header.part.get_or_add_image(BytesIO(logo.data))
    width, height = logo_size(logo)
    return drawn(relation, Pt(width), Pt(height), _LOGO, logo.alt)


def _properties(package: Package, meta: Meta) -> None:
    facts = package.core_properties
    noon = datetime.datetime(meta.date.year, meta.date.month, meta.date.day, 12)
    facts.title, facts.author = meta.title[:_PROPERTY], meta.organization[:_PROPERTY]
    facts.last_modified_by = facts.author
    facts.language, facts.version = meta.locale, meta.version[:_PROPERTY]
    facts.comments = facts.keywords = facts.subject = facts.category = ""
    facts.created = facts.modified = noon
    facts.revision = 1


def _packed(package: Package) -> bytes:
    """The package zipped with one fixed date, so that equal documents are equal files."""
    loose = BytesIO()
    package.save(loose)
    with zipfile.ZipFile(loose) as parts:
        return packed((name, parts.read(name)) for name in parts.namelist())
