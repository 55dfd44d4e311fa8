"""Every word of the product: that it is there and used, that it fits, and that it reads well in both languages."""

from __future__ import annotations

import ast
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from bot.telegram_limits import COMMAND_DESCRIPTION, LABEL, PROFILE, TEXT, length, shortened
from tests.support.walker import Walker, the_guide
from workflows.actions import COMMANDS, LISTED_COMMANDS
from workflows.checks import check
from workflows.phrases import Literal, phrase
from workflows.schema import Question
from workflows.typography import faults
from workflows.wording import LANGUAGES, PLACEHOLDER, Leaf

HOUSE = Path(__file__).parents[2]
LONGEST_LABEL = 60
LONGEST_CARD, WITH_AN_EXPLANATION = 1500, 2500  # characters that can be read on a phone without losing the thread
QUESTIONS = [question for question in the_guide().knowledge.definitions.everything() if not question.parent]
RECOGNIZED = "keywords."  # words by which answers are recognized; nobody reads them

SAME_IN_BOTH = {
    "interface.language.en": "each language is named in its own words",
    "interface.language.fr": "each language is named in its own words",
    "interface.welcome.title": "the name of the product",
    "interface.welcome.greeting": "both languages greet",
}
PROPER = re.compile(r"^[\W\d_]*$")
"""A text of signs, numbers and placeholders alone is the same in every language."""


def texts(leaf: Leaf) -> tuple[str, ...]:
    return tuple(leaf.values()) if isinstance(leaf, dict) else (leaf,)


def spoken(language: str) -> Iterator[tuple[str, str]]:
    """Every text that somebody reads, with its key."""
    for key, leaf in the_guide().book.words[language].items():
        if not key.startswith(RECOGNIZED):
            yield from ((key, text) for text in texts(leaf))


def test_definitions_words_and_templates_have_no_fault() -> None:
    assert check() == []


# --- keys in code ---


@cache
def named_in_code() -> tuple[frozenset[str], frozenset[str]]:
    """Every interface key that the sources name, and every beginning or pattern that they complete themselves."""
    whole, patterns = set(), set()
    for room in ("workflows", "bot"):
        for path in (HOUSE / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if (
                    isinstance(node, ast.Constant)
                    and isinstance(node.value, str)
                    and node.value.startswith("interface.")
                ):
                    whole.add(node.value)
                if isinstance(node, ast.JoinedStr):
                    parts = [part.value if isinstance(part, ast.Constant) else None for part in node.values]
                    if parts and str(parts[0]).startswith("interface."):
                        patterns.add("".join(r"[\w.-]+" if part is None else re.escape(str(part)) for part in parts))
                        whole.discard(str(parts[0]))
    return frozenset(key for key in whole if not key.endswith(".")), frozenset(patterns)


@cache
def labels_in_code() -> frozenset[str]:
    """Short names that become keys: `scene.button("home", …)`, `said("name")`."""
    found = set()
    for room in ("workflows", "bot"):
        for path in (HOUSE / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    found.add(node.value)
    return frozenset(found)


@pytest.mark.parametrize("key", sorted(named_in_code()[0]))
def test_every_key_that_code_names_has_words_in_both_languages(key: str) -> None:
    assert all(the_guide().book.has(key, language) for language in LANGUAGES)


def test_every_pattern_that_code_completes_has_words() -> None:
    keys = [key for key in the_guide().book.words["en"] if key.startswith("interface.")]
    for pattern in named_in_code()[1]:
        assert any(re.fullmatch(pattern, key) for key in keys), pattern


def test_no_word_of_the_interface_is_orphaned() -> None:
    whole, patterns = named_in_code()
    orphans = []
    for key in the_guide().book.words["en"]:
        if key.startswith("interface.") and key not in whole:
            fitting = [pattern for pattern in patterns if re.fullmatch(pattern, key)]
            named = any(not pattern.endswith("+") for pattern in fitting)  # only its middle is filled in
            known = key.rpartition(".")[2] in labels_in_code() | every_value()
            if not fitting or not (named or known):
                orphans.append(key)
    assert orphans == []


@cache
def every_value() -> frozenset[str]:
    """Values that complete a key without standing in code as they are."""
    definitions = the_guide().knowledge.definitions
    formats = {f"{language}_{kind}" for language in LANGUAGES for kind in ("docx", "pdf")}
    return frozenset({*definitions.documents, *definitions.groups, *formats, *COMMANDS.values(), *LANGUAGES})


# --- lengths ---


@cache
def cards(language: str) -> dict[str, Walker]:
    """Somebody in front of each question, with Why and Example opened where they exist."""
    return {question.path: _in_front_of(question, language) for question in QUESTIONS}


def _in_front_of(question: Question, language: str) -> Walker:
    walker = Walker(language)
    walker.listing(question.path)
    return walker


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.path)
def test_every_question_is_one_message_with_room_to_spare(question: Question) -> None:
    walker = _in_front_of(question, "en")
    for side in ("", "why", "example"):
        if side and not walker.offers(side):
            continue
        if side:
            walker.tap(side)
        for language, messages in walker.messages.items():
            assert len(messages) == 1, f"{language}: {len(messages)} messages"
            most = WITH_AN_EXPLANATION if side else LONGEST_CARD
            assert length(messages[0].plain) <= most <= TEXT, f"{language} {side}: {length(messages[0].plain)}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_fits_a_button(language: str) -> None:
    book = the_guide().book
    definitions = the_guide().knowledge.definitions
    long = {}
    keys = {f"{question.words}.label" for question in definitions.everything()}
    keys |= {question.option_key(option) for question in definitions.everything() for option in question.options}
    keys |= {
        key
        for key in book.words[language]
        if key.startswith(("interface.buttons.", "interface.formats.", "topics.themes."))
    }
    keys |= {
        f"interface.documents.{document}.{name}"
        for document in definitions.documents
        for name in ("title", "quick", "make")
    }
    for key in keys:
        for text in texts(book.words[language][key]):
            if length(PLACEHOLDER.sub("", text)) > LONGEST_LABEL:
                long[key] = length(text)
    assert long == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_button_of_every_question_is_shown_whole(language: str) -> None:
    cut = {
        key.text
        for walker in cards(language).values()
        for row in walker.messages[language][-1].keyboard
        for key in row
        if key.text.endswith("…")
    }
    assert cut == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_of_resources_that_are_cut_on_a_button_can_still_be_told_apart(language: str) -> None:
    known = the_guide().knowledge
    titles = [
        shortened(str(known.book.words[language][f"{one.words}.title"]), LABEL) for one in known.catalogue.resources
    ]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_telegram_shows_of_the_bot_fits(language: str) -> None:
    about = the_guide().describe(language)
    for name, most in PROFILE.items():
        assert 0 < length(getattr(about, name)) <= most, name
    for command, description in about.commands:
        assert 0 < length(description) <= COMMAND_DESCRIPTION
        assert re.fullmatch(r"[a-z0-9_]{1,32}", command)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_that_is_named_in_words_is_one_that_is_understood(language: str) -> None:
    own = set(LISTED_COMMANDS[language])
    for key, text in spoken(language):
        for command in re.findall(r"(?<![\w/:.])/([a-z]+)\b", text):
            assert command in own, f"{key}: /{command}"


def test_every_listed_command_has_a_twin_in_the_other_language() -> None:
    english, french = ([COMMANDS[name] for name in LISTED_COMMANDS[language]] for language in LANGUAGES)
    assert english == french


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_toast_and_every_refusal_is_short_enough_to_be_read(language: str) -> None:
    for key, text in spoken(language):
        if key.startswith(("interface.refused.", "interface.notices.", "interface.other.")):
            assert length(text) <= 300, key


# --- how they read ---


def test_the_greeting_is_in_both_languages_whatever_the_app_speaks() -> None:
    book = the_guide().book
    english = book.text(phrase("interface.welcome.greeting"), "en")
    french = book.text(phrase("interface.welcome.greeting"), "fr")
    for text in (english, french):
        assert "Hello" in text
        assert "Bonjour" in text
    assert french.index("Bonjour") < french.index("Hello")
    assert english.index("Hello") < english.index("Bonjour")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_empty_and_none_has_spaces_at_its_ends(language: str) -> None:
    assert [key for key, text in spoken(language) if not text.strip() or text != text.strip()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_no_emoji(language: str) -> None:
    wrong = [
        key for key, text in spoken(language) for sign in text if unicodedata.category(sign) == "So" and sign not in "°"
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_apostrophes_are_curly_and_no_control_stands_in_a_text(language: str) -> None:
    for key, text in spoken(language):
        assert "'" not in text, key
        assert not [sign for sign in text if unicodedata.category(sign) in ("Cc", "Cs", "Co", "Cn") and sign != "\n"], (
            key
        )


def test_french_follows_canadian_typography() -> None:
    english = the_guide().book.words["en"]["interface.welcome.greeting"]
    wrong = [
        (key, rule)
        for key, text in spoken("fr")
        for rule in faults(text)
        if key not in ("interface.welcome.greeting",) and text != english
    ]
    assert wrong == []


def test_no_french_text_is_its_english_twin() -> None:
    english = the_guide().book.words["en"]
    same = []
    for key, leaf in the_guide().book.words["fr"].items():
        if key.startswith(RECOGNIZED) or key in SAME_IN_BOTH:
            continue
        for there, here in zip(texts(english[key]), texts(leaf), strict=False):
            if there == here and not PROPER.match(PLACEHOLDER.sub("", here)) and not _the_same_word(here):
                same.append(f"{key}: {here}")
    assert same == []


WORDS_OF_BOTH = frozenset(
    [
        "action",
        "actions",
        "assimilation",
        "attraction",
        "budget",
        "consultations",
        "contribution",
        "forum",
        "horizon",
        "inclusion",
        "indirect",
        "mission",
        "plan",
        "population",
        "question",
        "quorum",
        "respect",
        "service",
        "source",
        "transport",
        "vision",
    ]
)
NAMES_OF_BOTH = frozenset(
    ["Alberta", "Manitoba", "Nunavut", "Ontario", "Saskatchewan", "Yukon", "IRCC", "CIC", "RIF", "FCFA"]
) | {"Fédération des communautés francophones et acadienne du Canada"}


def _the_same_word(text: str) -> bool:
    """A proper name, or a word that both languages share."""
    return text in NAMES_OF_BOTH or text.lower() in WORDS_OF_BOTH


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plural_reads_well_for_none_one_and_many(language: str) -> None:
    book = the_guide().book
    for key, leaf in book.words[language].items():
        if isinstance(leaf, dict):
            names = {name for text in leaf.values() for name in PLACEHOLDER.findall(text)} - {"n"}
            for n in (0, 1, 2, 21, 1000, 1_000_000):
                assert book.text(phrase(key, n=n, **{name: Literal("x") for name in names}), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plural_that_shows_no_number_in_one_form_shows_it_where_it_could_be_wrong(language: str) -> None:
    for key, leaf in the_guide().book.words[language].items():
        if isinstance(leaf, dict) and any("{n}" in text for text in leaf.values()):
            assert "{n}" in leaf["other"], key
