"""What `lip-guide check` finds in a copy of definitions and words that was broken by hand."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from workflows.checks import check
from workflows.knowledge import CONTENT, DEFINITIONS

WHERE = re.compile(r"^(?P<file>[^:\n]+):(?P<line>\d+): ")


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of both folders."""
    shutil.copytree(DEFINITIONS, tmp_path / "definitions")
    shutil.copytree(CONTENT, tmp_path / "content")
    return tmp_path


def found(house: Path) -> list[str]:
    return check(house / "definitions", house / "content")


def changed(house: Path, file: str, old: str, new: str) -> int:
    """Replace `old` by `new` once in `file`; returns the line on which it stood."""
    path = house / file
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} does not stand in {file}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def only(house: Path, *pieces: str) -> str:
    """The one fault, which names each of `pieces`."""
    faults = found(house)
    assert len(faults) == 1, "\n".join(faults)
    assert WHERE.match(faults[0])
    for piece in pieces:
        assert piece in faults[0], faults[0]
    return faults[0]


def test_the_product_has_no_fault(house: Path) -> None:
    assert found(house) == []


def test_a_missing_french_key_is_found_with_the_english_line(house: Path) -> None:
    changed(house, "content/fr/interface.yml", '  not_sure: "', '  not_shure: "')
    faults = found(house)
    assert any("interface." in fault and "not_sure" in fault and "en/interface.yml" in fault for fault in faults)
    assert any("not_shure" in fault and "fr/interface.yml" in fault for fault in faults)


def test_a_question_without_words_in_either_language_is_found(house: Path) -> None:
    changed(
        house,
        "definitions/01_council.yml",
        "  - {id: supports,",
        "  - {id: snacks, kind: text, longest: 9}\n  - {id: supports,",
    )
    faults = found(house)
    assert any("steps.council.questions.snacks.ask" in fault for fault in faults)
    assert all("snacks" in fault for fault in faults)


def test_words_that_belong_to_nothing_are_found_with_their_line(house: Path) -> None:
    for language in ("en", "fr"):
        line = changed(house, f"content/{language}/lists.yml", "scale_of_five:", 'nobody: "Zero"\nscale_of_five:')
    faults = found(house)
    assert any("nobody" in fault and f"lists.yml:{line}:" in fault for fault in faults)


def test_a_placeholder_in_one_language_only_is_found_with_its_line(house: Path) -> None:
    text = (house / "content/fr/interface.yml").read_text(encoding="utf-8")
    line = next(n for n, one in enumerate(text.splitlines(), 1) if "{reference}" in one)
    changed(house, "content/fr/interface.yml", "{reference}", "{referense}")
    assert f"fr/interface.yml:{line}:" in only(house, "interface.errors.apology")


def test_a_plural_in_one_language_only_is_found(house: Path) -> None:
    text = (house / "content/fr/interface.yml").read_text(encoding="utf-8")
    (line,) = [one for one in text.splitlines() if one.startswith("  row_added:")]
    changed(house, "content/fr/interface.yml", line, '  row_added: "{n}"')
    faults = found(house)
    assert any("is a plural in one language only" in fault for fault in faults)
    assert all("interface.notices.row_added" in fault for fault in faults)


def test_a_key_that_stands_twice_is_found_with_its_line(house: Path) -> None:
    path = house / "content/fr/glossary.yml"
    path.write_text(path.read_text(encoding="utf-8") + '\nlip:\n  term: "x"\n', encoding="utf-8")
    last = len(path.read_text(encoding="utf-8").splitlines())
    fault = only(house, "glossary.yml")
    assert "twice" in fault
    assert int(WHERE.match(fault)["line"]) == last - 1  # type: ignore[index]


def test_a_value_that_is_no_text_is_found(house: Path) -> None:
    path = house / "content/en/topics.yml"
    path.write_text(path.read_text(encoding="utf-8") + "\nmore: [a, b]\n", encoding="utf-8")
    only(house, "topics.yml", "more")


def test_an_unknown_id_in_a_definition_is_found_with_its_line(house: Path) -> None:
    line = changed(house, "definitions/01_council.yml", "to: council.working_groups", "to: council.committees")
    assert f"01_council.yml:{line}:" in only(house, "council.action_teams.group", "council.committees")


def test_french_that_breaks_a_rule_of_typography_is_found_with_its_line(house: Path) -> None:
    text = (house / "content/fr/interface.yml").read_text(encoding="utf-8")
    line = next(n for n, one in enumerate(text.splitlines(), 1) if one.startswith('  home: "'))
    changed(house, "content/fr/interface.yml", '  home: "', "  home: \"L'")
    assert f"fr/interface.yml:{line}:" in only(house, "interface.", "apostrophe")


def test_a_resource_without_words_is_found(house: Path) -> None:
    changed(house, "definitions/resources.yml", "  - id: lip_handbook", "  - id: lip_notebook")
    faults = found(house)
    assert any("resources.lip_notebook.title" in fault for fault in faults)
    assert any("resources.lip_handbook" in fault for fault in faults)


@pytest.mark.parametrize(
    "file",
    [
        "content/fr/interface.yml",
        "content/en/steps/01_council.yml",
        "definitions/journey.yml",
        "definitions/resources.yml",
        "content/fr/documents/action_plan.md.j2",
    ],
)
def test_a_file_that_is_missing_is_found_and_stops_nothing_else(file: str, house: Path) -> None:
    (house / file).unlink()
    assert found(house)


def test_two_ids_with_one_code_are_found(house: Path) -> None:
    changed(house, "definitions/lists.yml", "months: [january", "months: [n10814, n45768, january")
    assert any("n10814" in fault and "n45768" in fault for fault in found(house))


def test_sentences_that_an_editor_would_mend_are_found_with_their_lines(house: Path) -> None:
    file = "content/fr/interface.yml"
    told = []
    for start, text, fault in (
        ("  steps: ", "Le comité de pilotage se réunit.", "rejected form"),
        ("  choose: ", "Nommez the council.", "other language"),
        ("  photo: ", "Le LIP se réunit.", "official name"),
        ("  sticker: ", " ".join(["mot"] * 31) + ".", "a sentence of 31 words"),
    ):
        lines = (house / file).read_text(encoding="utf-8").splitlines()
        line = next(one for one in lines if one.startswith(start))
        told.append((changed(house, file, line, f'{start}"{text}"'), fault))
    faults = found(house)
    assert len(faults) == len(told), "\n".join(faults)
    for number, fault in told:
        assert any(f"fr/interface.yml:{number}:" in one and fault in one for one in faults), fault


def test_a_word_that_nothing_uses_is_found_in_both_languages_with_its_line(house: Path) -> None:
    for language in ("en", "fr"):
        changed(house, f"content/{language}/interface.yml", "home:\n", 'home:\n  farewell: "Adieu"\n')
    faults = found(house)
    assert len(faults) == 2
    assert all("interface.home.farewell: nothing uses these words" in fault for fault in faults)


def test_an_address_that_is_written_twice_is_found(house: Path) -> None:
    changed(house, "definitions/resources.yml", "https://open.canada.ca", "https://ubcmigrationdatahub.ca/about/")
    path = house / "definitions/resources.yml"
    path.write_text(path.read_text("utf-8").replace('successor_url: "https://ubc', 'url_en: "https://ubc'), "utf-8")
    only(house, "ircc_open_french", "stands also at", "ubc_datahub")


def test_a_button_that_is_too_long_and_an_example_that_is_refused_are_found_when_all_else_is_well(house: Path) -> None:
    changed(house, "content/fr/interface.yml", '  home: "Accueil"', f'  home: "{"Accueil " * 9}"')
    changed(
        house,
        "content/en/steps/00_profile.yml",
        '    example: "Riverbend Multicultural',
        '    example: "; ; ;\\nRiverbend Multicultural',
    )
    faults = found(house)
    assert any("interface.buttons.home" in fault and "at most 60" in fault for fault in faults)
    assert any("profile.questions.services.example" in fault and "Correct the example" in fault for fault in faults)
