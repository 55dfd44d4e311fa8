"""`lip-guide draft`: a document from an exported project, on the command line. It opens no database."""

from __future__ import annotations

import argparse
import datetime as dt
import json
from pathlib import Path

from bot.settings import Settings, SettingsFault
from workflows.languages import FALLBACK, LANGUAGES

_OLD = "this export keeps no saved version"
_SINCE = "the saved version that changes compare with, or whose text any other document prints"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The export, the document, its language and format, the version to compare with, and where to write it."""
    parser.add_argument("project", type=Path, metavar="PROJECT.json")
    parser.add_argument("--document", required=True, metavar="KIND", help="such as terms-of-reference, or all")
    parser.add_argument("--language", choices=LANGUAGES, default=FALLBACK)
    parser.add_argument("--format", choices=("docx", "pdf", "html", "md", "xlsx"), default="docx")
    parser.add_argument("--since", type=int, default=0, metavar="N", help=_SINCE)
    parser.add_argument("--out", type=Path, default=Path(), metavar="DIR")


def draft(given: argparse.Namespace, _: Settings) -> int:
    """A document from an exported project, or all of them; prints the path of each file."""
    from workflows import guide
    from workflows.documents.contexts import KINDS
    from workflows.past import past_of
    from workflows.project import Project

    if given.document not in (*KINDS, guide.ALL):
        raise SettingsFault(f"There is no document {given.document!r}; there are {', '.join((*KINDS, guide.ALL))}.")
    try:
        data = json.loads(given.project.read_text("utf-8"))
        project, past = Project.from_data(data), past_of(data, given.since)
    except (OSError, ValueError, TypeError, AttributeError, KeyError) as reason:
        raise SettingsFault(f"{given.project} is not an exported project ({type(reason).__name__}).") from reason
    if given.since and past.before is None:
        kept = f"it keeps {', '.join(map(str, past.kept))}" if past.kept else _OLD
        raise SettingsFault(f"{given.project} has no version {given.since}: {kept}.")
    if given.format == "xlsx" and given.document != guide.ALL and not KINDS[given.document].sheets:
        sheets = ", ".join(name for name, kind in KINDS.items() if kind.sheets)
        raise SettingsFault(f"{given.document} has no spreadsheet; these documents have one: {sheets}.")
    known = guide.load()
    today = dt.date.today()
    if given.since and not known.looks_back(given.document):
        project = known.as_adopted(project, past) or project
    if given.document == guide.ALL:
        files = known.every(project, given.language, today, past)
    else:
        files = iter((known.draft(project, given.document, given.language, given.format, today, past),))
    given.out.mkdir(parents=True, exist_ok=True)
    for file in files:
        path: Path = given.out / file.name
        path.write_bytes(file.data)
        print(path)
    return 0
