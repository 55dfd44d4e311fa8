"""The last comparisons of a project with its saved versions. It knows no words and no template."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from workflows.project import Project

if TYPE_CHECKING:
    from workflows.documents.looking_back import Look, Told

_KEPT = 16


class Comparisons:
    """Whoever turns the pages of a comparison does not have it made again: it takes as long as a draft or two."""

    def __init__(self) -> None:
        self._made: dict[str, tuple[Told, ...]] = {}

    def since(self, project: Project, look: Look, documents: tuple[str, ...], language: str) -> tuple[Told, ...]:
        """What `changes_since` says. The look must always come from the same words and templates."""
        before = look.past.before
        if before is None:
            return ()
        told = json.dumps([project.to_data(), before.to_data(), look.past.to_data(), documents, language])
        key = hashlib.sha256(told.encode()).hexdigest()
        if key not in self._made:
            from workflows.documents.looking_back import changes_since  # the documents load when one is asked for

            while len(self._made) >= _KEPT:
                self._made.pop(next(iter(self._made)), None)
            self._made[key] = changes_since(project, look, documents, language)
        return self._made[key]
