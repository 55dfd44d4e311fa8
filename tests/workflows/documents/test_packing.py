"""A zip holds what was put in, in its order, and is the same however often it is made."""

from __future__ import annotations

import zipfile
from io import BytesIO

from workflows.documents.packing import packed

FILES = (("b.txt", b"second"), ("a/é.txt", b"first"), ("empty", b""))


def test_a_zip_holds_the_files_in_their_order_with_one_date() -> None:
    with zipfile.ZipFile(BytesIO(packed(FILES))) as archive:
        assert archive.testzip() is None
        assert tuple((one.filename, archive.read(one)) for one in archive.infolist()) == FILES
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_same_files_are_the_same_bytes() -> None:
    assert packed(FILES) == packed(list(FILES))
    assert packed(FILES) != packed(FILES[:2])
