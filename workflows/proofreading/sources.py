"""What the sources say about keys: the texts that stand in code, and the patterns that code completes (f-strings).

It reads the Python files of both rooms, which stand in an installed wheel too, and runs none of them.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOMS = (Path(__file__).parents[1], Path(__file__).parents[2] / "bot")
HOLE = r"([\w.-]+?)"


@dataclass(frozen=True)
class Pattern:
    """An f-string as a pattern of keys; each blank is a group. `begins` is its text before the first blank."""

    shape: re.Pattern[str]
    begins: str
    place: str


@dataclass(frozen=True)
class Sources:
    """Every text constant with its first place, every pattern, and every beginning below which all is read."""

    constants: dict[str, str]
    patterns: tuple[Pattern, ...]
    read_whole: frozenset[str]


@cache
def read_sources(rooms: tuple[Path, ...] = ROOMS) -> Sources:
    """The sources of both rooms, read once."""
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for room in rooms for path in sorted(room.rglob("*.py"))}
    names = dict(named for tree in trees.values() for named in _named(tree))
    constants: dict[str, str] = {}
    patterns: dict[str, Pattern] = {}
    whole: set[str] = set()
    for path, tree in trees.items():
        inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
        for node in ast.walk(tree):
            place = f"{path}:{getattr(node, 'lineno', 1)}"
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
                constants.setdefault(node.value, place)
            elif isinstance(node, ast.JoinedStr):
                pattern = _pattern(node, names, place)
                patterns.setdefault(pattern.shape.pattern, pattern)
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "under":
                whole.update(filter(None, [_text(part, names) for part in node.args[:1]]))
    return Sources(constants, tuple(patterns.values()), frozenset(whole))


def _named(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """The module's own names for texts: `CLAUSES = "documents.clauses"`."""
    for node in tree.body:
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        value = getattr(node, "value", None)
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            yield from ((target.id, value.value) for target in targets if isinstance(target, ast.Name))


def _text(node: ast.expr, names: dict[str, str]) -> str:
    """The text that a node stands for, or an empty one where only a run could tell."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    return names.get(node.id, "") if isinstance(node, ast.Name) else ""


def _pattern(node: ast.JoinedStr, names: dict[str, str], place: str) -> Pattern:
    parts = [_text(part.value if isinstance(part, ast.FormattedValue) else part, names) for part in node.values]
    shape = "".join(re.escape(part) if part else HOLE for part in parts)
    return Pattern(re.compile(shape), parts[0] if parts else "", place)
