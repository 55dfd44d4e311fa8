"""A project → a file to send: the draft of a document in one language and format, its name and its caption.

It knows no chat and no clock; the words stand in content/, the layout of a document in its template.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from workflows.documents import Document, Meta, render, write
from workflows.documents.contexts import KINDS, as_mapping
from workflows.documents.open_points import OpenPoint, open_points
from workflows.documents.plan_context import first_year
from workflows.documents.speech import CLAUSES, Speech
from workflows.documents.visible import Visible
from workflows.errors import ContentFault
from workflows.languages import LANGUAGES, own_first
from workflows.phrases import Phrase, phrase
from workflows.project import Project
from workflows.schema import Definitions
from workflows.template_check import check_templates, template_name
from workflows.wording import Phrasebook

__all__ = [
    "KINDS",
    "File",
    "OpenPoint",
    "build",
    "check_templates",
    "draft",
    "load_templates",
    "open_points",
]

Templates = Mapping[tuple[str, str], str]
_LONGEST_PLACE = 40


@dataclass(frozen=True)
class File:
    """A file ready to be sent: its name (ASCII), its bytes, what to say with it, and how many points it leaves open."""

    name: str
    data: bytes
    caption: Phrase
    open_points: int


def load_templates(folder: Path) -> Templates:
    """The templates below `folder`/<language>/documents by (language, document); ContentFault when one is missing."""
    found: dict[tuple[str, str], str] = {}
    for language in LANGUAGES:
        for document in KINDS:
            path = folder / language / "documents" / f"{document.replace('-', '_')}.md.j2"
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
) -> Document:
    """The draft as blocks, before any file format; the same project and date always give the same blocks.

    Raises KeyError for an unknown document, ContentFault or TemplateFault when words or template are faulty.
    """
    kind = KINDS[document]
    version = _version(project)
    context = kind.build(project, definitions, book, language, today, version)
    speech = Speech(Visible(definitions, project), book, language)
    own, other = (project.value(definitions.names[name]) for name in own_first(language)[:2])
    meta = Meta(
        title=book.text(_title(definitions, project, document), language),
        language=language,
        landscape=kind.landscape,
        date=today,
        version=version,
        organization=str(own or other or speech.say("unnamed")),
        page_of=speech.say("page_of", page="{page}", pages="{pages}"),
        footer=speech.say("footer", version=version, date=today),
    )
    return render(templates[language, document], template_name(language, document), as_mapping(context), meta)


def draft(
    definitions: Definitions,
    book: Phrasebook,
    templates: Templates,
    project: Project,
    document: str,
    language: str,
    format: str,  # noqa: A002 - the word that callers know
    today: dt.date,
) -> File:
    """The draft of `document` ("terms-of-reference", "action-plan") in a format of workflows.documents.FORMATS.

    The same project and date always give the same bytes. Raises KeyError for an unknown document, ValueError for an
    unknown format, ContentFault or TemplateFault when words or template are faulty.
    """
    blocks = build(definitions, book, templates, project, document, language, today)
    count = len(open_points(definitions, project, document))
    caption = phrase(
        f"{CLAUSES}.caption" if count else f"{CLAUSES}.caption_none",
        title=_title(definitions, project, document),
        version=_version(project),
        date=today,
        n=count,
    )
    name = _name(definitions, book, project, document, language, format, today)
    return File(name, write(blocks, format), caption, count)


def _version(project: Project) -> str:
    """Drafts are 0.1, 0.2 …: the revision of the project; 1.0 is for an adopted text."""
    return f"0.{project.revision}"


def _title(definitions: Definitions, project: Project, document: str) -> Phrase:
    first = first_year(Visible(definitions, project))
    year = phrase(f"{CLAUSES}.plan.years", first=str(first), last=str(first + 1))
    return phrase(f"{CLAUSES}.titles.{document}", year=year)


def _name(
    definitions: Definitions,
    book: Phrasebook,
    project: Project,
    document: str,
    language: str,
    ending: str,
    today: dt.date,
) -> str:
    words = book.text(phrase(f"{CLAUSES}.files.{document}"), language)
    view = Visible(definitions, project)
    places = (row.values.get("place") for row in view.rows("profile.catchment"))
    told = (view.value("profile.place"), next(places, ""), view.value(definitions.names[language]), project.title())
    folded = (_ascii(str(text)) for text in told if text)
    place = next((text for text in folded if text), "") or book.text(phrase(f"{CLAUSES}.files.place"), language)
    return f"{words}_{place}_{today.isoformat()}_{language}.{ending}"


def _ascii(text: str) -> str:
    """A place's name for a file: no accents, words joined by hyphens, at most forty characters; may be empty."""
    split = text.replace("œ", "oe").replace("Œ", "Oe").replace("’", "-").replace("'", "-")
    plain = unicodedata.normalize("NFKD", split).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "-", plain)[:_LONGEST_PLACE].strip("-")
