"""PDF files, read back with their tags."""

import hashlib
import re
import threading
from io import BytesIO

import pikepdf
import pytest

from tests.support.reading import tags
from workflows.documents import write_pdf
from workflows.documents.glyphs import BOX, coverage, displayable
from workflows.documents.pdf import font_families
from workflows.documents.typst_source import source

SCRIPTS = {
    "Latin": "Ægir Łódź Nguyễn",
    "Greek": "Ελλάδα",
    "Cyrillic": "Україна",
    "Arabic": "محمد پاکستان",
    "Hebrew": "שלום",
    "Devanagari": "हिन्दी",
    "Bengali": "বাংলা",
    "Gurmukhi": "ਪੰਜਾਬੀ",
    "Gujarati": "ગુજરાતી",
    "Tamil": "தமிழ்",
    "Telugu": "తెలుగు",
    "Sinhala": "සිංහල",
    "Thai": "ภาษาไทย",
    "Khmer": "ខ្មែរ",
    "Burmese": "မြန်မာ",
    "Ethiopic": "አማርኛ ትግርኛ",
    "Armenian": "Հայերեն",
    "Georgian": "ქართული",
    "Inuktitut": "ᐃᓄᒃᑎᑐᑦ",
    "Cree": "ᓀᐦᐃᔭᐍᐏᐣ",
    "Chinese": "中文 漢語",
    "Japanese": "日本語 ひらがな",
    "Korean": "한국어",
}


def opened(document):
    return pikepdf.open(BytesIO(write_pdf(document)))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_declares_pdf_ua_language_and_title(sample, language):
    with opened(sample(language)) as pdf, pdf.open_metadata() as facts:
        assert facts["pdfuaid:part"] == "1"
        assert facts["dc:title"] == ("Terms of Reference" if language == "en" else "Plan d’action annuel")
        assert str(pdf.Root.Lang) == f"{language}-CA"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        width, height = (float(n) for n in pdf.pages[0].MediaBox[2:])
        assert (width > height) is (language == "fr")
        assert facts["xmp:CreateDate"].startswith("2026-11-22")
        assert {str(value)[:10] for name, value in pdf.docinfo.items() if "Date" in name} == {"D:20261122"}


def test_tables_headings_lists_and_figures_are_tagged(english, french):
    with opened(french) as pdf:
        found = [tag for tag, _ in tags(pdf)]
        assert found.count("Table") == 1
        assert found.count("TH") == 9 + 2  # nine columns, two bands
        assert {"H1", "H2", "THead", "TBody", "TR", "TD", "L", "LI", "LBody"} <= set(found)
    with opened(english) as pdf:
        alts = [str(element.Alt) for tag, element in tags(pdf) if "/Alt" in element]
        assert alts == ["The council, the executive committee below it and six groups"]
        assert len(pdf.open_outline().root) == 1


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_script_has_its_glyphs(script):
    assert displayable(SCRIPTS[script]) == SCRIPTS[script]


def test_scripts_print_from_the_bundled_faces_without_a_box(page):
    text = "\n".join(SCRIPTS.values())
    document = page("**{{ x }}**\n\n{{ x }}\n", x=text)
    written = source(document, font_families())
    assert BOX not in displayable(written)
    with opened(document) as pdf:
        fonts = {str(font.BaseFont).split("+")[-1] for font in pdf.pages[0].Resources.Font.values()}
    assert {"NotoSans-Regular", "NotoSansEthiopic", "NotoSansThai"} <= {
        name.removesuffix("-Regular") if name != "NotoSans-Regular" else name for name in fonts
    }


@pytest.mark.parametrize(
    "text",
    [
        "\U0001fae0",
        "👩🏽‍⚕️🇨🇦",
        "a\u0361\u0489\u20dd\u0b95\u0bcd",
        "\ud7b0",
        "\u2001x",
        "\U00012000",
        "\u1100\u1161\u11a8",
    ],
)
def test_what_has_no_glyph_becomes_a_box_and_the_file_stays_ua(page, text):
    with opened(page("## {{ x }}\n\n{{ x }}\n", x=text)) as pdf, pdf.open_metadata() as facts:
        assert facts["pdfuaid:part"] == "1"


def test_boxes():
    assert displayable("a\U0001fae0\ufe0f b\u2001c é") in (f"a{BOX} b c é", f"a{BOX} b\u2001c é")
    assert displayable("👩🏽‍⚕️") == f"{BOX}⚕️"
    assert displayable("éa", frozenset("é")) == f"{BOX}a"
    assert ord(BOX) in coverage()


def test_text_is_never_typst(page):
    text = '"; #panic("x") #image("/etc/passwd") \\u{41} $x$ `y` @z // */'
    with opened(page("## {{ x }}\n\n- {{ x }}\n", x=text)) as pdf:
        titles = [item.title for item in pdf.open_outline().root]
    assert [" ".join(title.split()) for title in titles] == [f"1. {text}"] or text in titles[0]


@pytest.mark.parametrize(
    "text",
    ["w" * 5000, "字" * 2000, "line\n" * 200, "word " * 1000],
    ids=["word", "chinese", "lines", "words"],
)
def test_long_text_prints_whole(page, text):
    head, band = "| A | {{ x }} | C |\n|---|---|---|\n", "| {{ x }} | | |\n"
    row = "| 1 | {{ x }} | 3 |\n"
    for table in (head + row, "| A | B | C |\n|---|---|---|\n" + band + row):
        with opened(page(table, x=text)) as pdf:
            boxes = [float(page.MediaBox[2]) for page in pdf.pages]
            assert len(boxes) > 1
            assert_inside(pdf)


def assert_inside(pdf):
    """No text is placed outside its page: every text matrix stays within the media box."""
    for page in pdf.pages:
        width, height = (float(n) for n in page.MediaBox[2:])
        place = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0]
        kept = []
        for operands, operator in pikepdf.parse_content_stream(page):
            match str(operator):
                case "q":
                    kept.append(list(place))
                case "Q":
                    place = kept.pop()
                case "cm":
                    a, b, c, d, e, f = (float(n) for n in operands)
                    x, y = place[4], place[5]
                    place = [place[0] * a, b, c, place[3] * d, x + place[0] * e, y + place[3] * f]
                case "Tm":
                    x, y = place[4] + place[0] * float(operands[4]), place[5] + place[3] * float(operands[5])
                    assert 0 <= x <= width
                    assert 0 <= y <= height


def test_first_heading_has_level_one_and_none_is_skipped(page):
    with opened(page("### a\n\n# b\n\n### c\n\n## d\n")) as pdf:
        assert [tag for tag, _ in tags(pdf) if tag.startswith("H")] == ["H1", "H1", "H2", "H2"]


def test_bands_and_headers_in_any_order(page):
    bands = "| A | B |\n|---|---|\n| one | |\n| two | |\n| x | y |\n| three | |\n"
    with opened(page(bands + "\n| A |\n|---|\n")) as pdf:
        assert [tag for tag, _ in tags(pdf)].count("Table") == 2


def test_same_bytes_in_every_run_and_thread(sample):
    digests = [hashlib.sha256(write_pdf(sample("fr"))).hexdigest()]

    def run():
        digests.append(hashlib.sha256(write_pdf(sample("fr"))).hexdigest())

    threads = [threading.Thread(target=run) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(digests) == 4
    assert len(set(digests)) == 1


def test_fonts_come_with_their_licences():
    from workflows.documents.glyphs import FONTS

    files = list(FONTS.iterdir())
    assert sum(file.stat().st_size for file in files) < 20_000_000
    licences = "".join(file.read_text() for file in files if file.name.startswith("LICENSE"))
    for face in (file for file in files if file.suffix == ".ttf"):
        assert re.search("NotoSans" if face.stem.startswith("NotoSans") else face.name, licences)
