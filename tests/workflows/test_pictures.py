"""A logo: what may become one, what is kept of it, and one clear sentence for everything else."""

from __future__ import annotations

import random
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from workflows.errors import Refusal
from workflows.pictures import LARGEST_FILE, LARGEST_KEPT, logo, opened, too_heavy

NOISE = random.Random(4).randbytes(800 * 800 * 3)


def picture(form: str = "PNG", size: tuple[int, int] = (300, 100), mode: str = "RGB", **more: object) -> bytes:
    out = BytesIO()
    Image.new(mode, size).save(out, form, **more)
    return out.getvalue()


def refused(data: bytes) -> str:
    with pytest.raises(Refusal) as told:
        logo(data)
    return told.value.key.removeprefix("letterhead.refused.")


@pytest.mark.parametrize(
    ("form", "mode"),
    [("PNG", mode) for mode in ("RGB", "RGBA", "L", "LA", "P", "1", "I;16")]
    + [("JPEG", m) for m in ("RGB", "L", "CMYK")],
)
def test_every_kind_of_png_and_jpeg_can_be_kept(form: str, mode: str) -> None:
    kept = logo(picture(form, mode=mode))
    assert opened(kept).size == (300, 100)
    assert opened(kept).mode == "RGB"
    assert opened(logo(kept)).size == opened(kept).size


def test_a_large_one_is_made_small_in_its_own_proportions() -> None:
    assert opened(logo(picture(size=(4000, 1000)))).size == (720, 180)
    assert opened(logo(picture(size=(400, 4000)))).size == (24, 240)


def test_whatever_it_shows_it_stays_light() -> None:
    out = BytesIO()
    Image.frombytes("RGB", (800, 800), NOISE).save(out, "JPEG", quality=60)
    assert len(logo(out.getvalue())) <= LARGEST_KEPT


def test_clear_parts_become_paper_and_a_turned_photo_stands_upright() -> None:
    clear = opened(logo(picture(mode="RGBA")))
    assert clear.getpixel((0, 0)) == (255, 255, 255)
    turned = Image.Exif()
    turned[0x0112] = 6
    assert opened(logo(picture("JPEG", exif=turned))).size == (80, 240)


def test_nothing_but_the_picture_is_kept() -> None:
    secret = Image.Exif()
    secret[0x010E] = "taken at home"
    assert b"taken at home" not in logo(picture("JPEG", exif=secret))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "not_a_picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not_a_picture"),
        (b"%PDF-1.7", "not_a_picture"),
        (picture("GIF"), "not_a_picture"),
        (picture("BMP"), "not_a_picture"),
        (picture()[:60], "damaged"),
        (picture("JPEG")[:200], "damaged"),
        (b"\x89PNG\r\n\x1a\n", "damaged"),
        (b"\xff\xd8\xff" + bytes(100), "damaged"),
        (picture(size=(8, 300)), "too_small"),
        (picture(size=(6000, 40)), "too_large"),
        (picture(size=(4000, 4000), mode="1"), "too_large"),
        (picture() + bytes(LARGEST_FILE), "too_heavy"),
    ],
)
def test_anything_else_is_refused_with_its_reason(data: bytes, why: str) -> None:
    assert refused(data) == why


def test_a_bomb_is_measured_before_it_is_opened() -> None:
    bomb = picture(size=(40, 40)).replace((40).to_bytes(4), (60_000).to_bytes(4), 2)
    assert refused(bomb) in ("too_large", "damaged")


def test_the_sentence_names_the_size() -> None:
    assert too_heavy(20 * 1024 * 1024).params["size"] == 20


@settings(max_examples=150, deadline=None)
@given(form=st.sampled_from(["PNG", "JPEG"]), place=st.floats(0, 1), put=st.binary(max_size=20))
def test_a_changed_file_is_a_picture_or_refused(form: str, place: float, put: bytes) -> None:
    data = picture(form, (40, 40))
    at = int(place * len(data))
    try:
        kept = logo(data[:at] + put + data[at + len(put) :])
    except Refusal:
        return
    assert opened(kept).size >= (1, 1)
