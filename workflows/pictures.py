"""A file that should be a logo, judged and made small: PNG or JPEG, decoded to the last line, written anew without
whatever else the file carried (place, camera, text). Its library is read at the first file. It knows no project and
no card.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from workflows.errors import Refusal

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST_FILE = 2 * 1024 * 1024
"""Bytes that a logo may have as it is sent."""
LARGEST_KEPT = 48 * 1024
"""Bytes that are kept of it at most: the project is read with every answer."""
_SIDE, _PIXELS, _LEAST = 5000, 12_000_000, 32
_KEPT_SIZE = (720, 240)  # printed at most 180 by 30 points, so still sharp on paper
_QUALITIES = (85, 70, 50, 30, 10)


def logo(data: bytes) -> bytes:
    """The picture as a small PNG or JPEG on white, at most LARGEST_KEPT bytes. Raises Refusal."""
    picture = opened(data)
    wide, high = picture.size
    if min(wide, high) < _LEAST:
        raise Refusal("letterhead.refused.too_small", {"wide": wide, "high": high, "least": _LEAST})
    return _written(_on_white(picture))


def opened(data: bytes) -> Image:
    """The picture, decoded to its last line. Raises Refusal."""
    from PIL.JpegImagePlugin import JpegImageFile
    from PIL.PngImagePlugin import PngImageFile

    if len(data) > LARGEST_FILE:
        raise too_heavy(len(data))
    read = PngImageFile if data.startswith(b"\x89PNG\r\n\x1a\n") else JpegImageFile
    if read is JpegImageFile and not data.startswith(b"\xff\xd8\xff"):
        raise Refusal("letterhead.refused.not_a_picture")
    try:
        picture = read(BytesIO(data))
        wide, high = picture.size
        if max(wide, high) > _SIDE or wide * high > _PIXELS:
            raise Refusal("letterhead.refused.too_large", {"wide": wide, "high": high, "most": _SIDE})
        picture.load()
    except (OSError, ValueError, SyntaxError, IndexError, KeyError, OverflowError, MemoryError) as error:
        raise Refusal("letterhead.refused.damaged") from error  # Pillow's many ways to say so
    return picture


def too_heavy(size: int) -> Refusal:
    """The refusal of a file of this many bytes, which need not be fetched to be refused."""
    megabytes = round(size / (1024 * 1024), 1)
    return Refusal("letterhead.refused.too_heavy", {"size": megabytes, "most": LARGEST_FILE // (1024 * 1024)})


def _on_white(picture: Image) -> Image:
    """As people see it: turned as its camera was held, in eight bits a colour, clear parts white, and small."""
    from PIL import ImageOps
    from PIL.Image import Resampling, new

    if picture.mode.startswith("I"):  # sixteen bits of grey
        picture = picture.convert("I").point(lambda level: level / 256).convert("L")
    picture = ImageOps.exif_transpose(picture).convert("RGBA")
    picture.thumbnail(_KEPT_SIZE, Resampling.LANCZOS)
    paper = new("RGB", picture.size, "white")
    paper.paste(picture, mask=picture.getchannel("A"))
    return paper


def _written(picture: Image) -> bytes:
    out = BytesIO()
    picture.save(out, "PNG", optimize=True)
    for quality in _QUALITIES:
        if out.tell() <= LARGEST_KEPT:
            break
        out = BytesIO()
        picture.save(out, "JPEG", quality=quality, optimize=True)
    return out.getvalue()
