"""Files in one zip with one fixed date: the same files always give the same bytes, at whatever hour."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from io import BytesIO
from typing import Final

_DATED: Final = (1980, 1, 1, 0, 0, 0)  # the first date that a zip knows


def packed(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip of these names and bytes, in their order."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            entry = zipfile.ZipInfo(name, _DATED)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return held.getvalue()
