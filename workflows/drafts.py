"""A project → a file to send: the draft of a document in one language and format, its name and its caption.

It knows no chat and no clock; the words stand in content/, the layout of a document in its template.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from workflows.adoption import adopted_texts, number_of
from workflows.comparing import look_of
from workflows.documents import Document, Meta, render, write, write_xlsx
from workflows.documents.contexts import KINDS, as_mapping, words_of
from workflows.documents.edition import bilingual
from workflows.documents.glossary_annex import with_glossary
from workflows.documents.open_points import OpenPoint
from workflows.documents.open_points import open_points as points_of
from workflows.documents.plan_context import first_year
from workflows.documents.speech import CLAUSES, Speech
from workflows.documents.visible import Visible
from workflows.errors import ContentFault
from workflows.languages import LANGUAGES, own_first
from workflows.letterhead import dressed
from workflows.past import Past
from workflows.phrases import Phrase, Words, phrase
from workflows.project import Project
from workflows.schema import Definitions
from workflows.template_check import check_templates, template_name
from workflows.wording import Phrasebook

__all__ = [
    "KINDS",
    "File",
    "OpenPoint",
    "build",
    "caption",
    "check_templates",
    "draft",
    "load_templates",
    "name_of",
    "open_points",
]

Templates = Mapping[tuple[str, str], str]
Sources = Callable[[str], tuple[Words, ...]]
_NO_PAST = Past()
_LONGEST_PLACE = 40


@dataclass(frozen=True)
class File:
    """A file ready to be sent: its name (ASCII), its bytes, what to say with it, and how many points it leaves open."""

    name: str
    data: bytes
    caption: Phrase
    open_points: int


def open_points(definitions: Definitions, project: Project, document: str) -> tuple[OpenPoint, ...]:
    """The points that the draft of `document` lists as open, in its order; none for a document that lists no points.

    ValueError for a document that there is not.
    """
    if document not in KINDS:
        raise ValueError(f"unknown document {document!r}: one of {', '.join(KINDS)}")
    table = KINDS[document].points
    return points_of(definitions, project, table) if table else ()


def load_templates(folder: Path) -> Templates:
    """The templates below `folder`/<language>/documents by (language, document); ContentFault when one is missing."""
    found: dict[tuple[str, str], str] = {}
    for language in LANGUAGES:
        for document in KINDS:
            path = folder / language / "documents" / f"{words_of(document)}.md.j2"
            if not path.is_file():
                raise ContentFault(str(path), 1, document, "this template is missing.", "Put the file back.")
            found[language, document] = path.read_text(encoding="utf-8")
    return found


def build(
    definitions: Definitions,
    book: Phrasebook,
    templates: Templates,
    project: Project,
    document: str,
    language: str,
    today: dt.date,
    past: Past = _NO_PAST,
    sources: Sources = lambda _: (),
) -> Document:
    """The draft as blocks, before any file format; the same project, date and past always give the same blocks.

    `past` and `sources` (of a question, by its path) are for the documents that look back.

    Raises KeyError for an unknown document, ContentFault or TemplateFault when words or template are faulty.
    """
    kind = KINDS[document]

    def speech(one: str) -> Speech:
        return Speech(Visible(definitions, project), book, one)

    def printed(one: str, told: str) -> Document:
        version = number_of(project, one)
        if (back := KINDS[one].looks_back) is None:
            context = KINDS[one].build(project, definitions, book, told, today, version)
        else:
            look = look_of(definitions, book, templates, past, today, sources)
            context = back(project, definitions, book, told, today, version, look)
        meta = _meta(definitions, book, project, one, told, today)
        return render(templates[told, one], template_name(told, one), as_mapping(context), meta)

    whole = printed(document, language)
    if kind.beside:
        return bilingual(whole, lambda told: printed(kind.beside, told), speech)
    return with_glossary(whole, speech(language)) if kind.glossary else whole


def _meta(
    definitions: Definitions, book: Phrasebook, project: Project, document: str, language: str, today: dt.date
) -> Meta:
    """What the file says about itself."""
    kind, version = KINDS[document], number_of(project, document)
    view = Visible(definitions, project)
    speech = Speech(view, book, language)
    own, other = (view.value(definitions.names[name]) for name in own_first(language)[:2])
    meta = Meta(
        title=book.text(_title(definitions, project, document), language),
        language=language,
        landscape=kind.landscape,
        date=today,
        version=version,
        organization=str(own or other or speech.say("unnamed")),
        page_of=speech.say("page_of", page="{page}", pages="{pages}") if kind.running else "",
        footer=_footer(speech, project, version, today) if kind.running else "",
        running=kind.running,
    )
    return dressed(meta, project, book)


def _footer(speech: Speech, project: Project, version: str, today: dt.date) -> str:
    """The line below every page: an adopted text says its day, a draft the day on which it is printed."""
    text = next((one for one in adopted_texts(project) if one.number == version), None)
    if text is not None:
        return speech.say("footer_adopted", version=version, date=text.day)
    return speech.say("footer", version=version, date=today)


def draft(
    definitions: Definitions,
    book: Phrasebook,
    templates: Templates,
    project: Project,
    document: str,
    language: str,
    format: str,  # noqa: A002 - the word that callers know
    today: dt.date,
    past: Past = _NO_PAST,
    sources: Sources = lambda _: (),
) -> File:
    """The draft of `document` (a kind of KINDS) in a format of workflows.documents.FORMATS, or of its kind.

    The same project, date and past always give the same bytes. Raises KeyError for an unknown document, ValueError for
    an unknown format, ContentFault or TemplateFault when words or template are faulty.
    """
    sheets = KINDS[document].sheets
    if format == "xlsx" and sheets:
        meta = _meta(definitions, book, project, document, language, today)
        data = write_xlsx(sheets(project, definitions, book, language), meta)
    else:
        blocks = build(definitions, book, templates, project, document, language, today, past, sources)
        data = write(blocks, format)
    count = len(open_points(definitions, project, document))
    name = name_of(definitions, book, project, phrase(f"documents.{words_of(document)}.file"), language, format, today)
    return File(name, data, caption(definitions, project, document, format, today), count)


def caption(definitions: Definitions, project: Project, document: str, format: str, today: dt.date) -> Phrase:  # noqa: A002
    """What is said with a draft: its title, version and date, and how many points it leaves open."""
    count = len(open_points(definitions, project, document))
    listed = KINDS[document].points and format != "xlsx"  # a workbook has no list of open points
    told = "caption_plain" if not listed else "caption" if count else "caption_none"
    title = _title(definitions, project, document)
    return phrase(f"{CLAUSES}.{told}", title=title, version=number_of(project, document), date=today, n=count)


def _title(definitions: Definitions, project: Project, document: str) -> Phrase:
    first = first_year(Visible(definitions, project))
    year = phrase(f"{CLAUSES}.plan.years", first=str(first), last=str(first + 1))
    return phrase(f"documents.{words_of(document)}.title", year=year)


def name_of(
    definitions: Definitions,
    book: Phrasebook,
    project: Project,
    what: Phrase,
    language: str,
    ending: str,
    today: dt.date,
) -> str:
    """The name of a file: what it is, the place, the date, the language; ASCII, so that it survives every mail."""
    words = book.text(what, language)
    view = Visible(definitions, project)
    places = (row.values.get("place") for row in view.rows("profile.catchment"))
    told = (view.value("profile.place"), next(places, ""), view.value(definitions.names[language]), project.title())
    folded = (_ascii(str(text)) for text in told if text)
    place = next((text for text in folded if text), "") or book.text(phrase(f"{CLAUSES}.no_place"), language)
    return f"{words}_{place}_{today.isoformat()}_{language}.{ending}"


def _ascii(text: str) -> str:
    """A place's name for a file: no accents, words joined by hyphens, at most forty characters; may be empty."""
    split = text.replace("œ", "oe").replace("Œ", "Oe").replace("’", "-").replace("'", "-")
    plain = unicodedata.normalize("NFKD", split).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "-", plain)[:_LONGEST_PLACE].strip("-")
