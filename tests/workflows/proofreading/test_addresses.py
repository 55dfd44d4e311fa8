"""Addresses that are written twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from workflows.knowledge import DEFINITIONS
from workflows.proofreading.addresses import OPENED, addresses, listed
from workflows.wording import Phrasebook

TWO = """resources:
  - id: one
    url_en: "https://a.example/page"
    url_fr: "https://a.example/fr"
    successor_url: "https://b.example/"
  - id: two
    url_en: "{second}"
"""


def book(text: str = "") -> Phrasebook:
    words = {"interface.x": text} if text else {}
    places = {"interface.x": ("content/en/interface.yml", 3)}
    return Phrasebook({"en": dict(words), "fr": dict(words)}, {"en": places, "fr": places})


def catalogue(folder: Path, second: str) -> Path:
    path = folder / "resources.yml"
    path.write_text(TWO.format(second=second))
    return path


@pytest.mark.parametrize(
    "second", ["https://a.example/page", "http://www.a.example/page/", "https://a.example/page#part"]
)
def test_one_page_of_two_resources_is_a_fault_however_it_is_spelled(second: str, tmp_path: Path) -> None:
    (fault,) = addresses(catalogue(tmp_path, second), book())
    assert "resources.yml:7: two: " in fault
    assert "resources.yml:3 (one)" in fault


@pytest.mark.parametrize("second", ["https://a.example/page?id=2", "https://b.example/", "https://c.example/page"])
def test_another_page_and_what_came_after_another_are_not(second: str, tmp_path: Path) -> None:
    assert addresses(catalogue(tmp_path, second), book()) == []


def test_an_address_in_words_that_the_catalogue_has_is_a_fault_and_its_twin_is_not_a_second_one(tmp_path: Path) -> None:
    path = catalogue(tmp_path, "https://c.example/")
    (fault,) = addresses(path, book("See https://a.example/page."))
    assert fault.startswith("content/en/interface.yml:3: interface.x: ")
    assert addresses(path, book("See https://d.example/page.")) == []


def test_what_a_card_opens_is_listed_with_its_place_and_once_for_a_resource(tmp_path: Path) -> None:
    found = list(listed(catalogue(tmp_path, "https://c.example/"), OPENED))
    assert [(one.resource, one.way) for one in found] == [
        ("one", "url_en"), ("one", "url_fr"), ("one", "successor_url"), ("two", "url_en"),
    ]  # fmt: skip
    assert found[0].place.endswith("resources.yml:3")
    assert len(list(listed(DEFINITIONS / "resources.yml", OPENED))) > 60
