"""The indicator library and the expected results: what the files say, what a malformed one is told, and the words."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.support.walker import the_guide
from workflows.errors import DefinitionFault
from workflows.indicators import SUPPORT, load_library
from workflows.knowledge import DEFINITIONS
from workflows.measures import CONTEXT
from workflows.wording import LANGUAGES

KNOWN = the_guide().knowledge
LAST_RESULT = "sustaining_partnerships"
LIBRARY, LISTS = KNOWN.library, KNOWN.definitions.lists


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("indicators.yml", "results.yml"):
        shutil.copy(DEFINITIONS / name, tmp_path / name)
    return tmp_path


def changed(folder: Path, file: str, old: str, new: str) -> int:
    """Replace `old` by `new` once; returns the line on which it stood."""
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text, f"{old!r} does not stand in {file}"
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_every_theme_of_a_priority_has_a_suggestion_that_a_table_can_own() -> None:
    for theme in LISTS["themes"]:
        fitting = [one for one in LIBRARY.indicators if theme in one.themes and one.level != CONTEXT]
        assert fitting, theme


def test_every_expected_result_is_shown_by_a_fact_or_an_indicator() -> None:
    spoken_of = {one.result for one in LIBRARY.indicators}
    assert [result.id for result in LIBRARY.results if not result.facts and result.id not in spoken_of] == []
    spans = {result.horizon for result in LIBRARY.results}
    assert spans == {*LISTS["horizons"], SUPPORT}


def test_what_only_the_community_owns_is_context() -> None:
    ultimate = {result.id for result in LIBRARY.results if result.horizon == "ultimate"}
    assert ultimate == {one.result for one in LIBRARY.indicators if one.level == CONTEXT} & ultimate
    assert all(one.level == CONTEXT for one in LIBRARY.indicators if one.result in ultimate)
    actions = LIBRARY.place("action_plan.actions.indicator")
    assert actions is not None
    assert CONTEXT not in actions.levels


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_and_source_fits_the_field_that_it_fills_and_is_said_once(language: str) -> None:
    names = [str(KNOWN.book.words[language][one.words]) for one in LIBRARY.indicators]
    assert len(set(names)) == len(names)
    asked = KNOWN.definitions.question("implementation.indicators")
    assert max(map(len, names)) <= 110 < asked.field("indicator").longest
    sources = [str(KNOWN.book.words[language][f"indicators.sources.{source}"]) for source in LIBRARY.sources]
    assert max(map(len, sources)) <= asked.field("source").longest
    assert {one.source for one in LIBRARY.indicators} == set(LIBRARY.sources), "a source that no indicator has"


def test_an_indicator_and_a_place_are_found_by_name() -> None:
    known = LIBRARY.get("par_trust")
    assert known is not None
    assert (known.themes, known.level, known.words) == (("partnership",), "immediate", "indicators.names.par_trust")
    assert LIBRARY.get("gone") is None
    assert LIBRARY.place("council.members.person") is None


@pytest.mark.parametrize(
    ("file", "old", "new", "name"),
    [
        ("indicators.yml", "theme: health,", "theme: healht,", "hea_interpretation"),
        ("indicators.yml", "also: [cross_sector_housing_health]", "also: [housing]", "hea_interpretation"),
        ("indicators.yml", "level: context, source: census", "level: final, source: census", "wor_overqualified"),
        ("indicators.yml", "source: census, result", "source: dream, result", "wor_overqualified"),
        ("indicators.yml", "result: fitting_jobs", "result: jobs", "wor_overqualified"),
        ("indicators.yml", "id: par_trust", "id: par_lived", "par_lived"),
        ("indicators.yml", "id: par_trust, theme: partnership,", "id: par_trust,", "par_trust"),
        ("indicators.yml", "id: par_trust,", "id: par_trust, colour: red,", "par_trust"),
        ("indicators.yml", "priority: priority,", "priority: theme,", "action_plan.actions.indicator"),
        ("indicators.yml", "fills: {level: level,", "fills: {colour: level,", "implementation.indicators.indicator"),
        ("indicators.yml", "levels: [immediate, intermediate]}", "levels: [soon]}", "action_plan.actions.indicator"),
        ("results.yml", "horizon: support, facts: [survey]", "horizon: never, facts: [survey]", LAST_RESULT),
        ("results.yml", "facts: [survey]", "facts: [rumour]", LAST_RESULT),
        ("results.yml", ", facts: [survey]", "", LAST_RESULT),
    ],
)  # fmt: skip
def test_a_malformed_file_is_refused_with_its_line_and_id(
    file: str, old: str, new: str, name: str, folder: Path
) -> None:
    line = changed(folder, file, old, new)
    with pytest.raises(DefinitionFault) as refused:
        load_library(folder, KNOWN.definitions)
    assert (refused.value.name, Path(refused.value.file).name) == (name, file)
    assert refused.value.line in (line, 1), "a key that is missing has no line of its own"


def test_a_list_that_is_missing_is_refused(folder: Path) -> None:
    changed(folder, "indicators.yml", "sources: [", "sauces: [")
    with pytest.raises(DefinitionFault, match="sources: is missing"):
        load_library(folder, KNOWN.definitions)


def test_a_file_without_keys_is_refused(folder: Path) -> None:
    (folder / "results.yml").write_text("nothing", encoding="utf-8")
    with pytest.raises(DefinitionFault, match="key: value"):
        load_library(folder, KNOWN.definitions)
