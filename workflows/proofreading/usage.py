"""Dead words and missing ones: keys that no definition, no code and no template uses, and keys that code names in vain.

A key is alive when code names it whole, when code completes it from ids that exist (`interface.states.{state}`), or
when code reads everything under its beginning. The words of steps, lists and resources are compared with the
definitions in workflows/checks.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from workflows.proofreading.sources import HOLE, Pattern, Sources
from workflows.schema import Definitions
from workflows.wording import Phrasebook
from workflows.yaml_files import read_yaml

BY_DEFINITION = ("steps.", "lists.", "resources.")
_WORD_LISTS = ("names.yml", "terms.yml")  # what proofreading reads; their words are no ids
_ID = re.compile(r"[\w-]+")
_KEY = re.compile(r"[a-z_]+(\.[\w-]+)+")


def dead_keys(book: Phrasebook, definitions: Definitions, folder: Path, sources: Sources) -> Iterator[str]:
    """A fault for each key of the words that nothing uses, with its file and line."""
    alive = _Alive(definitions, folder, sources)
    for language, words in book.words.items():
        for key in words:
            if not key.startswith(BY_DEFINITION) and not alive.uses(key):
                file, line = book.places[language].get(key, (f"content/{language}", 1))
                yield f"{file}:{line}: {key}: nothing uses these words. Remove them, or correct the key."


def missing_keys(book: Phrasebook, sources: Sources) -> Iterator[str]:
    """A fault for each key that code names and for each pattern of keys that it completes, where there are no words."""
    roots = {key.split(".")[0] for words in book.words.values() for key in words}
    known = [key for words in book.words.values() for key in words]
    beginnings = {key[: at.start()] for key in known for at in re.finditer(r"\.", key)}
    for text, place in sources.constants.items():
        named = _KEY.fullmatch(text) and text.split(".")[0] in roots and not text.endswith((".yml", ".j2"))
        if named and text not in beginnings and not all(text in words for words in book.words.values()):
            yield f"{place}: {text}: code names this key, and it has no words. Write them in both languages."
    for pattern in sources.patterns:
        of_words = pattern.begins.split(".")[0] in roots and "." in pattern.begins
        if of_words and not any(pattern.shape.fullmatch(key) for key in (*known, *beginnings)):
            yield f"{pattern.place}: {pattern.begins}…: code completes this key, and none begins so. Correct it."


class _Alive:
    """Knows the ids that may complete a pattern."""

    def __init__(self, definitions: Definitions, folder: Path, sources: Sources) -> None:
        self.sources = sources
        self.said = {part for text in sources.constants for part in _ID.findall(text)}
        self.ids = {
            part for path in sorted(folder.glob("*.yml")) if path.name not in _WORD_LISTS for part in _ids(path)
        }
        self.options: dict[str, set[str]] = {}
        for question in definitions.everything():
            self.options.setdefault(question.id, set()).update(question.options)
        self.rooted = [one for one in sources.patterns if "." in one.begins]
        self.parts = [one for one in sources.patterns if len(one.shape.pattern.replace(HOLE, "")) > 2]

    def uses(self, key: str) -> bool:
        """True when something in the sources leads to `key`."""
        if not self._of_its_own_question(key):
            return False
        if key in self.sources.constants or any(key.startswith(f"{one}.") for one in self.sources.read_whole):
            return True
        return any(self._completes(one, key) for one in self.rooted)

    def _of_its_own_question(self, key: str) -> bool:
        """False for the sentence of an option that the question it stands under does not have."""
        *_, owner, option = key.split(".")
        options = self.options.get(owner) if key.startswith("documents.") else None
        return not options or option in options or option in self.said

    def _completes(self, pattern: Pattern, key: str) -> bool:
        if not key.startswith(pattern.begins):
            return False
        found = pattern.shape.fullmatch(key)
        return found is not None and all(self._known(blank) for blank in found.groups())

    def _known(self, blank: str) -> bool:
        parts = blank.split(".")
        return all(self._is_id(part) or self._built(part) for part in parts) or self._built(blank)

    def _is_id(self, text: str) -> bool:
        return text in self.said or text in self.ids

    def _built(self, text: str) -> bool:
        """True for what code builds around an id, such as `…_none` behind it."""
        matches = (one.shape.fullmatch(text) for one in self.parts)
        return any(found is not None and all(map(self._is_id, found.groups())) for found in matches)


def _ids(path: Path) -> Iterator[str]:
    """Every key and every short text of a definition file."""

    def inside(value: object) -> Iterator[str]:
        if isinstance(value, Mapping):
            for key, one in value.items():
                yield str(key)
                yield from inside(one)
        elif isinstance(value, list | tuple):
            for one in value:
                yield from inside(one)
        elif isinstance(value, str) and len(value) <= 60:
            yield from value.split(".")

    return inside(read_yaml(path).data)
