"""Nothing that people type breaks a document: every hostile text in every field of every kind, in both languages."""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO

import docx
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz_documents import BEGIN, END, faults_of, losses
from tests.support.drafting import built, shipped
from tests.support.hostile import HOSTILE, LONG_CLAUSE, typed_into
from tests.support.personas import load_persona
from tests.support.reading import pdf_faults, word_faults
from workflows.documents import write
from workflows.documents.contexts import KINDS
from workflows.project import Project

QUICK = tuple(kind for kind in KINDS if KINDS[kind].looks_back is None)
"""All but those that draw up every other document, which takes them longer."""

every_document = pytest.mark.parametrize("document", sorted(KINDS))


def persona(document: str) -> Project:
    """The fullest partnership, and a smaller one for what draws up every other document to see what it used."""
    return load_persona("regional_centre" if document in QUICK else "small_town", shipped().definitions)


@every_document
@pytest.mark.parametrize(("language", "turn"), [("en", 0), ("fr", 17)])
def test_hostile_texts_print_in_every_format(document: str, language: str, turn: int) -> None:
    # There are more typed fields than hostile texts, so that each of them stands in some field of every project.
    printed = built(typed_into(persona(document), (*HOSTILE[turn:], *HOSTILE[:turn])), document, language)
    assert pdf_faults(write(printed, "pdf"), f"{language}-CA") == []
    assert word_faults(write(printed, "docx"), f"{language}-CA") == []
    assert "<script" not in write(printed, "html").decode()
    assert write(printed, "md")


@every_document
def test_a_long_clause_in_every_field_prints_whole(document: str) -> None:
    project = typed_into(persona(document), [LONG_CLAUSE])
    printed = built(project, document, "fr")
    with pikepdf.open(BytesIO(write(printed, "pdf"))) as pdf:
        assert len(pdf.pages) >= 1
    assert docx.Document(BytesIO(write(printed, "docx"))).element.body is not None


@every_document
@pytest.mark.parametrize("blank", ["", " \n", "\u200b\x00"])
def test_blank_in_every_field_prints(document: str, blank: str) -> None:
    printed = built(typed_into(persona(document), [blank]), document)
    assert pdf_faults(write(printed, "pdf"), "en-CA") == []
    assert docx.Document(BytesIO(write(printed, "docx"))).core_properties.author.strip()


@settings(max_examples=20, deadline=None)
@given(texts=st.lists(st.text(max_size=60), min_size=1, max_size=9), document=st.sampled_from(sorted(QUICK)))
def test_no_typed_text_changes_the_structure_or_loses_a_character(texts: list[str], document: str) -> None:
    assert faults_of(persona(document), texts, document, "fr") == []


def test_the_fuzz_sees_what_it_looks_for() -> None:
    assert losses(f"{BEGIN}0qone{END} and {BEGIN}1q two {END}", ["one", "two"]) == []
    assert losses(f"{BEGIN}0qone{END} and {BEGIN}3qtw{END}", ["one", "two"]) == [f"lost: '{BEGIN}3qtwo{END}'"]


_HASHES = """
import hashlib
from tests.support.drafting import built, shipped
from tests.support.personas import load_persona
from workflows.documents import write
from workflows.documents.contexts import KINDS
project = load_persona("small_town", shipped().definitions)
for kind in sorted(KINDS):
    for form in ("pdf", "docx"):
        print(kind, form, hashlib.sha256(write(built(project, kind, "fr"), form)).hexdigest())
"""


def test_two_processes_give_the_same_bytes() -> None:
    runs = [
        subprocess.run(
            [sys.executable, "-c", _HASHES],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed, zone in (("1", "America/Vancouver"), ("2", "Asia/Kolkata"))
    ]
    assert runs[0] == runs[1]
    assert runs[0].count("\n") == 2 * len(KINDS)
