"""The letterhead that a project keeps, and what of it may reach a page."""

from __future__ import annotations

import base64
import datetime as dt
from io import BytesIO

import pytest
from PIL import Image

from tests.support.walker import the_guide
from workflows import letterhead
from workflows.documents import Meta
from workflows.documents.palette import contrast, readable
from workflows.errors import Refusal
from workflows.letterhead import COLOURS, PALER, colour_of, dressed, fits, line_of, logo_of, set_part, shade, stands
from workflows.project import Letterhead, Project

META = Meta("Title", "en", False, dt.date(2026, 11, 22), "0.1", "Kenora LIP", "{page}/{pages}")


def logo() -> str:
    out = BytesIO()
    Image.new("RGB", (90, 30)).save(out, "PNG")
    return letterhead.as_text(out.getvalue())


def test_every_offered_colour_can_be_read_and_has_a_name_in_both_languages() -> None:
    book = the_guide().book
    assert all(contrast(colour) >= 4.5 for colour in COLOURS.values())
    for name in COLOURS:
        for language in ("en", "fr"):
            assert colour_of(str(book.words[language][f"letterhead.colours.{name}"]), book) == COLOURS[name]


@pytest.mark.parametrize("name", ["orange", "yellow", "jaune", "rose"])
def test_a_pale_name_has_a_shade(name: str) -> None:
    colour = colour_of(name, the_guide().book)
    assert colour in PALER.values()
    assert shade(colour) != colour


@pytest.mark.parametrize("text", ["", "#12", "#1a5f7", "1a5f7a0", "#gggggg", "url(x)", "none", "\u0661\u0662\u0663"])
def test_no_colour(text: str) -> None:
    assert colour_of(text, the_guide().book) is None


def test_a_change_is_a_new_revision_and_no_change_is_none() -> None:
    project = Project("p", 2026)
    assert set_part(project, "line", "705 555-0100")
    assert project.revision == 1
    assert not set_part(project, "line", "705 555-0100")
    assert project.revision == 1
    assert Project.from_data(project.to_data()).letterhead == project.letterhead


def test_a_project_of_an_older_release_has_none() -> None:
    data = Project("p", 2026).to_data()
    del data["letterhead"]
    assert Project.from_data(data).letterhead == Letterhead()


def test_a_draft_wears_it() -> None:
    project = Project("p", 2026, letterhead=Letterhead("#7a1f3d", "705 555-0100", logo()))
    meta = dressed(META, project, the_guide().book)
    assert (meta.accent, meta.contact) == ("#7a1f3d", "705 555-0100")
    assert meta.logo is not None
    assert (meta.logo.width, meta.logo.height) == (90, 30)
    assert "Kenora LIP" in meta.logo.alt


@pytest.mark.parametrize("kept", ["no base64", base64.b64encode(b"no picture").decode(), "\ud800", logo()[:40]])
def test_what_somebody_changed_in_a_file_is_left_out(kept: str) -> None:
    project = Project("p", 2026, letterhead=Letterhead("#ffff00", "", kept))
    meta = dressed(META, project, the_guide().book)
    assert meta.logo is logo_of(kept) is None
    assert meta.accent == readable("#ffff00")
    assert dressed(META, Project("p", 2026, letterhead=Letterhead("red; }")), the_guide().book).accent == ""


def test_a_line_is_one_line_of_at_most_120_characters() -> None:
    assert line_of(" a\n b\u202e ") == "a b"
    assert line_of("x" * 120)
    for text in ("x" * 121, "", "\u200b"):
        with pytest.raises(Refusal):
            line_of(text)


@pytest.mark.parametrize(
    ("value", "known"),
    [
        ("", True),
        ("logo", True),
        ("accent.#7a1f3d", True),
        ("accent.#ffff00", False),
        ("line.#7a1f3d", False),
        ("x", False),
    ],
)
def test_a_stored_place_means_something(value: str, known: bool) -> None:
    assert stands(value) is known


@pytest.mark.parametrize(
    ("verb", "value", "known"),
    [
        ("letterhead", "", True),
        ("letterhead", "line", True),
        ("letterhead", "x", False),
        ("accent", "#7a1f3d", True),
        ("accent", "#ffff00", False),
        ("accent", "", False),
        ("plain", "logo", True),
        ("plain", "", False),
    ],
)
def test_a_button_means_something(verb: str, value: str, known: bool) -> None:
    assert fits(verb, value) is known
