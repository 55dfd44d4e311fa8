"""Templates against the fields that they may print: every name known, every field used, rows of tables included.

It reads a template's tree and runs nothing; what a field holds is for workflows/documents/contexts.py to say.
"""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, Union, get_args, get_origin, get_type_hints

from jinja2 import Environment, TemplateSyntaxError, nodes

from workflows.documents.contexts import KINDS, words_of
from workflows.documents.speech import Clause, Items

ANY = object


def check_templates(templates: Mapping[tuple[str, str], str]) -> list[str]:
    """The faults of all templates as `file:line: …`, none when each uses exactly the fields of its document.

    `templates` is what `load_templates` gives: the source by (language, document).
    """
    faults = []
    for language in sorted({language for language, _ in templates}):
        for document in KINDS:
            file = template_name(language, document)
            source = templates.get((language, document))
            faults += [f"{file}:1: there is no such template."] if source is None else _faults(source, file, document)
    return faults


def template_name(language: str, document: str) -> str:
    """The file of a template as faults name it."""
    return f"content/{language}/documents/{words_of(document)}.md.j2"


def _faults(source: str, file: str, document: str) -> list[str]:
    try:
        tree = Environment().parse(source)  # noqa: S701 - only its tree is read
    except TemplateSyntaxError as error:
        return [f"{file}:{error.lineno}: {error.message}"]
    root = KINDS[document].type
    walk = _Walk(root, {macro.name: macro for macro in tree.find_all(nodes.Macro)})
    walk.through(tree, {})
    wanted = {f"{row.__name__}.{part.name}" for row in _rows(root) for part in fields(row)}
    told = [f"{file}:{line}: the document has no field '{name}'." for line, name in walk.unknown]
    return told + [f"{file}:1: the field '{name}' is never used." for name in sorted(wanted - walk.used)]


def _rows(root: type) -> Iterator[Any]:
    """The dataclass of a document and those of its rows."""
    seen: list[type] = []
    waiting = [root]
    while waiting:
        row = waiting.pop()
        if row not in seen:
            seen.append(row)
            waiting += [part for hint in get_type_hints(row).values() for part in _parts(hint) if _is_row(part)]
    return iter(seen)


def _parts(hint: Any) -> Iterator[Any]:
    """The types inside a hint: those of a union, and the elements of a tuple."""
    if get_origin(hint) in (Union, types.UnionType, tuple):
        for part in get_args(hint):
            yield from _parts(part)
    else:
        yield hint


def _is_row(hint: Any) -> bool:
    inside = getattr(hint, "__module__", "")
    return is_dataclass(hint) and (hint in (Clause, Items) or inside.endswith("_fields"))


class _Walk:
    """Follows the types of names through a template; remembers what is used and what is unknown."""

    def __init__(self, root: type, macros: Mapping[str, nodes.Macro]) -> None:
        self.root, self.macros = root, macros
        self.used: set[str] = set()
        self.unknown: list[tuple[int, str]] = []

    def through(self, node: nodes.Node, scope: Mapping[str, Any]) -> None:
        """Walks one part of the tree; `scope` holds the types of the names that loops and macros give."""
        match node:
            case nodes.Macro():
                return
            case nodes.For(target=nodes.Name(name=name)):
                element = next(_parts(self._type(node.iter, scope)), ANY)
                for part in (*node.body, *node.else_):
                    self.through(part, {**scope, name: element})
            case nodes.Call(node=nodes.Name(name=name)) if name in self.macros:
                given = [self._type(argument, scope) for argument in node.args]
                macro = self.macros[name]
                names = [argument.name for argument in macro.args]
                for part in macro.body:
                    self.through(part, dict(zip(names, given, strict=False)))
            case nodes.Name() | nodes.Getattr():
                self._type(node, scope)
            case _:
                for child in node.iter_child_nodes():
                    self.through(child, scope)

    def _type(self, node: nodes.Node, scope: Mapping[str, Any]) -> Any:
        match node:
            case nodes.Name(name=name) if name in scope:
                return scope[name]
            case nodes.Name(name=name):
                return self._field(self.root, name, node.lineno)
            case nodes.Getattr(node=inner, attr=name):
                owner = next((part for part in _parts(self._type(inner, scope)) if _is_row(part)), ANY)
                return ANY if owner is ANY else self._field(owner, name, node.lineno)
            case _:
                self.through(node, scope)
                return ANY

    def _field(self, owner: Any, name: str, line: int) -> Any:
        hints = get_type_hints(owner)
        if name not in hints:
            self.unknown.append((line, name))
            return ANY
        self.used.add(f"{owner.__name__}.{name}")
        return hints[name]
