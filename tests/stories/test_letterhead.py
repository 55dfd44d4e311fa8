"""A partnership's own look: a logo, a colour and a contact line, set in the chat and seen in the drafts."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from PIL import Image

from bot.telegram_in_memory import Failure
from tests.stories.telling import arrives, exported, project_of
from tests.support.house import House
from tests.support.person import Person
from workflows.letterhead import COLOURS, logo_of
from workflows.pictures import LARGEST_FILE


def picture(form: str = "PNG", size: tuple[int, int] = (300, 100)) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, "#7a1f3d").save(out, form)
    return out.getvalue()


async def opens_letterhead(person: Person, part: str) -> None:
    await person.says("/draft")
    await person.taps(press=("letterhead",))
    await person.taps(press=("letterhead", "", part))


async def sends(person: Person, name: str, data: bytes, told_size: int | None = None) -> None:
    """She sends a file; Telegram tells its size, unless it tells another."""
    person.house.api.chats.files[name] = data
    size = len(data) if told_size is None else told_size
    await person.shows(document={"file_id": name, "file_unique_id": name, "file_size": size})


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_a_logo_a_colour_and_a_line_reach_the_next_draft(house: House, language: str) -> None:
    amina = await arrives(house, "Amina", language)
    await opens_letterhead(amina, "logo")
    amina.sees("letterhead.ask.logo")
    await sends(amina, "logo.png", picture())
    amina.sees("letterhead.kept.logo", "letterhead.logo_is", "letterhead.none.line")
    await amina.taps(press=("letterhead", "", "accent"))
    await amina.taps(press=("accent", "", COLOURS["burgundy"]))
    amina.sees("letterhead.kept.accent", "letterhead.colours.burgundy")
    await amina.taps(press=("letterhead", "", "line"))
    await amina.says("www.example.ca · 705 555-0100")
    amina.sees("letterhead.kept.line")

    await amina.says("/draft")
    await amina.taps(press=("document", "terms-of-reference"))
    await amina.taps(press=("draft", "terms-of-reference", f"{language}.docx"))
    with ZipFile(BytesIO(amina.documents[-1][1])) as parts:
        names = [name for name in parts.namelist() if "media" in name]
        header, footer = (parts.read(f"word/{name}1.xml").decode() for name in ("header", "footer"))
        styles = parts.read("word/styles.xml").decode()
    assert names
    assert "<w:drawing>" in header
    assert "705 555-0100" in footer
    assert "7A1F3D" in styles
    assert "1F4E5F" not in styles


async def test_each_part_is_taken_away_again(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    await opens_letterhead(amina, "line")
    await amina.says("705 555-0100")
    for name, data in (("l.jpg", picture("JPEG")),):
        await sends(amina, name, data)
    assert logo_of((await project_of(house, amina)).letterhead.logo)
    for part in ("logo", "line"):
        await amina.taps(press=("letterhead", "", part))
        await amina.taps(press=("plain", "", part))
        amina.sees(f"letterhead.removed.{part}", f"letterhead.none.{part}")
    kept = (await project_of(house, amina)).letterhead
    assert (kept.logo, kept.line) == ("", "")


async def test_a_photo_is_taken_in_its_largest_size(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    await opens_letterhead(amina, "logo")
    house.api.chats.files["large"] = picture("JPEG", (600, 200))
    sizes = [{"file_id": name, "file_unique_id": name, "width": 9, "height": 3} for name in ("small", "large")]
    await amina.shows(photo=sizes)
    amina.sees("letterhead.kept.logo")


@pytest.mark.parametrize(
    ("data", "told_size", "why"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", None, "not_a_picture"),
        (picture()[:50], None, "damaged"),
        (b"x", 20 * 1024 * 1024, "too_heavy"),
        (bytes(LARGEST_FILE + 1), 10, "too_heavy"),
        (bytes(LARGEST_FILE + 1), 0, "too_heavy"),
        (picture(size=(10, 10)), None, "too_small"),
    ],
)
async def test_what_cannot_be_a_logo_is_told_in_one_sentence(
    house: House, data: bytes, told_size: int | None, why: str
) -> None:
    amina = await arrives(house, "Amina", "fr")
    await opens_letterhead(amina, "logo")
    await sends(amina, "f", data, told_size)
    amina.sees(f"letterhead.refused.{why}", "letterhead.ask.logo")
    assert (await project_of(house, amina)).letterhead.logo == ""


async def test_a_heavy_file_is_not_even_fetched(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    await opens_letterhead(amina, "logo")
    await sends(amina, "f", picture(), 20 * 1024 * 1024)
    assert house.counts["getFile"] == 0


async def test_a_picture_that_telegram_does_not_give_can_be_sent_again(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    await opens_letterhead(amina, "logo")
    house.api.fail("getFile", Failure(0))
    await sends(amina, "f", picture())
    amina.sees("letterhead.refused.not_fetched")
    await sends(amina, "f", picture())
    amina.sees("letterhead.kept.logo")


async def test_elsewhere_a_picture_is_no_answer_and_is_not_fetched(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    await amina.says("/home")
    await sends(amina, "f", picture())
    amina.sees("interface.other.file")
    assert house.counts["getFile"] == 0


async def test_a_pale_colour_is_answered_with_the_nearest_shade_that_can_be_read(house: House) -> None:
    amina = await arrives(house, "Amina", "fr")
    await opens_letterhead(amina, "accent")
    await amina.says("jaune")
    amina.sees("letterhead.refused.too_pale")
    assert (await project_of(house, amina)).letterhead.accent == ""
    await amina.taps(press=("accent",))
    amina.sees("letterhead.kept.accent")
    assert (await project_of(house, amina)).letterhead.accent.startswith("#")


@pytest.mark.parametrize(
    ("typed", "kept"), [("#1a5f7a", "#1a5f7a"), ("1A5F7A", "#1a5f7a"), ("#036", "#003366"), ("Bleu marine", "#1f3a6e")]
)
async def test_a_colour_may_be_typed_as_a_code_or_a_name_of_either_language(
    house: House, typed: str, kept: str
) -> None:
    amina = await arrives(house, "Amina", "en")
    await opens_letterhead(amina, "accent")
    await amina.says(typed)
    assert (await project_of(house, amina)).letterhead.accent == kept


async def test_what_is_no_colour_and_a_line_too_long_are_refused(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    await opens_letterhead(amina, "accent")
    await amina.says("#12345")
    amina.sees("letterhead.refused.no_colour")
    await opens_letterhead(amina, "line")
    await amina.says("x" * 121)
    amina.sees("interface.refused.too_long", "letterhead.ask.line")
    await amina.says("\u2066 \u2069")
    amina.sees("interface.refused.empty")
    assert (await project_of(house, amina)).letterhead.line == ""


async def test_it_travels_with_the_export(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    await opens_letterhead(amina, "logo")
    await sends(amina, "f", picture())
    await amina.says("/export")
    kept = (await project_of(house, amina)).letterhead.logo
    assert exported(amina.documents[-1][1])["letterhead"]["logo"] == kept
