"""The answers of a project under watch: which of them a document looks up while it is filled, and which it puts into
words. It knows no document and fills none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workflows.project import Answer


class Watched(dict[str, Answer]):
    """Answers by path that note who was asked for: `read` holds every path that was looked up, `said` those that
    somebody put into words. Going through all of them reads all.
    """

    def __init__(self, answers: dict[str, Answer]) -> None:
        super().__init__(answers)
        self.read: set[str] = set()
        self.said: set[str] = set()

    def get(self, path: str, default: Any = None) -> Any:
        self.read.add(path)
        return super().get(path, default)

    def __getitem__(self, path: str) -> Answer:
        self.read.add(path)
        return super().__getitem__(path)

    def __contains__(self, path: object) -> bool:
        self.read.add(str(path))
        return super().__contains__(path)

    def __iter__(self) -> Iterator[str]:
        self.read |= super().keys()
        return super().__iter__()

    def keys(self) -> Any:
        self.read |= super().keys()
        return super().keys()

    def values(self) -> Any:
        self.read |= super().keys()
        return super().values()

    def items(self) -> Any:
        self.read |= super().keys()
        return super().items()
