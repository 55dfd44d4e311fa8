"""HTML pages, organization charts and the choice of a format."""

import re

import pytest
from lxml import etree
from PIL import ImageFont

from workflows.documents import (
    FORMATS,
    Chart,
    Group,
    TemplateFault,
    chart_outline,
    organization_chart,
    write,
    write_html,
)
from workflows.documents.blocks import Bullets, plain
from workflows.documents.glyphs import FONTS
from workflows.documents.lettering import ELLIPSIS, breadth, lines
from workflows.documents.measures import page_heads


def test_a_short_title_leaves_the_head_of_the_page_to_a_long_name() -> None:
    name = "Partenariat local en matière d’immigration de la région de Riverbend"
    assert page_heads(name, "Plan d’action") == (name, "Plan d’action")
    cut, title = page_heads(name, "t" * 60)
    assert cut.endswith(ELLIPSIS)
    assert title.endswith(ELLIPSIS)
    assert len(cut) + len(title) <= 100


def test_html_is_well_formed_and_says_its_language(english, french):
    for document, language in ((english, "en-CA"), (french, "fr-CA")):
        text = write_html(document)
        root = etree.fromstring(re.sub(r"<(meta|col|br)\b([^>]*)>", r"<\1\2/>", text).removeprefix("<!DOCTYPE html>\n"))
        assert root.get("lang") == language
        assert root.findtext("head/title") == document.meta.title
        assert [len(root.findall(f".//{tag}")) for tag in ("main", "h1")] == [1, 1]
        assert all(cell.get("scope") for cell in root.iter("th"))
        assert not re.search(r'(src|href)="(?!https://www\.canada\.ca)', text)
    assert root.xpath("//th[@scope='colgroup']/@colspan") == ["9", "9"]


def test_html_figure_has_its_text_and_hides_the_drawing(english):
    text = write_html(english)
    assert '<figure role="img" aria-label="The council, the executive committee below it and six groups">' in text
    assert '<svg aria-hidden="true"' in text


def test_html_escapes(page):
    text = write_html(page("- {{ x }}\n\n[l]({{ u }})\n", x="<b onclick='x'>&\"", u='https://a.ca/"><b>'))
    assert "&lt;b onclick=&#x27;x&#x27;&gt;&amp;&quot;" in text
    assert "<b>" not in text.replace("<body", "")


@pytest.mark.parametrize("groups", range(10))
def test_chart_boxes_stay_inside_and_never_overlap(groups):
    names = tuple(Group(f"Group {n} " + "of newcomers " * n, ("a team", "b" * 40)) for n in range(groups))
    chart = Chart("Council " * 30, "Committee" if groups % 2 else None, "Secretariat", names, "Advisory table")
    root = etree.fromstring(organization_chart(chart, "alt").svg)
    width, height = float(root.get("width")), float(root.get("height"))
    boxes = [
        tuple(float(box.get(side)) for side in ("x", "y", "width", "height"))
        for box in root.iter("{http://www.w3.org/2000/svg}rect")
    ]
    assert len(boxes) == 3 + groups % 2 + 3 * groups
    for x, y, wide, tall in boxes:
        assert x >= 0
        assert y >= 0
        assert x + wide <= width
        assert y + tall <= height
    if groups > 4:
        # The line to the second row runs down the left edge, clear of the groups.
        assert min(x for x, y, *_ in boxes if y > 100) > 5
    for number, (x, y, wide, tall) in enumerate(boxes):
        for left, top, broad, deep in boxes[number + 1 :]:
            assert x + wide <= left or left + broad <= x or y + tall <= top or top + deep <= y


def test_chart_shortens_only_inside_its_box():
    chart = Chart("C", "E", "S", (Group("Settlement " * 20, ("<T> & U",)),), "A")
    svg = organization_chart(chart, "a\x00lt")
    assert ELLIPSIS in svg.svg
    assert "&lt;T&gt; &amp; U" in svg.svg
    assert svg.alt == "alt"
    assert chart_outline(chart) == Bullets(
        (item("C", item("E", item(("Settlement " * 20).strip(), item("<T> & U"))), item("S"), item("A")),)
    )


def test_outline_stands_where_a_template_prints_it(page):
    outline = chart_outline(Chart("*C*", "E", None))
    assert page("Before\n\n{{ o }}\n", o=outline).blocks[1] == outline
    with pytest.raises(TemplateFault, match="stands alone"):
        page("| a |\n|---|\n| {{ o }} |\n", o=outline)


def item(name, *inside):
    from workflows.documents import Text
    from workflows.documents.blocks import Item

    return Item((Text(name),), (Bullets(tuple(inside)),) if inside else ())


@pytest.mark.parametrize("text", ["", "a", "one two three four five", "x" * 50, "字" * 30, "mm " * 40])
def test_wrapped_lines_fit_and_lose_nothing_before_the_ellipsis(text):
    wrapped = lines(text, 8.0, 3)
    assert len(wrapped) <= 3
    assert all(breadth(line) <= 8.0 for line in wrapped)
    kept = "".join(wrapped).replace(" ", "")
    assert text.replace(" ", "").startswith(kept.removesuffix(ELLIPSIS))
    assert kept.endswith(ELLIPSIS) or kept == text.replace(" ", "")


@pytest.mark.parametrize("face", ["Regular", "Bold"])
def test_letters_are_not_wider_than_thought(face):
    font = ImageFont.truetype(FONTS / f"NotoSans-{face}.ttf", 100)
    for text in ("Comité de mobilisation WWW", "Immigration and Newcomers", "COMMUNAUTÉ FRANCOPHONE", "mwMW@%&—"):
        assert font.getlength(text) / 100 <= breadth(text) * 1.08


def test_formats(english):
    starts = {"docx": b"PK", "pdf": b"%PDF-1.7", "html": b"<!DOCTYPE html>", "md": b"# Terms"}
    assert {form: write(english, form)[: len(start)] for form, start in starts.items()} == starts
    assert set(FORMATS) == set(starts)
    with pytest.raises(ValueError, match="odt"):
        write(english, "odt")


def test_plain_text_of_the_whole_document_is_in_every_text_format(english):
    titles = [plain(block.inlines) for block in english.blocks if hasattr(block, "label")]
    for form in ("html", "md"):
        text = write(english, form).decode()
        assert all(title in text for title in titles)
