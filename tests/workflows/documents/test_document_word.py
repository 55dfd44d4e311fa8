"""Word files, read back as Word reads them."""

import hashlib
import zipfile
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree
from openxml_audit import OpenXmlValidator

from workflows.documents import write_docx
from workflows.documents.blocks import Document


def opened(document):
    return docx.Document(BytesIO(write_docx(document)))


def styled(package, style):
    return [p for p in package.paragraphs if p._p.pPr is not None and p._p.pPr.style == style]


def numbering(paragraph):
    found = paragraph._p.pPr.numPr
    return (found.ilvl.val, found.numId.val) if found is not None else None


@pytest.mark.parametrize("language", ["en", "fr"])
def test_language_title_and_page(sample, language):
    package = opened(sample(language))
    facts = package.core_properties
    assert facts.language == f"{language}-CA"
    assert facts.title == ("Terms of Reference" if language == "en" else "Plan d’action annuel")
    assert facts.author == "Three Rivers LIP"
    languages = package.styles.element.xpath("w:docDefaults//w:lang/@w:val")
    assert languages == [f"{language}-CA"]
    section = package.sections[0]
    wide = section.page_width > section.page_height
    assert (section.page_width.inches, section.page_height.inches) == ((11, 8.5) if wide else (8.5, 11))
    assert wide is (language == "fr")


def test_running_text_has_live_page_numbers(french):
    section = opened(french).sections[0]
    assert section.header.paragraphs[0].text == "Three Rivers LIP\tPlan d’action annuel"
    footer = section.footer.paragraphs[0]
    assert footer.text.startswith("Ébauche 0.3, 22 novembre 2026\tPage ")
    assert footer._p.xpath("w:fldSimple/@w:instr") == ["PAGE", "NUMPAGES"]


def test_sections_and_clauses_share_one_list(english):
    package = opened(english)
    lists = package.part.numbering_part.element
    texts = lists.xpath('w:abstractNum[@w:abstractNumId="1"]/w:lvl/w:lvlText/@w:val')
    assert texts[:4] == ["%1.", "%1.%2", "%1.%2.%3", "(%4)"]
    assert lists.xpath('w:abstractNum[@w:abstractNumId="1"]/w:lvl/w:pStyle/@w:val') == [
        "Heading1",
        "Heading2",
    ]
    heading = package.styles.element.xpath('w:style[@w:styleId="Heading2"]/w:pPr/w:numPr')[0]
    assert (heading.ilvl.val, heading.numId.val) == (1, 1)
    assert [(p.text.split()[0], numbering(p)) for p in styled(package, "Clause")] == [
        ("The", (1, 1)),
        ("It", (1, 1)),
        ("plan", (3, 1)),
        ("share", (3, 1)),
        ("in", (4, 1)),
        ("in", (4, 1)),
        ("The", (2, 1)),
        ("The", (2, 1)),
    ]


def test_headings_without_number_and_lists_that_start_again(english):
    package = opened(english)
    unnumbered = [p.text for p in styled(package, "Heading1") if numbering(p) == (0, 0)]
    assert unnumbered == ["Not numbered", "Annex A. Glossary"]
    (annex,) = {numbering(p)[1] for p in styled(package, "ListNumber")}
    restart = package.part.numbering_part.element.xpath(f'w:num[@w:numId="{annex}"]//w:startOverride/@w:val')
    assert restart == ["1"]


def test_page_breaks_belong_to_what_follows(page):
    source = "a\n\n::: page\n\n| A |\n|---|\n| b |\n\n::: annex\n## C\n:::\n"
    package = opened(page(source))
    starts = [p for p in package.paragraphs if p._p.pPr.find(qn("w:pageBreakBefore")) is not None]
    assert [(p.text, p._p.pPr.style) for p in starts] == [("", "TableEnd"), ("C", "Heading1")]
    assert starts[0]._p.getnext() is package.tables[0]._tbl


def test_tables_repeat_their_header_and_keep_rows_whole(french):
    table = opened(french).tables[0]
    rows = table._tbl.tr_lst
    assert [len(row.xpath("w:trPr/w:tblHeader")) for row in rows] == [1] + [0] * (len(rows) - 1)
    assert all(row.xpath("w:trPr/w:cantSplit") for row in rows)
    bands = [row for row in rows if row.xpath("w:tc/w:tcPr/w:gridSpan[@w:val='9']")]
    assert ["".join(row.xpath(".//w:t/text()")) for row in bands] == [
        "Priorité 1\u00a0: accueil",
        "Priorité 2\u00a0: emploi",
    ]
    assert all(row.xpath(".//w:pStyle/@w:val") == ["TableBand"] for row in bands)
    assert table._tbl.xpath("w:tblPr/w:tblLook/@w:firstRow") == ["1"]


def test_a_row_taller_than_a_page_may_split(page):
    rows = opened(page("| A |\n|---|\n| {{ x }} |\n", x="line\n" * 200)).tables[0]._tbl.tr_lst
    assert [len(row.xpath("w:trPr/w:cantSplit")) for row in rows] == [1, 0]


def test_figure_is_a_png_with_its_text(english):
    package = opened(english)
    (properties,) = package.element.body.xpath(".//wp:docPr")
    assert properties.get("descr") == "The council, the executive committee below it and six groups"
    (image,) = [part for part in package.part.package.parts if part.partname.startswith("/word/media/")]
    assert image.blob.startswith(b"\x89PNG")


def test_signatures_stay_together(english):
    package = opened(english)
    cells = package.tables[-1]._tbl.xpath(".//w:p/w:pPr")
    assert cells
    assert all(cell.find(qn("w:keepNext")) is not None for cell in cells)


def test_marks_links_and_right_to_left_runs(english):
    package = opened(english)
    body = package.element.body
    assert {"OpenPoint", "Recommended"} <= set(body.xpath(".//w:rStyle/@w:val"))
    (link,) = body.xpath(".//w:hyperlink/@r:id")
    assert package.part.rels[link].target_ref == "https://www.canada.ca/en/immigration"
    marked = body.xpath(".//w:r[w:rPr/w:rtl]/w:t/text()")
    assert "محمد العربي" in marked
    assert all(style for style in body.xpath(".//w:pStyle/@w:val"))


def test_every_style_that_is_used_exists(english, french):
    for document in (english, french):
        package = opened(document)
        known = set(package.styles.element.xpath("w:style/@w:styleId"))
        used = package.element.body.xpath(".//w:pStyle/@w:val | .//w:rStyle/@w:val | .//w:tblStyle/@w:val")
        assert set(used) <= known
        assert "Arial" in etree.tostring(package.styles.element).decode()


def test_package_has_no_relics_and_is_the_same_every_time(sample):
    first, second = (write_docx(sample("en")) for _ in range(2))
    assert hashlib.sha256(first).digest() == hashlib.sha256(second).digest()
    parts = zipfile.ZipFile(BytesIO(first))
    assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    names = parts.namelist()
    assert not [name for name in names if "stylesWithEffects" in name or "thumbnail" in name]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_schema_finds_nothing(sample, language, tmp_path):
    path = tmp_path / "sample.docx"
    path.write_bytes(write_docx(sample(language)))
    found = [
        error for error in OpenXmlValidator().validate(path).errors if "Numbering definition '0'" not in str(error)
    ]
    assert found == []


def test_hostile_text_is_only_text(page):
    text = '</w:t><w:br/> & "quoted" <!-- \u0645\u062d\u0645\u062f 1 -->'
    package = opened(page("## {{ x }}\n\n{{ x }}\n", x=text))
    assert [p.text for p in package.paragraphs] == [text, text]


def test_an_empty_document_opens(meta):
    assert opened(Document(meta())).paragraphs == []
