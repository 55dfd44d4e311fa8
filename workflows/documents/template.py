"""Jinja2 templates filled so that no value ever meets the Markdown parser. It knows no file format.

Each printed expression leaves a token of private-use characters in the Markdown and its value in a list; the
renderer puts the values in after parsing. What a macro or a `{% set %}` block prints is template text and is
parsed, with the values inside it kept as tokens just the same.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Mapping
from functools import lru_cache
from types import CodeType
from typing import Any, TypeAlias

from jinja2 import (
    Environment,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateSyntaxError,
    Undefined,
    nodes,
)
from jinja2 import pass_context as with_context
from jinja2.runtime import Context

from .blocks import Bullets, Figure, LineBreak, Link, Mark, Text
from .cleaning import FIRST_TOKEN, LAST_TOKEN

Value: TypeAlias = "str | int | Text | Mark | LineBreak | Link | Figure | Bullets | tuple[Value, ...]"

TOKEN = re.compile("\ue000(\\d+)\ue001")
_PRIVATE = re.compile(f"[{FIRST_TOKEN}-{LAST_TOKEN}]")
_KEEP, _VALUES = "keep_value", "kept values"


class TemplateFault(Exception):
    """A template that cannot be printed with its context; `file`, `line` and `field` say where to look."""

    def __init__(self, file: str, line: int, field: str, problem: str) -> None:
        super().__init__(f"{file}, line {line}, {field}: {problem}")
        self.file, self.line, self.field, self.problem = file, line, field, problem


def fill(
    source: str, name: str, context: Mapping[str, object], filters: Mapping[str, Callable[..., Any]]
) -> tuple[str, list[Value]]:
    """The Markdown of a template with tokens in place of values, and those values in order.

    Raises TemplateFault for bad syntax, a name that the context lacks, None, or a value of an unknown type.
    """
    values: list[Value] = []
    fields: dict[int, str] = {}
    try:
        code, fields = _compiled(source, name, frozenset(filters))
        template = Template.from_code(_environment(filters), code, {})
        return template.render({**context, _VALUES: values}), values
    except TemplateFault:
        raise
    except TemplateSyntaxError as error:
        raise TemplateFault(name, error.lineno, "syntax", error.message or "malformed") from error
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
        frames = traceback.walk_tb(error.__traceback__)
        line = next((line for frame, line in reversed(list(frames)) if frame.f_code.co_filename == name), 0)
        missing = re.search(r"'(\w+)'(?= is undefined|$)", str(error))
        field = missing[1] if missing else fields.get(line, "expression")
        raise TemplateFault(name, line, field, str(error)) from error


def _environment(filters: Mapping[str, Callable[..., Any]]) -> Environment:
    environment = Environment(  # noqa: S701 - not HTML: values never reach a parser at all
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        # Folding constants at compile time would run one language's filters for another.
        optimized=False,
        cache_size=0,
    )
    environment.filters.update(filters)
    environment.filters[_KEEP] = _keep
    return environment


@lru_cache(maxsize=64)
def _compiled(source: str, name: str, filters: frozenset[str]) -> tuple[CodeType, dict[int, str]]:
    """The code of a template and the fields that it prints, by line."""
    if _PRIVATE.search(source):
        raise TemplateFault(name, 0, "text", "private-use characters are reserved")
    environment = _environment(dict.fromkeys(filters, str))
    tree = environment.parse(source, name, name)
    fields: dict[int, str] = {}
    markdown = _printed_as_markdown(tree, name)
    printed: list[nodes.Node] = [block.call.node for block in tree.find_all(nodes.CallBlock)]
    for output in tree.find_all(nodes.Output):
        for place, child in enumerate(output.nodes):
            called = child.node if isinstance(child, nodes.Call) else child
            if isinstance(child, nodes.TemplateData):
                continue
            if isinstance(called, nodes.Name) and called.name in markdown:
                printed.append(called)
                continue
            field = _words(child)
            fields[child.lineno] = ", ".join(filter(None, (fields.get(child.lineno), field)))
            where: list[nodes.Expr] = [nodes.Const(v) for v in (name, child.lineno, field)]
            kept = nodes.Filter(child, _KEEP, where, [], None, None, lineno=child.lineno, environment=environment)
            output.nodes[place] = kept
    for used in tree.find_all(nodes.Name):
        if used.ctx == "load" and used.name in markdown and not any(used is one for one in printed):
            problem = "is printed as Markdown: print it alone, not joined, filtered or handed on"
            raise TemplateFault(name, used.lineno, used.name, problem)
    code = environment.compile(tree, name, name)
    return code, fields


def _printed_as_markdown(tree: nodes.Template, name: str) -> set[str]:
    """The names that hold template text: macros, captured blocks and a macro's caller.

    Such a name must mean only that, or a value could be printed under it unkept.
    """
    names = {macro.name for macro in tree.find_all(nodes.Macro)} | {"caller"}
    captured = [block.target for block in tree.find_all(nodes.AssignBlock)]
    names |= {target.name for target in captured if isinstance(target, nodes.Name)}
    for other in tree.find_all(nodes.Name):
        if other.ctx != "load" and other.name in names and not any(other is target for target in captured):
            raise TemplateFault(name, other.lineno, other.name, "is the name of a macro or a captured block")
    return names


def _words(node: nodes.Node) -> str:
    """The field that an expression prints, as its author wrote it."""
    match node:
        case nodes.Name(name=name):
            return str(name)
        case nodes.Getattr(node=inner, attr=attr):
            return f"{_words(inner)}.{attr}"
        case nodes.Getitem(node=inner, arg=nodes.Const(value=key)):
            return f"{_words(inner)}[{key}]"
        case nodes.Filter(node=nodes.Expr() as inner) | nodes.Call(node=inner):
            return _words(inner)
        case _:
            return "expression"


@with_context
def _keep(context: Context, value: object, file: str, line: int, field: str) -> str:
    """Jinja filter put around every printed expression: keeps the value, prints its token."""
    if isinstance(value, Undefined):
        raise TemplateFault(file, line, field, "is not in the context")
    values: list[Value] = context[_VALUES]
    values.append(_checked(value, file, line, field))
    return f"\ue000{len(values) - 1}\ue001"


def _checked(value: object, file: str, line: int, field: str) -> Value:
    if isinstance(value, list | tuple):
        return tuple(_checked(part, file, line, field) for part in value)
    if isinstance(value, bool) or not isinstance(value, str | int | Text | Mark | LineBreak | Link | Figure | Bullets):
        raise TemplateFault(file, line, field, f"is {type(value).__name__}, which no template can print")
    return value
