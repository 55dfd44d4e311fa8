"""Drafts on their way: one, every format of a document as an album, every document in one archive, and again."""

from __future__ import annotations

import io
import zipfile

import pytest

from tests.stories.telling import arrives
from tests.support.house import House
from workflows.documents.contexts import KINDS


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_every_format_of_a_document_comes_as_one_album(house: House, language: str) -> None:
    amina = await arrives(house, "Amina", language)
    await amina.says("/draft")
    await amina.taps(press=("document", "terms-of-reference"))
    await amina.taps(press=("draft", "terms-of-reference", ""))
    amina.sees("interface.notices.drafted_all_ways")
    endings = [name.split("_")[-1] for name, _ in amina.documents]
    other = "fr" if language == "en" else "en"
    assert endings == [f"{language}.docx", f"{language}.pdf", f"{other}.docx", f"{other}.pdf"]
    assert house.api.calls["sendMediaGroup"] == 1
    assert house.api.calls["sendDocument"] == 0


@pytest.mark.parametrize(("language", "said"), [("en", "/draft all"), ("fr", "/ebauche tout"), ("fr", "/draft ALL")])
async def test_all_documents_come_as_one_archive(house: House, language: str, said: str) -> None:
    amina = await arrives(house, "Amina", language)
    await amina.says(said)
    amina.sees("interface.notices.all_drafted")
    ((name, data),) = amina.documents
    assert name.endswith(f"_{language}.zip")
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert len(packed.namelist()) == sum(len(kind.formats) for kind in KINDS.values())


async def test_other_words_after_draft_show_the_menu(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    await amina.says("/draft the plan please")
    amina.sees("interface.drafts.body")
    assert amina.documents == []


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_an_unchanged_draft_is_sent_again_in_one_call_and_a_changed_one_is_built(
    house: House, language: str
) -> None:
    amina = await arrives(house, "Amina", language)
    await amina.says("/draft")
    await amina.taps(press=("document", "roster"))
    await amina.taps(press=("draft", "roster", f"{language}.pdf"))
    busy = house.api.calls["sendChatAction"]
    await amina.taps(press=("draft", "roster", f"{language}.pdf"))
    assert house.api.calls["sendChatAction"] == busy
    assert house.api.calls["sendDocument"] == 2
    assert amina.documents[0] == amina.documents[1]
    await amina.taps(press=("home",))
    await amina.taps(press=("step", "profile"))
    await amina.taps(press=("ask",))
    await amina.says("Kenora LIP" if language == "fr" else "PLI de Kenora")
    await amina.says("/draft")
    await amina.taps(press=("document", "roster"))
    await amina.taps(press=("draft", "roster", f"{language}.pdf"))
    assert house.api.calls["sendChatAction"] > busy
    assert amina.documents[2][1] != amina.documents[1][1]


async def test_what_telegram_no_longer_holds_is_built_anew(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    await amina.says("/draft")
    await amina.taps(press=("document", "roster"))
    await amina.taps(press=("draft", "roster", "en.pdf"))
    house.api.chats.uploads.clear()
    await amina.taps(press=("draft", "roster", "en.pdf"))
    assert [name for name, _ in amina.documents] == [amina.documents[0][0]] * 2
