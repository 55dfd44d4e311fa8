"""A typed text in both languages: which language it was typed in, its other wording, and whether that still fits.

The text typed last always holds. When it changes, the other wording is kept and has to be looked at again; until then
no document prints it. It knows no question, no project and no sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from workflows.languages import OFFICIAL, twin
from workflows.project import Answer, Record

_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True)
class Wordings:
    """`latest` is the text that holds; `by` the text of each language that has one; `again` the language whose wording
    is to be looked at again, or "". A text of which nobody noted the language has an empty `by`.
    """

    latest: str
    by: Mapping[str, str] = field(default_factory=dict)
    again: str = ""

    @property
    def language(self) -> str:
        """The language of the latest text, "" when it was never noted."""
        fresh = [language for language in OFFICIAL if language in self.by and language != self.again]
        return next((language for language in fresh if self.by[language] == self.latest), "")

    @property
    def other(self) -> str:
        """The language of the other wording, be it there or not; "" while the text's own is not known."""
        return twin(self.language) if self.language else ""

    @property
    def lacks(self) -> bool:
        """True when a wording is to be written or looked at again: a figure alone has no language and lacks nothing."""
        if not _WORD.search(self.latest):
            return False
        return bool(self.again) or not self.other or self.other not in self.by

    def said(self, language: str) -> tuple[str, str]:
        """The text for a reader of `language`, and the language that it is in ("" when not noted).

        Its own wording where there is one that still fits, else the latest text.
        """
        if language in self.by and language != self.again:
            return self.by[language], language
        return self.latest, self.language

    def typed(self, text: str, language: str) -> Wordings:
        """The text typed anew in `language`; a wording in the other one is kept, to be looked at again."""
        if language not in OFFICIAL:  # nobody can say yet which wording it is
            return Wordings(text)
        kept = next((other for other in self.by if other != language), "")
        holds = text == self.by.get(language) and language != self.again
        return Wordings(text, {**self.by, language: text}, self.again if holds else kept)

    def worded(self, text: str, language: str) -> Wordings:
        """The wording in `language` added or looked at again; changing one that fitted is typing the text anew."""
        known = self if self.language else self.moved(twin(language))
        if language == known.language or (language in known.by and language != known.again):
            return known.typed(text, language)
        return Wordings(known.latest, {**known.by, language: text})

    def moved(self, language: str) -> Wordings:
        """The latest text is in `language` after all; what stood there changes its place with it."""
        if language == self.language:
            return self
        other = twin(language)
        displaced = self.by.get(language)
        kept = {} if displaced is None else {other: displaced}
        return Wordings(self.latest, {**kept, language: self.latest}, other if self.again and kept else "")

    def same(self) -> Wordings:
        """The text reads the same in both languages."""
        return Wordings(self.latest, dict.fromkeys(OFFICIAL, self.latest))

    def fitting(self) -> Wordings:
        """What was to be looked at again still fits."""
        return Wordings(self.latest, self.by)


def of_answer(answer: Answer | None) -> Wordings | None:
    """The text of an answer, None when it holds no typed text."""
    if answer is None or not isinstance(answer.value, str):
        return None
    return _told(answer.value, answer.wording, answer.again)


def of_field(record: Record | None, name: str) -> Wordings | None:
    """The text of one field of a row, None when it holds no typed text."""
    value = record.values.get(name) if record else None
    if record is None or not isinstance(value, str):
        return None
    return _told(value, record.wording.get(name, {}), record.again.get(name, ""))


def _told(latest: str, by: Mapping[str, str], again: str) -> Wordings:
    """What was kept; a text beside the wording of another language only is in the language that is left."""
    left = [language for language in OFFICIAL if language not in by]
    if by and latest not in by.values() and len(left) == 1:
        by = {**by, left[0]: latest}
    return Wordings(latest, by, again)
