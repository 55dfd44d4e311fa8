"""Whether a text is about one person's own life (a visa, an asylum claim, a lawyer) and not about a partnership.

Such a text is never searched for and never kept. It must not know who asks.
"""

from __future__ import annotations

from workflows.languages import LANGUAGES
from workflows.lexicon import PhraseTable, Stems, phrases, split
from workflows.wording import Phrasebook


class Personal:
    """Recognizes personal questions by the phrases of content/…/search.yml."""

    def __init__(self, book: Phrasebook, stems: Stems) -> None:
        self._tables = {language: PhraseTable(stems, language) for language in LANGUAGES}
        for language, table in self._tables.items():
            for kind in ("private", "private_when_personal", "personal", "collective"):
                for phrase in phrases(str(book.words[language].get(f"search.{kind}", ""))):
                    table.add(phrase, kind)

    def asks(self, text: str) -> bool:
        """True for a private matter, unless the words around it speak of a community and of nobody's own life."""
        words = split(text)
        found = {name for table in self._tables.values() for name in _names(table, words)}
        if "private" in found:
            return "personal" in found or "collective" not in found
        return "private_when_personal" in found and "personal" in found and "collective" not in found


def _names(table: PhraseTable, words: list[str]) -> set[str]:
    """Every name met anywhere: a word inside a longer phrase counts too, since "my" says something in "sponsor my"."""
    told = table.stems.of(words, table.language)
    whole = {name for _, _, names in table.spans(told) for name in names}
    return whole.union(*(table.names.get((stem,), ()) for stem in told))
