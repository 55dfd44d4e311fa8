"""Typed text: nothing that people type changes what a document is made of, and none of it is lost."""

import datetime
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from workflows.documents import FORMATS, LineBreak, Mark, Meta, clean, render, to_markdown, write
from workflows.documents.blocks import (
    Bullets,
    Clauses,
    Container,
    Document,
    Heading,
    Paragraph,
    Table,
    Text,
    plain,
)

HOSTILE = [
    "<script>alert(1)</script>",
    "*bold* _it_",
    "`code`",
    "a|b",
    "{{ x }}",
    "{% raw %}",
    "# h",
    "\\",
    "1. x",
    ":::",
    "::: page",
    "---",
    "+ x",
    '#image("/etc/passwd")',
    '"; #x',
    "[a](javascript:x)",
    "&lt;&amp;&#35;",
    "![a](b)",
    "محمد",
    "שלום (1)",
    "Иван",
    "李",
    "हिन्दी",
    "👩🏽‍⚕️🇨🇦",
    "a\u202eb\u2066",
    "\x00\x07\x0b",
    "\ud800",
    "w" * 5000,
    "word " * 200,
    "a\nb\n\nc",
    "\t",
    "",
    "  ",
    "\u0301",
    "\u2028",
    "\ue0000\ue001",
    "{-}",
    "\ufffe",
    "|---|",
    "> q",
]

EVERYWHERE = """\
# {{ x }}

## {{ x }}

1. {{ x }}
   - **{{ x }}**

| {{ x }} | b |
|----|---|
| {{ x }} | {{ x }} |

*{{ x }}* end
"""


def shape(value):
    """What a document is made of, without its texts."""
    match value:
        case Document(_, blocks) | Container(_, blocks):
            return [shape(block) for block in blocks]
        case Heading(level, _, numbered, label):
            return ["heading", level, numbered, label]
        case Clauses(items, level):
            return ["clauses", level, [[item.label, *map(shape, item.children)] for item in items]]
        case Bullets(items):
            return ["bullets", [list(map(shape, item.children)) for item in items]]
        case Table(widths, header, rows):
            return ["table", widths, len(header), [(row.band, len(row.cells)) for row in rows]]
        case Paragraph():
            return ["paragraph"]


def cells(document):
    table = next(block for block in document.blocks if isinstance(block, Table))
    return table.header[0], *table.rows[0].cells


def holds_everywhere(page, text):
    document = page(EVERYWHERE, x=text)
    assert shape(document) == shape(page(EVERYWHERE, x="x"))
    lines = [line for line in clean(text).split("\n") if line.strip()]
    for cell in cells(document):
        assert plain(cell) == "\n".join(lines)
    clause = next(block for block in document.blocks if isinstance(block, Clauses)).items[0]
    assert plain(clause.inlines) == "\n".join(lines)
    assert plain(document.blocks[1].inlines) == (" ".join(lines) or "—")
    return document


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_hostile_text_changes_nothing_but_itself(page, text):
    holds_everywhere(page, text)


def rendered(source, **context):
    """What the fixture `page` gives, for properties: hypothesis draws its values once the fixtures stand."""
    meta = Meta("t", "en", False, datetime.date(2026, 1, 1), "1", "o", "{page}")
    return render(source, "page.md.j2", context, meta)


PUNCTUATED = st.text("*_`#|\\<>[](){}%&;:-+.1 \n~!=ab\"'/@", max_size=40)


@settings(max_examples=60, deadline=None)
@given(text=st.text(st.characters(codec=None), max_size=60) | PUNCTUATED)
def test_any_text_changes_nothing_but_itself(text):
    holds_everywhere(rendered, text)


@given(st.text(st.characters(codec=None), max_size=80))
def test_cleaning(text):
    once = clean(text, 50)
    assert clean(once, 50) == once
    assert len(once) <= 50
    assert unicodedata.is_normalized("NFC", once)
    once.encode()
    assert not any(unicodedata.category(c) in ("Cc", "Cs") for c in once.replace("\n", ""))


def test_cleaning_keeps_letters_and_drops_what_breaks_files():
    assert clean("e\u0301\ta\r\nb\x00\x9f\ud800\ufffe\U0001ffff\u202e\u2067\ue000\ue00fc") == "é a\nbc"
    assert clean("שׁ \u200d\u200c\u00a0\ue010") == unicodedata.normalize("NFC", "שׁ \u200d\u200c\u00a0\ue010")
    assert clean("abc", 2) == "ab"


def read_back(markdown):
    """The text of Markdown as a reader of CommonMark with tables sees it, block by block."""
    parser = MarkdownIt("commonmark").enable("table")
    out = []
    for token in parser.parse(markdown):
        if token.type == "inline":
            words = {"softbreak": "\n", "hardbreak": "\n", "html_inline": "\n"}
            out.append("".join(words.get(child.type, child.content) for child in token.children))
    return out


def reads_back(page, text):
    """Whether Markdown gives the same words in each place, spaces aside (Markdown folds them)."""
    words = clean(text).split()
    found = [part.split() for part in read_back(to_markdown(page(EVERYWHERE, x=text)))]
    return found[:9] == [
        words,
        ["1.", *words],
        ["1.1", *words],
        words,
        words,
        ["b"],
        words,
        words,
        [*words, "end"],
    ]


@pytest.mark.parametrize("text", [t for t in HOSTILE if clean(t).strip()], ids=ascii)
def test_markdown_reads_back_the_same(page, text):
    assert reads_back(page, text)


@settings(max_examples=60, deadline=None)
@given(text=PUNCTUATED.filter(lambda text: clean(text).strip()))
def test_any_markdown_reads_back_the_same(text):
    assert reads_back(rendered, text)


@settings(max_examples=15, deadline=None)
@given(text=st.text(st.characters(codec=None), max_size=40))
def test_any_text_prints_in_every_format(text):
    document = rendered(EVERYWHERE, x=text)
    assert all(write(document, form) for form in FORMATS)


def test_markdown_is_readable(page):
    source = "## {{ t }}\n\n1. {{ m }}\n   1. b\n\n| A | B |\n|--|--:|\n| Band | |\n| x | {{ two }} |\n"
    document = page(source, t="Purpose", m=Mark("[open]"), two="1\n2")
    assert to_markdown(document) == (
        "## 1. Purpose\n\n- 1.1 **\\[open\\]**\n  - (a) b\n\n"
        "| A | B |\n|---|--:|\n| **Band** |  |\n| x | 1<br>2 |\n\n---\n\nDraft 0.3, 22 November 2026\n"
    )


def test_values_keep_their_style_and_lose_their_controls(page):
    (paragraph,) = page("{{ a }} {{ b }}\n", a=Text("x\x00\ny", bold=True), b=Mark("[\u202ez]")).blocks
    assert paragraph.inlines == (
        Text("x", bold=True),
        LineBreak(),
        Text("y", bold=True),
        Text(" "),
        Mark("[z]"),
    )
