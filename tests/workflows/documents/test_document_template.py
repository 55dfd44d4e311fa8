"""Templates: their conventions become blocks, their faults name file, line and field."""

import pytest

from workflows.documents import LineBreak, Link, Mark, TemplateFault, Text, organization_chart, render
from workflows.documents.blocks import (
    Clauses,
    Container,
    Figure,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    Table,
    plain,
    walk,
)
from workflows.documents.chart import Chart


def labels(block):
    """Every printed number of a list, outer before inner."""
    for item in block.items:
        yield item.label
        for child in item.children:
            yield from labels(child)


def test_sections_subsections_and_clauses_share_one_numbering(english):
    found = []
    for block in walk(english.blocks):
        if isinstance(block, Heading):
            found.append((block.label, plain(block.inlines)))
        elif isinstance(block, Clauses):
            found += [(label, "") for label in labels(block)]
    assert found == [
        ("", "Terms of Reference"),
        ("1.", "Purpose"),
        *((label, "") for label in ("1.1", "1.2", "(a)", "(b)", "(i)", "(ii)", "")),
        ("1.3", "Structure"),
        ("1.3.1", ""),
        ("1.3.2", ""),
        ("2.", "Members"),
        ("", "Not numbered"),
        ("", "Signed by"),
        ("", "Annex A. Glossary"),
        *((label, "") for label in ("1.", "2.", "(a)")),
    ]


def test_lists_outside_a_numbered_section_count_from_one_each_time(page):
    lists = page("1. a\n1. b\n\nbetween\n\n1. c\n").blocks
    assert [list(labels(block)) for block in lists if isinstance(block, Clauses)] == [["1.", "2."], ["1."]]
    assert all(block.plain for block in lists if isinstance(block, Clauses))


def test_a_higher_level_starts_the_lower_ones_again(page):
    source = "## S\n\n1. x\n   1. y\n   1. y\n1. x\n   1. y\n\n### s\n\n1. z\n\n## S\n\n1. x\n"
    lists = [block for block in page(source).blocks if isinstance(block, Clauses)]
    assert [list(labels(block)) for block in lists] == [
        ["1.1", "(a)", "(b)", "1.2", "(a)"],
        ["1.3.1"],
        ["2.1"],
    ]


def test_letters_go_on_as_in_word(page):
    (block,) = (b for b in page("## S\n\n1. x\n" + "   1. y\n" * 28).blocks if isinstance(b, Clauses))
    assert list(labels(block))[-3:] == ["(z)", "(aa)", "(bb)"]


def test_lists_nested_too_deep_are_a_fault(page):
    with pytest.raises(TemplateFault, match="too deep"):
        page("1. a\n   1. b\n      1. c\n         1. d\n")


def test_table_widths_alignment_and_bands(page):
    (table,) = page("| A | B |\n|----|--------:|\n| Band | |\n| {{ x }} | {{ y }} |\n", x="1", y="").blocks
    assert table == Table(
        (4, 9),
        ((Text("A"),), (Text("B"),)),
        (Row(((Text("Band"),),), band=True), Row(((Text("1"),), ()))),
        ("left", "right"),
    )


def test_table_without_header_has_no_bands(page):
    (table,) = page("| | |\n|---|---|\n| Chair | |\n").blocks
    assert table.header == ()
    assert not table.rows[0].band


def test_containers_and_page_breaks(page):
    source = "::: page\n::: page\n:::\n:::: annex\n## A\n::: note\nn\n:::\n::::\n\nafter\n"
    assert page(source).blocks == (
        PageBreak(),
        PageBreak(),
        Container("annex", (Heading(2, (Text("A"),)), Container("note", (Paragraph((Text("n"),)),)))),
        Paragraph((Text("after"),)),
    )


def test_figure_stands_alone(page):
    figure = organization_chart(Chart("Council", None, None), "alt")
    assert page("{{ f }}\n", f=figure).blocks == (figure,)
    with pytest.raises(TemplateFault, match="stands alone"):
        page("See {{ f }}\n", f=figure)
    assert isinstance(figure, Figure)


def test_line_breaks_of_a_value(page):
    text = "one\n\ntwo"
    broken = (Text("one"), LineBreak(), Text("two"))
    assert page("{{ x }}\n", x=text).blocks == (Paragraph((Text("one"),)), Paragraph((Text("two"),)))
    assert page("{{ x }}\n", x=("one", Mark("[two]"))).blocks == (
        Paragraph((Text("one"),)),
        Paragraph((Mark("[two]"),)),
    )
    assert page("- {{ x }}\n", x=text).blocks[0].items[0].inlines == broken
    assert page("| h |\n|---|\n| {{ x }} |\n", x=text).blocks[0].rows[0].cells == (broken,)
    assert page("# {{ x }}\n", x=text).blocks == (Heading(1, (Text("one two"),)),)


def test_inlines(page):
    source = "**{{ x }}** *i* [l]({{ url }}) {{ link }} a\\\nb [n](ftp://a)\n"
    (paragraph,) = page(source, x="b", url="https://a.ca/?q=é", link=Link("m", "mailto:a@b.ca")).blocks
    assert paragraph.inlines == (
        Text("b", bold=True),
        Text(" "),
        Text("i", italic=True),
        Text(" "),
        Link("l", "https://a.ca/?q=%C3%A9"),
        Text(" "),
        Link("m", "mailto:a@b.ca"),
        Text(" a"),
        LineBreak(),
        Text("b n"),
    )


def test_a_link_value_with_a_script_is_text(page):
    (paragraph,) = page("{{ a }} [b]({{ url }})\n", a=Link("a", "javascript:x"), url="javascript:x").blocks
    assert paragraph.inlines == (Text("a b"),)


def test_macros_and_captured_blocks_are_markdown_and_their_values_are_not(page):
    source = (
        "{% macro bold(x) %}**{{ x }}**{% endmacro %}{% set note %}*{{ v }}*{% endset %}\n{{ bold(v) }} {{ note }}\n"
    )
    (paragraph,) = page(source, v="*v*").blocks
    assert paragraph.inlines == (Text("*v*", bold=True), Text(" "), Text("*v*", italic=True))


@pytest.mark.parametrize(
    "source",
    [
        "{% macro m() %}a{% endmacro %}{{ m() ~ 'x' }}",
        "{% macro m() %}a{% endmacro %}{{ m() | upper }}",
        "{% set m %}a{% endset %}{% set n = m %}{{ n }}",
        "{% set m %}a{% endset %}{% for m in ['*x*'] %}{{ m }}{% endfor %}",
    ],
)
def test_what_a_macro_prints_is_not_handed_on(page, source):
    with pytest.raises(TemplateFault) as fault:
        page(source)
    assert fault.value.field == "m"


def test_filters_of_one_language_do_not_answer_for_another(meta):
    def printed(word):
        document = render("{{ 'x' | f }}", "t", {}, meta(), {"f": lambda _: word})
        return plain(document.blocks[0].inlines)

    assert [printed("one"), printed("un")] == ["one", "un"]


@pytest.mark.parametrize(
    ("source", "context", "line", "field"),
    [
        ("a\n\n{{ missing }}\n", {}, 3, "missing"),
        ("a\n{{ person.name }}\n", {"person": {}}, 2, "person.name"),
        ("a\n{{ x }} {{ nothing }}\n", {"x": 1, "nothing": None}, 2, "nothing"),
        ("{{ x }}\n\n{{ day }}\n", {"x": 1, "day": 1.5}, 3, "day"),
        ("a\n{% for p in people %}\n{{ p }}\n{% endfor %}\n", {}, 2, "people"),
        ("a\n\n{{ amount | round }}\n", {"amount": "x"}, 3, "amount"),
        ("a\n\n{% if %}\n", {}, 3, "syntax"),
        ("{{ x }}\n\n> quoted\n", {"x": "a\nb"}, 3, "blockquote_open"),
        ("a\n\n#### deep\n", {}, 3, "heading"),
        ("a\n\n::: cove\nb\n:::\n", {}, 3, "::: cove"),
    ],
)
def test_a_fault_names_file_line_and_field(page, source, context, line, field):
    with pytest.raises(TemplateFault) as fault:
        page(source, **context)
    assert (fault.value.file, fault.value.line, fault.value.field) == ("page.md.j2", line, field)
    assert f"page.md.j2, line {line}, {field}" in str(fault.value)
