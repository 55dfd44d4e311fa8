"""What a person reads about addresses: what is gone first, where it is written, and what to do."""

from __future__ import annotations

import json

import pytest

from bot.link_report import Asked, as_json, exit_code, told
from bot.links import Reply, State

GONE = Asked("r.yml:3", "handbook", "url_en", "https://a.example/gone")
MOVED = Asked("r.yml:9", "portal", "url_fr", "https://a.example/old")
SILENT = Asked("r.yml:12", "data", "url_en", "https://b.example/")
WELL = Asked("r.yml:15", "plan", "url_en", "https://c.example/")
REPLIES = {
    GONE.url: Reply(GONE.url, "gone", 404),
    MOVED.url: Reply(MOVED.url, "moved", 200, "https://a.example/", "front page"),
    SILENT.url: Reply(SILENT.url, "no_answer", note="time-out"),
    WELL.url: Reply(WELL.url, "works", 200),
}


def test_what_is_gone_comes_first_with_its_place_its_resource_and_what_to_do() -> None:
    lines = list(told([WELL, SILENT, MOVED, GONE], REPLIES))
    places = [
        next(n for n, line in enumerate(lines) if line.startswith(title))
        for title in ("Gone", "Moved", "No answer", "Works (1)")
    ]
    assert places == sorted(places)
    assert "  r.yml:3: handbook: url_en: https://a.example/gone" in lines
    assert any("successor_url" in line for line in lines)


def test_a_moved_address_says_where_and_that_a_front_page_is_not_the_page() -> None:
    (line,) = [line for line in told([MOVED], REPLIES) if "now at" in line]
    assert "https://a.example/" in line
    assert "front page" in line


def test_silence_says_why() -> None:
    assert any("time-out" in line for line in told([SILENT], REPLIES))


def test_an_address_that_works_is_counted_and_not_listed() -> None:
    assert not any("c.example" in line for line in told([WELL], REPLIES))


def test_json_holds_every_address_and_its_reply() -> None:
    rows = json.loads(as_json([GONE, WELL], REPLIES))
    assert [(row["resource"], row["state"], row["status"]) for row in rows] == [
        ("handbook", "gone", 404),
        ("plan", "works", 200),
    ]
    assert rows[0]["place"] == "r.yml:3"


@pytest.mark.parametrize(("state", "code"), [("gone", 1), ("moved", 0), ("no_answer", 0), ("works", 0)])
def test_the_exit_code_is_1_only_when_something_is_gone(state: State, code: int) -> None:
    assert exit_code([Reply("a", "works"), Reply("b", state)]) == code
