"""A name in every script of the people who arrive and of those who were always here: real letters in the PDF, which can
be copied out again, and the right order in both formats.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

import docx
import pikepdf
import pytest

from workflows.documents import write_docx, write_pdf
from workflows.documents.directions import LEFT_TO_RIGHT
from workflows.documents.glyphs import BOX, displayable

NAMES = {
    "Latin": "Ægir Łódź Nguyễn Thị Ánh",
    "Salish": "xʷməθkʷəy̓əm Tŝilhqot’in",
    "Greek": "Ελένη Παπαδοπούλου",
    "Cyrillic": "Олександр Їжакевич",
    "Arabic": "محمد العربي",
    "Urdu": "ڈاکٹر عائشہ ٹیپو",
    "Persian": "گلنار پژوهش",
    "Pashto": "ښاغلی ګل ځدراڼ",
    "Hebrew": "מרים כהן",
    "Syriac": "ܐܪܡܝܐ",
    "Devanagari": "श्रीकृष्ण त्रिपाठी",
    "Bengali": "শ্রেয়সী বন্দ্যোপাধ্যায়",
    "Gurmukhi": "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ",
    "Gujarati": "ગુજરાતી",
    "Odia": "ଓଡ଼ିଆ",
    "Tamil": "தமிழ்ச்செல்வி",
    "Telugu": "తెలుగు",
    "Sinhala": "සිංහල",
    "Thai": "สมชาย ใจดี",
    "Khmer": "ខ្មែរ",
    "Burmese": "မြန်မာ",
    "Tibetan": "བོད་སྐད",
    "Thaana": "ދިވެހި",
    "Ethiopic": "ኃይለ ሥላሴ",
    "Armenian": "Հայերեն",
    "Georgian": "ქართული",
    "Chinese": "王小明 黃麗華",
    "Japanese": "佐藤さくら タナカ 髙橋",
    "Korean": "김민준 이서연",
    "Inuktitut": "ᐊᓕᓯ ᐃᓄᒃ",
    "Cree": "ᓀᐦᐃᔭᐤ ᒪᐢᑿ",
    "Blackfoot": "ᓱᖽᐧᖿ",
}
RIGHT_TO_LEFT = ("Arabic", "Urdu", "Persian", "Pashto", "Hebrew", "Syriac", "Thaana")


def copied(data: bytes) -> str:
    """Every letter that can be copied out of a PDF: what its fonts and its tags say that their glyphs are."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return "".join(_copied(pdf))


def _copied(pdf: pikepdf.Pdf) -> Iterator[str]:
    for page in pdf.pages:
        for font in dict(page.Resources.Font).values():
            table = font.ToUnicode.read_bytes().decode("latin-1")
            for line in re.findall(r"<[0-9A-Fa-f]+>\s*<([0-9A-Fa-f]+)>", table):
                yield bytes.fromhex(line).decode("utf-16-be")
        for operands, _ in pikepdf.parse_content_stream(page):
            yield from (
                str(one.ActualText) for one in operands if isinstance(one, pikepdf.Dictionary) and "/ActualText" in one
            )


@pytest.mark.parametrize("script", NAMES)
def test_a_name_prints_in_letters_that_can_be_copied(page, script: str) -> None:
    name = NAMES[script]
    assert displayable(name) == name
    data = write_pdf(page("# t\n\n**{{ x }}** *{{ x }}*\n\n| {{ x }} |\n|---|\n| {{ x }} |\n", x=name))
    told = copied(data)
    assert BOX not in told
    assert set(name) - {" "} <= set(told)


@pytest.mark.parametrize("script", NAMES)
def test_word_holds_the_name_letter_by_letter(page, script: str) -> None:
    name = NAMES[script]
    package = docx.Document(BytesIO(write_docx(page("{{ x }} ({{ n }})\n", x=name, n=12))))
    (paragraph,) = package.paragraphs
    assert paragraph.text.replace(LEFT_TO_RIGHT, "") == f"{name} (12)"
    turned = paragraph._p.xpath("w:r[w:rPr/w:rtl]/w:t/text()")
    assert turned == ([name] if script in RIGHT_TO_LEFT else [])


@pytest.mark.parametrize("script", RIGHT_TO_LEFT)
def test_what_stands_behind_a_name_is_not_drawn_to_its_left(page, script: str) -> None:
    name = NAMES[script]
    source = "{{ x }}, {{ n }} actions; {{ x }} – {{ y }}\n"
    (paragraph,) = docx.Document(BytesIO(write_docx(page(source, x=name, y=NAMES["Arabic"], n=3)))).paragraphs
    assert paragraph.text.count(LEFT_TO_RIGHT) == 2
    assert f"{name}{LEFT_TO_RIGHT}, 3" in paragraph.text
