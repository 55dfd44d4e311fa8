"""YAML read strictly: only `true` and `false` are booleans, a key may stand once, and every value remembers its line.

Plain PyYAML turns `no` into false and lets the second of two equal keys win. It knows neither definitions nor words.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from workflows.errors import DefinitionFault, Fault

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INT, _FLOAT, _NULL = "tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:null"


@dataclass(frozen=True)
class YamlFile:
    """The data of one file and the line on which each path begins; a path is a tuple of keys and positions."""

    path: Path
    data: Any
    lines: dict[tuple[str | int, ...], int] = field(default_factory=dict)

    def line(self, *path: str | int) -> int:
        """The line of `path`, or of the nearest parent that is known."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read_yaml(path: Path, fault: type[DefinitionFault] | type[Fault] = DefinitionFault) -> YamlFile:
    """The file at `path`; raises `fault` with file, line and the mend when it is missing or malformed."""
    name = path.name
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=_Loader)
    except OSError as error:
        raise _told(fault, path, 1, name, f"cannot be read ({error.strerror}).", "Put the file back.") from error
    except UnicodeDecodeError as error:
        raise _told(fault, path, 1, name, "is not text in UTF-8.", "Save the file as UTF-8.") from error
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        mend = "Put every sentence between double quotes, and indent with two spaces."
        problem = f"is not valid YAML ({getattr(error, 'problem', None) or 'unreadable'})."
        raise _told(fault, path, mark.line + 1 if mark else 1, name, problem, mend) from error
    lines: dict[tuple[str | int, ...], int] = {}
    return YamlFile(path, None if node is None else _value(node, (), lines, path, fault), lines)


def _told(fault: Any, path: Path, line: int, name: str, problem: str, mend: str) -> Fault:
    made: Fault = fault(str(path), line, name, problem, mend)
    return made


def _value(
    node: Node, at: tuple[str | int, ...], lines: dict[tuple[str | int, ...], int], path: Path, fault: Any
) -> Any:
    lines[at] = node.start_mark.line + 1
    if isinstance(node, ScalarNode):
        return _scalar(node)
    if isinstance(node, SequenceNode):
        return [_value(item, (*at, n), lines, path, fault) for n, item in enumerate(node.value)]
    assert isinstance(node, MappingNode)
    mapping: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        if key in mapping:
            line = key_node.start_mark.line + 1
            mend = "Keep one of the two."
            raise _told(fault, path, line, ".".join(map(str, (*at, key))), "this key stands twice.", mend)
        mapping[key] = _value(value_node, (*at, key), lines, path, fault)
    return mapping


def _scalar(node: ScalarNode) -> Any:
    text = str(node.value)
    if node.style in ("'", '"', "|", ">"):
        return text
    if text in ("true", "false"):
        return text == "true"
    if node.tag == _NULL:
        return None
    if node.tag == _INT and text.lstrip("-").isdigit():
        return int(text)
    if node.tag == _FLOAT:
        return float(text)
    return text
