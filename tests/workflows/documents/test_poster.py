"""The poster: one page whatever stands on it, both names, and an address that a telephone can read."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pytest

from tests.support.drafting import LANGUAGES, TODAY, built, give, marks, shipped, short_path, text
from workflows.documents import write
from workflows.documents.blocks import Figure, Link, Mark, walk
from workflows.documents.measures import PORTRAIT, POSTER_SIZES, poster_size
from workflows.documents.poster_context import poster
from workflows.documents.poster_fields import Poster
from workflows.documents.qr import qr_code
from workflows.letterhead import set_part
from workflows.project import Project

ADDRESS = "https://example.ca/lip"


def told(project: Project, language: str = "en") -> Poster:
    known = shipped()
    return poster(project, known.definitions, known.book, language, TODAY, "0.1")


def crowded() -> Project:
    """A project whose every text on the poster is as long as it may be."""
    project = short_path()
    for name in ("name_en", "name_fr"):
        give(project, f"profile.{name}", "Wide words " * 10 + "and more")
    give(project, "profile.convener", "W" * 120)
    give(project, "council.first_meeting", "2027-09-28")
    give(project, "council.first_meeting_place", "Long place " * 14)
    give(project, "council.contact_link", f"{ADDRESS}/{'a' * 170}")
    give(project, "council.supports", list(shipped().definitions.question("council.supports").options))
    return project


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("project", [Project("p", 2026), short_path(), crowded()], ids=["blank", "short", "crowded"])
def test_it_is_one_page(project: Project, language: str) -> None:
    pages = pikepdf.open(BytesIO(write(built(project, "poster", language), "pdf"))).pages
    assert len(pages) == 1


def test_more_text_is_set_smaller_and_always_in_a_known_size() -> None:
    sizes = []
    for project in (Project("p", 2026), crowded()):
        (container,) = built(project, "poster").blocks
        sizes.append(poster_size(container.blocks, PORTRAIT))  # type: ignore[union-attr]
    assert sizes[0] > sizes[1]
    assert set(sizes) <= set(POSTER_SIZES)


def test_both_names_stand_on_it() -> None:
    project = Project("p", 2026)
    give(project, "profile.name_en", "Kenora LIP")
    give(project, "profile.name_fr", "PLI de Kenora")
    for language in LANGUAGES:
        said = text(built(project, "poster", language))
        assert "Kenora LIP" in said
        assert "PLI de Kenora" in said


def test_the_address_is_printed_beside_its_code_which_says_where_it_leads() -> None:
    project = Project("p", 2026)
    give(project, "council.contact_link", ADDRESS)
    document = built(project, "poster")
    (figure,) = (block for block in walk(document.blocks) if isinstance(block, Figure))
    assert ADDRESS in figure.alt
    assert told(project).link == Link(ADDRESS, ADDRESS)
    assert ADDRESS in text(document)
    word = write(document, "docx")
    assert word.startswith(b"PK")


@pytest.mark.parametrize("address", [None, "javascript:alert(1)", "example", "https://a b.ca"])
def test_without_a_web_address_there_is_a_mark_and_no_code(address: str | None) -> None:
    project = Project("p", 2026)
    if address:
        give(project, "council.contact_link", address)
    found = told(project)
    assert (found.link, found.qr) == (None, None)
    assert isinstance(found.link_open, Mark)
    assert found.link_open.text in marks(built(project, "poster"), "open")


def test_a_meeting_that_is_over_is_not_announced() -> None:
    project = Project("p", 2026)
    give(project, "council.first_meeting", "2026-01-05")
    give(project, "council.first_meeting_place", "Library")
    found = told(project)
    assert isinstance(found.when, Mark)
    assert isinstance(found.where, Mark)
    give(project, "council.first_meeting", TODAY.isoformat())
    assert (told(project).when, told(project).where) == ("November 22, 2026", "Library")


def test_the_contact_line_of_the_letterhead_is_the_one_to_call() -> None:
    project = Project("p", 2026)
    assert isinstance(told(project).contact, Mark)
    set_part(project, "line", "Public Library, 807-555-0100")
    assert told(project).contact == "Public Library, 807-555-0100"


def test_it_asks_for_the_sectors_without_a_voice() -> None:
    book = shipped().book.words["en"]
    project = short_path()
    wanted = told(project).wanted or ""
    assert str(book["documents.clauses.sectors.employers"]) in wanted
    assert str(book["documents.clauses.sectors.libraries"]) not in wanted
    sectors = list(shipped().definitions.lists["council_sectors"])
    give(project, "council.members", [{"organization": "All", "sectors": sectors}])
    assert told(project).wanted is None


def test_a_code_is_square_with_a_quiet_zone_of_four_modules() -> None:
    one, other = qr_code(ADDRESS, "a"), qr_code(f"{ADDRESS}/2", "a")
    assert one == qr_code(ADDRESS, "a")
    assert one.svg != other.svg
    side = re.search(r'viewBox="0 0 (\d+) (\d+)"', one.svg)
    assert side is not None
    assert side[1] == side[2]
    places = {(int(x), int(y)) for x, y in re.findall(r"M(\d+) (\d+)h", one.svg)}
    last = int(side[1]) - 5
    assert min(min(place) for place in places) == 4
    assert max(max(place) for place in places) == last
    # The three finder patterns (ISO/IEC 18004, 6.3.3): a dark ring of seven modules in three corners.
    for x, y in ((4, 4), (last - 6, 4), (4, last - 6)):
        assert all((x + step, y) in places and (x, y + step) in places for step in range(7))
