"""The resources by step, by theme and by id, and what a malformed file is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.walker import the_guide
from workflows.catalogue import load_catalogue
from workflows.errors import DefinitionFault
from workflows.wording import LANGUAGES

FILE = """\
resources:
  - id: basket
    url_en: "https://example.org/basket"
    publisher: {en: "Basket makers", fr: "Vannerie"}
    year: "2013"
    languages: [en]
    kind: toolbox
    steps: [food]
    themes: [weaving]
    status: moved
    deck: true
  - id: blanket
    url_fr: "https://example.org/couverture"
    successor_url: "https://example.org/new"
    publisher: "Mill"
    languages: [fr]
    kind: guide
    steps: [food, day]
    themes: [weaving, wool]
    status: live
"""


def written(folder: Path, old: str = "", new: str = "") -> Path:
    assert old in FILE
    path = folder / "resources.yml"
    path.write_text(FILE.replace(old, new, 1) if old else FILE, encoding="utf-8")
    return path


def test_resources_are_found_by_step_theme_and_id(tmp_path: Path) -> None:
    catalogue = load_catalogue(written(tmp_path), ("guests", "food", "day"))
    assert [one.id for one in catalogue.for_step("food")] == ["basket", "blanket"]
    assert [one.id for one in catalogue.for_step("day")] == ["blanket"]
    assert [one.id for one in catalogue.for_theme("wool")] == ["blanket"]
    assert catalogue.themes == ("weaving", "wool")
    assert catalogue.get("gone") is None


def test_a_step_without_resources_of_its_own_gets_those_of_the_presentation(tmp_path: Path) -> None:
    catalogue = load_catalogue(written(tmp_path), ("guests", "food", "day"))
    assert [one.id for one in catalogue.for_step("guests")] == ["basket"]


def test_the_best_address_is_the_reader_s_then_the_other_one_then_the_successor(tmp_path: Path) -> None:
    catalogue = load_catalogue(written(tmp_path), ("food", "day"))
    basket, blanket = catalogue.resources
    assert basket.url("fr") == basket.url("en") == "https://example.org/basket"
    assert blanket.url("en") == "https://example.org/couverture"
    gone = load_catalogue(written(tmp_path, '    url_fr: "https://example.org/couverture"\n', ""), ("food", "day"))
    assert gone.resources[1].url("fr") == "https://example.org/new"
    assert (basket.publisher["fr"], blanket.publisher["fr"]) == ("Vannerie", "Mill")


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        ("id: blanket", "id: basket", "basket"),
        ("year:", "yaer:", "basket"),
        ("steps: [food, day]", "steps: [food, night]", "blanket"),
        ("    steps: [food]\n", "", "basket"),
        ("    kind: toolbox\n", "", "basket"),
        ('    publisher: "Mill"\n', "", "blanket"),
    ],
)
def test_a_malformed_resource_is_refused_with_its_line_and_id(old: str, new: str, name: str, tmp_path: Path) -> None:
    with pytest.raises(DefinitionFault) as refused:
        load_catalogue(written(tmp_path, old, new), ("food", "day"))
    assert (refused.value.name, Path(refused.value.file).name) == (name, "resources.yml")
    assert refused.value.line in (2, 11, 12)


def test_the_five_of_the_presentation_come_first_and_every_address_is_one() -> None:
    catalogue = the_guide().knowledge.catalogue
    assert [one.deck for one in catalogue.resources[:6]] == [True] * 5 + [False]
    for one in catalogue.resources:
        for address in (*one.urls.values(), one.original, one.successor, one.archive):
            assert not address or address.startswith(("https://", "http://")), one.id
        assert set(one.languages) & set(LANGUAGES), one.id
        assert set(one.publisher) == set(LANGUAGES)


def test_every_kind_status_and_theme_has_words() -> None:
    book = the_guide().book
    for one in the_guide().knowledge.catalogue.resources:
        names = [f"kinds.{one.kind}", f"statuses.{one.status}", *(f"themes.{theme}" for theme in one.themes)]
        assert all(book.has(f"topics.{name}", language) for name in names for language in LANGUAGES), one.id
