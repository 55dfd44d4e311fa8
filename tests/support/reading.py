"""PDF and Word files read back as a reader's software reads them, and every fault found in them as a line of text.

What veraPDF and LibreOffice say besides is in tests/validate.py.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pikepdf
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator

FALSE_POSITIVES = ("Numbering definition '0'",)
"""Findings that are none: number 0 takes a paragraph out of its style's list (ISO 29500-1, 17.9.18)."""

_ALT = frozenset({"Figure", "Formula"})


def pdf_faults(data: bytes, locale: str) -> list[str]:
    """What keeps a PDF from being read aloud well; empty when all is well. `locale` is its language, such as fr-CA."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return [*_facts(pdf, locale), *_structure(pdf), *_pages(pdf)]


def _facts(pdf: pikepdf.Pdf, locale: str) -> Iterator[str]:
    with pdf.open_metadata() as facts:
        if facts.get("pdfuaid:part") != "1":
            yield "is not marked PDF/UA-1"
        if not facts.get("dc:title"):
            yield "has no title"
    if str(pdf.Root.get("/Lang")) != locale:
        yield f"speaks {pdf.Root.get('/Lang')}"
    if not pdf.Root.MarkInfo.Marked:
        yield "is not tagged"
    if not pdf.Root.ViewerPreferences.DisplayDocTitle:
        yield "shows its file name as its title"


def _structure(pdf: pikepdf.Pdf) -> Iterator[str]:
    level, outline = 0, False
    for tag, element in tags(pdf):
        if tag in _ALT and not str(element.get("/Alt", "")).strip():
            yield f"a {tag} says nothing in words"
        if tag == "TH" and str(_attribute(element, "/Scope")) not in ("/Column", "/Row", "/Both"):
            yield "a header cell without scope"
        if tag[0] == "H" and tag[1:].isdigit():
            outline = True
            if int(tag[1:]) > level + 1:
                yield f"heading {tag} below level {level}"
            level = int(tag[1:])
    if outline and not pdf.open_outline().root:
        yield "has headings and no bookmarks"


def _pages(pdf: pikepdf.Pdf) -> Iterator[str]:
    for number, page in enumerate(pdf.pages, 1):
        if "/Annots" in page and page.get("/Tabs") != pikepdf.Name("/S"):
            yield f"page {number}: links are not in reading order"
        for font in dict(page.Resources.get("/Font", {})).values():
            inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            if not any(name in inner.FontDescriptor for name in ("/FontFile", "/FontFile2", "/FontFile3")):
                yield f"page {number}: {font.BaseFont} is not embedded"
            if "/ToUnicode" not in font:
                yield f"page {number}: {font.BaseFont} cannot be copied as text"


def tags(pdf: pikepdf.Pdf) -> list[tuple[str, pikepdf.Dictionary]]:
    """Every structure element in reading order, as (tag, element)."""
    out: list[tuple[str, pikepdf.Dictionary]] = []

    def visit(element: Any) -> None:
        if isinstance(element, pikepdf.Array):
            for kid in element:
                visit(kid)
        elif isinstance(element, pikepdf.Dictionary):
            if "/S" in element:
                out.append((str(element.S)[1:], element))
            if "/K" in element:
                visit(element.K)

    visit(pdf.Root.StructTreeRoot.K)
    return out


def _attribute(element: pikepdf.Dictionary, name: str) -> Any:
    attributes = element.get("/A", [])
    listed = list(attributes) if isinstance(attributes, pikepdf.Array) else [attributes]
    return next((one[name] for one in listed if isinstance(one, pikepdf.Dictionary) and name in one), None)


def word_faults(data: bytes, locale: str) -> list[str]:
    """What a checker or a reader of a Word file would complain of; empty when all is well."""
    package = docx.Document(BytesIO(data))
    return [*_schema(data), *_properties(package, locale), *_body(package), *_rows(package)]


def _schema(data: bytes) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "draft.docx"
        path.write_bytes(data)
        for error in OpenXmlValidator().validate(path).errors:
            if not any(known in str(error) for known in FALSE_POSITIVES):
                yield f"openxml-audit: {error}"


def _properties(package: Any, locale: str) -> Iterator[str]:
    facts = package.core_properties
    for name in ("title", "author"):
        if not getattr(facts, name):
            yield f"has no {name}"
    languages = package.styles.element.xpath("w:docDefaults//w:lang/@w:val")
    if [facts.language, *languages] != [locale, locale]:
        yield f"speaks {facts.language}, {languages}"


def _body(package: Any) -> Iterator[str]:
    body = package.element.body
    stories = [body, *(part.element for part in _running(package))]
    for story in stories:
        for drawing in story.iter(qn("wp:docPr")):
            if not (drawing.get("descr") or "").strip():
                yield "a picture says nothing in words"
    known = set(package.styles.element.xpath("w:style/@w:styleId"))
    used = set(body.xpath(".//w:pStyle/@w:val | .//w:rStyle/@w:val | .//w:tblStyle/@w:val"))
    yield from (f"style {name} is not defined" for name in sorted(used - known))
    level = 0
    for style in body.xpath(".//w:pStyle/@w:val"):
        if style == "Title" or style.startswith("Heading"):
            here = 0 if style == "Title" else int(style[7:])
            if here > level + 1:
                yield f"{style} below level {level}"
            level = here


def _rows(package: Any) -> Iterator[str]:
    for table in package.element.body.iter(qn("w:tbl")):
        look = table.find(f"{qn('w:tblPr')}/{qn('w:tblLook')}")
        rows = table.findall(qn("w:tr"))
        marked = [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows]
        if look.get(qn("w:firstRow")) == "1" and marked != [True] + [False] * (len(rows) - 1):
            yield "a table does not repeat its header row"
        if look.get(qn("w:firstRow")) == look.get(qn("w:firstColumn")) == "0":
            yield "a table has neither a header row nor a header column"
        for row in rows:
            if row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is None and len("".join(row.itertext())) < 600:
                yield "a short row may split over pages"


def _running(package: Any) -> list[Any]:
    section = package.sections[0]
    return [section.header.part, section.footer.part]


def page_fields(data: bytes) -> list[str]:
    """The live fields at the foot of a Word file."""
    with ZipFile(BytesIO(data)) as parts:
        feet = [name for name in parts.namelist() if name.startswith("word/footer")]
        return [name for name in ("PAGE", "NUMPAGES") if any(f'"{name}"' in parts.read(one).decode() for one in feet)]
