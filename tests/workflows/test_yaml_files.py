"""YAML read strictly, with the line of every value."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workflows.errors import ContentFault, DefinitionFault
from workflows.yaml_files import read_yaml


def written(folder: Path, text: str) -> Path:
    path = folder / "file.yml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("word", ["no", "No", "yes", "on", "off", "y", "n", "True", "FALSE", "NO"])
def test_only_true_and_false_are_booleans(word: str, tmp_path: Path) -> None:
    assert read_yaml(written(tmp_path, f"a: {word}")).data == {"a": word}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("false", False),
        ('"true"', "true"),
        ("12", 12),
        ("-3", -3),
        ('"12"', "12"),
        ("0.5", 0.5),
        ("null", None),
        ("", None),
        ("0o7", "0o7"),
        ("2027-03-31", "2027-03-31"),
        ("12:30", "12:30"),
        ("a word", "a word"),
        ("~", None),
    ],
)
def test_a_scalar_is_what_it_looks_like(text: str, value: object, tmp_path: Path) -> None:
    assert read_yaml(written(tmp_path, f"a: {text}")).data == {"a": value}


def test_keys_are_texts_whatever_they_look_like(tmp_path: Path) -> None:
    assert read_yaml(written(tmp_path, "1: a\nno: b\nnull: c")).data == {"1": "a", "no": "b", "null": "c"}


@pytest.mark.parametrize("fault", [DefinitionFault, ContentFault])
def test_a_key_that_stands_twice_is_refused_with_its_line_and_path(
    fault: type[DefinitionFault] | type[ContentFault], tmp_path: Path
) -> None:
    with pytest.raises(fault) as refused:
        read_yaml(written(tmp_path, "a:\n  b: 1\n  c: 2\n  b: 3\n"), fault)
    assert (refused.value.line, refused.value.name) == (4, "a.b")


def test_every_value_remembers_its_line(tmp_path: Path) -> None:
    file = read_yaml(written(tmp_path, "a:\n  - x\n  - b: 1\n    c: 2\nd: 3\n"))
    assert (file.line("a", 0), file.line("a", 1, "c"), file.line("d"), file.line()) == (2, 4, 5, 1)


def test_the_line_of_something_unknown_is_that_of_its_nearest_parent(tmp_path: Path) -> None:
    file = read_yaml(written(tmp_path, "x: 1\na:\n  b: 1\n"))
    assert file.line("a", "gone", 3) == file.line("a")
    assert file.line("gone") == 1


def test_a_missing_file_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(DefinitionFault) as refused:
        read_yaml(tmp_path / "gone.yml")
    assert refused.value.file == str(tmp_path / "gone.yml")


@pytest.mark.parametrize(
    ("text", "line"), [("a: [1, 2", 1), ("a: 1\nb: c: d\n", 2), ("a: 1\n\tb: 2\n", 2), ("a: *gone\n", 1)]
)
def test_broken_yaml_is_refused_with_its_line(text: str, line: int, tmp_path: Path) -> None:
    with pytest.raises(DefinitionFault) as refused:
        read_yaml(written(tmp_path, text))
    assert refused.value.line in (line, line + 1)


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"a: \xe9t\xe9", b"a: \x00"])
def test_bytes_that_are_no_utf8_text_are_refused_as_a_fault(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "file.yml"
    path.write_bytes(data)
    with pytest.raises(DefinitionFault):
        read_yaml(path)


def test_an_empty_file_holds_nothing(tmp_path: Path) -> None:
    assert read_yaml(written(tmp_path, "# nothing\n")).data is None


@given(st.text() | st.text(st.sampled_from("ab:-?[]{},\"'#&*!|> \n12.")))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_refused_or_read_as_plain_data(tmp_path: Path, text: str) -> None:
    path = tmp_path / "any.yml"
    path.write_text(text, encoding="utf-8", errors="replace")
    try:
        file = read_yaml(path)
    except DefinitionFault:
        return
    assert json.loads(json.dumps(file.data, allow_nan=True)) == file.data or "nan" in str(file.data)
