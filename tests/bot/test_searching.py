"""`lip-guide search`: ids and scores, best first, and an empty list when nothing fits."""

from __future__ import annotations

import json

import pytest

from bot.__main__ import main
from tests.support.walker import the_guide


def asked(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["search", *words]) == 0
    return capsys.readouterr().out


def test_json_is_a_list_of_ids_and_scores_best_first(capsys: pytest.CaptureFixture[str]) -> None:
    hits = json.loads(asked(capsys, "qui", "peut", "tenir", "l'accord?", "--language", "fr", "--json"))
    assert hits[0]["id"] == "lip_secretariat_start"
    assert all(set(hit) == {"id", "score"} for hit in hits)
    assert [hit["score"] for hit in hits] == sorted((hit["score"] for hit in hits), reverse=True)


def test_it_gives_the_same_answers_as_the_bot_under_the_public_ids(capsys: pytest.CaptureFixture[str]) -> None:
    hits = json.loads(asked(capsys, "federal handbook", "--json"))
    found = the_guide().knowledge.search.find("federal handbook", "en")
    public = {resource.id: resource.public_id for resource in the_guide().knowledge.catalogue.resources}
    assert [hit["id"] for hit in hits] == [public[name] for name, _ in found]
    assert "seed_lip_handbook" in [hit["id"] for hit in hits]


@pytest.mark.parametrize("words", ["zzzz", "my visa was refused", "?!", ""])
def test_nothing_that_fits_is_an_empty_list(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert json.loads(asked(capsys, words, "--json")) == []
    assert asked(capsys, words) == ""


def test_without_json_a_line_has_score_id_and_title(capsys: pytest.CaptureFixture[str]) -> None:
    first = asked(capsys, "quorum", "--language", "fr").splitlines()[0]
    assert "tor_london_middlesex" in first
    assert "London et Middlesex" in first
