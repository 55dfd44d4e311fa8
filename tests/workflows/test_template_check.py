"""Templates and clauses: exactly the fields of their document, the same shapes in both languages, French typography."""

from __future__ import annotations

import re

import pytest

from tests.support.drafting import DOCUMENTS, LANGUAGES, shipped
from workflows.template_check import check_templates


def test_shipped_templates_use_exactly_the_fields_of_their_documents() -> None:
    assert check_templates(shipped().templates) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("{{ date }}", "{{ day }}", "en/documents/action_plan.md.j2:18: the document has no field 'day'."),
        ("{{ action.lead }}", "{{ action.leader }}", "the document has no field 'leader'."),
        ("{{ action.lead }}", "—", "en/documents/action_plan.md.j2:1: the field 'Action.lead' is never used."),
        ("{{ vision }}", "{{ vision", "en/documents/action_plan.md.j2:"),
    ],
)
def test_a_wrong_field_is_named_with_file_and_line(old: str, new: str, fault: str) -> None:
    templates = dict(shipped().templates)
    templates["en", "action-plan"] = templates["en", "action-plan"].replace(old, new)
    assert any(fault in told for told in check_templates(templates)), check_templates(templates)


def test_a_field_used_only_through_a_macro_counts() -> None:
    templates = dict(shipped().templates)
    source = templates["fr", "terms-of-reference"]
    templates["fr", "terms-of-reference"] = source.replace("{{ clause.text }}", "{{ clause.words }}")
    told = check_templates(templates)
    assert any("no field 'words'" in fault for fault in told)
    assert any("'Clause.text' is never used" in fault for fault in told)


def test_a_missing_template_is_a_fault() -> None:
    templates = dict(shipped().templates)
    del templates["fr", "action-plan"]
    assert check_templates(templates) == ["content/fr/documents/action_plan.md.j2:1: there is no such template."]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_both_languages_have_the_same_shape(document: str) -> None:
    def frame(source: str) -> list[str]:
        return re.findall(r"^#+ |^ *1\. |^ *- |^\|[-:|]+\|$|^:::.*$|\{% .*?%\}", source, flags=re.MULTILINE)

    english, french = (shipped().templates[language, document] for language in LANGUAGES)
    assert len(frame(english)) > 30
    assert frame(english) == frame(french)


def test_clauses_have_the_same_keys_and_placeholders() -> None:
    def keys(language: str) -> dict[str, frozenset[str]]:
        told = {}
        for key, leaf in shipped().book.under("documents.clauses", language):
            forms = [leaf] if isinstance(leaf, str) else list(leaf.values())
            told[key] = frozenset(re.findall(r"\{(\w+)\}", " ".join(forms))) - {"n"}
        return told

    assert keys("en") == keys("fr")


def test_every_option_has_its_sentence_and_none_is_orphaned() -> None:
    known = shipped()
    told: dict[str, set[str]] = {}
    for key, _ in known.book.under("documents.clauses", "en"):
        name, _, rest = key.removeprefix("documents.clauses.").partition(".")
        told.setdefault(name, set()).add(rest)
    unused = {"quorum_rule": {"fixed_number"}}
    for question in known.definitions.everything():
        if question.parent or not question.options or question.id not in told or told[question.id] == {""}:
            continue
        assert told[question.id] - {"sentence"} == set(question.options) - unused.get(question.id, set()), question.path
    for rule in known.definitions.members_of("rules"):
        assert rule.id in told, rule.path


@pytest.mark.parametrize("document", DOCUMENTS)
def test_french_templates_follow_canadian_typography(document: str) -> None:
    words = re.sub(r"\{[{%#].*?[}%#]\}|^\|[-:| ]+\|$|^:::.*$", "x", shipped().templates["fr", document], flags=re.M)
    assert typography(words) == []


def test_french_clauses_follow_canadian_typography() -> None:
    for key, leaf in shipped().book.under("documents.clauses", "fr"):
        for form in [leaf] if isinstance(leaf, str) else leaf.values():
            assert typography(form) == [], key


_SLIPS = re.compile(
    r"[ \u00a0][;!?]"  # no space before these
    r"|(?<!\u00a0):(?=\s|$)|(?<!\u00a0)[%$]"  # a no-break space before these
    r"|['\"]|«(?!\u00a0)|(?<!\u00a0)»"
)


def typography(text: str) -> list[str]:
    """The places where a French text breaks a rule of Canadian typography, each with what stands before it."""
    return [text[max(0, slip.start() - 12) : slip.end()] for slip in _SLIPS.finditer(text)]
