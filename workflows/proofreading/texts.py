"""Every text that somebody reads, with the file and line on which it stands: words and templates alike.

It judges nothing; what it leaves out are keywords, by which typed answers are recognised and which nobody reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workflows.template_check import template_name
from workflows.wording import LANGUAGES, Leaf, Phrasebook

RECOGNISED = ("keywords.", "search.")
BOTH = frozenset({"interface.welcome.greeting"})
"""Keys that speak both languages on purpose, because nobody has chosen one yet."""
_TEMPLATE = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}")
_MARKUP = re.compile(r"^\s*(?:#{1,6}|[-*]|\d+\.)\s*|\*\*|\{-\}|^\|[-| :]+\|$")


@dataclass(frozen=True)
class Text:
    """One text of one language and where it stands; `key` is the key of a word or the name of a document."""

    file: str
    line: int
    key: str
    language: str
    text: str

    def told(self, problem: str) -> str:
        """A fault of this text as one line."""
        return f"{self.file}:{self.line}: {self.key}: {problem}"


def parts(leaf: Leaf) -> tuple[str, ...]:
    """A text, or every form of a plural."""
    return tuple(leaf.values()) if isinstance(leaf, dict) else (leaf,)


def spoken(book: Phrasebook) -> Iterator[Text]:
    """Every text of the word files, each form of a plural by itself."""
    for language in LANGUAGES:
        for key, leaf in book.words[language].items():
            if not key.startswith(RECOGNISED):
                file, line = book.places[language].get(key, (f"content/{language}", 1))
                yield from (Text(file, line, key, language, part) for part in parts(leaf))


def printed(templates: Mapping[tuple[str, str], str]) -> Iterator[Text]:
    """Every line of the templates that prints something, without what the guide fills in."""
    for (language, document), source in templates.items():
        file = template_name(language, document)
        for line, written in enumerate(source.splitlines(), 1):
            if written.startswith(":::"):
                continue  # opens or closes a block; the word after it is the block's kind
            for cell in _MARKUP.sub("", _TEMPLATE.sub("{x}", written)).split("|"):
                if any(sign.isalpha() for sign in cell.replace("{x}", "")):
                    yield Text(file, line, document, language, cell.strip())
