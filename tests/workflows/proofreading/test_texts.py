"""Which texts are read: every word that somebody sees, and what the templates print."""

from __future__ import annotations

from tests.support.walker import the_guide
from workflows.proofreading.texts import printed, spoken


def test_words_are_read_in_both_languages_with_their_place_and_every_form_of_a_plural() -> None:
    found = [text for text in spoken(the_guide().book) if text.key == "interface.rows.so_far"]
    assert [text.language for text in found] == ["en", "en", "fr", "fr"]
    assert all(text.file.endswith("interface.yml") and text.line > 1 for text in found)
    assert found[0].told("is odd.").endswith(f":{found[0].line}: interface.rows.so_far: is odd.")


def test_words_by_which_answers_are_recognised_are_not_read() -> None:
    assert not [text for text in spoken(the_guide().book) if text.key.startswith("keywords.")]


def test_a_template_is_read_line_by_line_without_markup_and_blanks() -> None:
    block = "{# A note #}\n::: cover\n## The {{ name }} plan {-}\n| A | **B** |\n|---|---|\n"
    source = block + "{% if x %}\n- {{ y }}\n{% endif %}\n"
    found = list(printed({("en", "action-plan"): source}))
    assert [(text.line, text.text) for text in found] == [(3, "The {x} plan"), (4, "A"), (4, "B")]
    assert found[0].file == "content/en/documents/action_plan.md.j2"
