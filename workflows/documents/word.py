"""Word files by python-docx: the package around the body. It knows parts, properties, header and footer; the
blocks are written in word_body.py and the styles in word_styles.py."""

from __future__ import annotations

import datetime
import re
import zipfile
from functools import cache
from io import BytesIO

import docx
from docx.document import Document as Package
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Inches, Pt

from .blocks import Document, Figure, Meta
from .measures import HEAD_LEFT, HEAD_RIGHT, LANDSCAPE, PORTRAIT, figure_size, shortened
from .pdf import png
from .word_body import TWIPS, Body
from .word_runs import text_run
from .word_styles import PLAIN, numbering_xml, restarted_xml, styles_xml

_DROPPED = ("stylesWithEffects", "thumbnail")
_PROPERTY = 255  # the longest core property (ECMA-376 part 2 names no limit; Word and python-docx do)


def write_docx(document: Document) -> bytes:
    """The document as a .docx for Word, LibreOffice or Google Docs; the same bytes for the same document."""
    meta = document.meta
    package = docx.Document(BytesIO(_base(meta.locale, meta.landscape)))
    width = LANDSCAPE if meta.landscape else PORTRAIT
    body = Body(_Parts(package, width), width, 8 if meta.landscape else 9)
    content = parse_xml(f"<w:body {nsdecls('w', 'r', 'wp', 'a', 'pic')}>{body.blocks(document.blocks)}</w:body>")
    end = package.element.body.sectPr
    for block in list(content):
        end.addprevious(block)
    _running_text(package, meta, int(width * TWIPS))
    _properties(package, meta)
    return _packed(package)


class _Parts:
    """Relationships, images and lists of one package."""

    def __init__(self, package: Package, width: float) -> None:
        self._package, self._width = package, width
        self._lists = PLAIN

    def link(self, url: str) -> str:
        return self._package.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    def picture(self, figure: Figure) -> tuple[str, int, int]:
        relation, _ = self._package.part.get_or_add_image(BytesIO(png(figure.svg)))
        width, height = figure_size(figure.svg, self._width)
        return relation, Pt(width), Pt(height)

    def restarted(self) -> int:
        self._lists += 1
        self._package.part.numbering_part.element.append(parse_xml(restarted_xml(self._lists)))
        return self._lists


@cache
def _base(locale: str, landscape: bool) -> bytes:
    """An empty document in a locale: page, styles and numbering."""
    package = docx.Document()
    for element, xml in (
        (package.styles.element, styles_xml(locale, landscape)),
        (package.part.numbering_part.element, numbering_xml()),
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
    """Organization and title at the head; the footer text and live page numbers at the foot."""
    section = package.sections[0]
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
            shortened(meta.organization, HEAD_LEFT),
            text_run(shortened(meta.title, HEAD_RIGHT)),
        ),
        (section.footer, "Footer", shortened(meta.footer), numbers),
    ):
        story.is_linked_to_previous = False
        old = story.paragraphs[0]._p
        tabs = f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
        properties = f'<w:pPr><w:pStyle w:val="{style}"/>{tabs}</w:pPr>'
        text = f"{text_run(left)}<w:r><w:tab/></w:r>{right}"
        old.getparent().replace(old, parse_xml(f"<w:p {nsdecls('w')}>{properties}{text}</w:p>"))


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
    loose, packed = BytesIO(), BytesIO()
    package.save(loose)
    with zipfile.ZipFile(loose) as parts, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out:
        for name in parts.namelist():
            fact = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            fact.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(fact, parts.read(name))
    return packed.getvalue()
