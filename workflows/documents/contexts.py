"""The documents that there are: for each its fields and the function that fills them from a project.

It knows no template and no file format; the fields of each document stand in a file of its own. Its title and the
name of its file are words: `title` and `file` of content/<language>/documents/<kind>.yml.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import Field, dataclass, fields
from typing import Any, ClassVar, Protocol

from workflows.project import Project
from workflows.schema import Definitions
from workflows.wording import Phrasebook

from .bilingual_context import bilingual_terms
from .bilingual_fields import BilingualTerms
from .changes_context import changes
from .changes_fields import Changes
from .decision_context import decision_sheet
from .decision_fields import DecisionSheet
from .evidence_context import evidence
from .evidence_fields import Evidence
from .first_meeting_context import first_meeting
from .first_meeting_fields import FirstMeeting
from .invitations_context import invitations
from .invitations_fields import Invitations
from .looking_back import Look
from .parity_context import parity_report
from .parity_fields import ParityReport
from .plan_context import action_plan
from .plan_fields import ActionPlan
from .plan_sheets import plan_workbook
from .poster_context import poster
from .poster_fields import Poster
from .roster_context import roster
from .roster_fields import Roster
from .sheets import Workbook
from .strategy_context import settlement_strategy
from .strategy_fields import SettlementStrategy
from .terms_context import terms_of_reference
from .terms_fields import TermsOfReference

__all__ = ["KINDS", "Context", "Kind", "as_mapping", "words_of"]


class Context(Protocol):
    """The fields of a document: any frozen dataclass."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


Build = Callable[[Project, Definitions, Phrasebook, str, dt.date, str], Context]
Sheets = Callable[[Project, Definitions, Phrasebook, str], Workbook]
LookingBack = Callable[[Project, Definitions, Phrasebook, str, dt.date, str, Look], Context]


@dataclass(frozen=True)
class Kind:
    """One kind of document: the type of its fields, what fills them, how its page lies, and the formats offered in
    the chat (the command line and `workflows.drafts.draft` know more).

    `build` is given a version without text for a draft that is only compared: it then lists neither points nor checks,
    and nobody goes through the answers for them.

    `points` names the table of open_points.py whose points the document prints and its caption counts; "" for none.
    `sheets` gives the workbook of a kind that has one; only then may `formats` name "xlsx".
    `glossary` is true for a template that has a place for the terms of its text (glossary_annex.py).
    `looks_back` fills the fields of a document that needs the project's past as well (workflows/past.py).
    `beside` names the document whose two editions follow the first page side by side (edition.py).
    `running` is false for what goes out on its own: no running head, no draft line and no page number.
    """

    type: type[Context]
    build: Build
    points: str = ""
    landscape: bool = False
    formats: tuple[str, ...] = ("docx", "pdf")
    sheets: Sheets | None = None
    glossary: bool = False
    looks_back: LookingBack | None = None
    running: bool = True
    beside: str = ""


KINDS: Mapping[str, Kind] = {
    "terms-of-reference": Kind(TermsOfReference, terms_of_reference, points="terms-of-reference", glossary=True),
    "bilingual-terms": Kind(BilingualTerms, bilingual_terms, landscape=True, beside="terms-of-reference"),
    "decision-sheet": Kind(DecisionSheet, decision_sheet),
    "settlement-strategy": Kind(SettlementStrategy, settlement_strategy, points="settlement-strategy"),
    "action-plan": Kind(
        ActionPlan,
        action_plan,
        points="action-plan",
        landscape=True,
        formats=("docx", "pdf", "xlsx"),
        sheets=plan_workbook,
    ),
    "roster": Kind(Roster, roster, points="roster", landscape=True),
    "invitations": Kind(Invitations, invitations, running=False),
    "first-meeting": Kind(FirstMeeting, first_meeting),
    "poster": Kind(Poster, poster, running=False),
    "parity": Kind(ParityReport, parity_report, landscape=True),
    "changes": Kind(Changes, changes, looks_back=changes),
    "evidence": Kind(Evidence, evidence, landscape=True, looks_back=evidence),
}


def words_of(document: str) -> str:
    """The name of a document's files in content/: `action_plan` for "action-plan"."""
    return document.replace("-", "_")


def as_mapping(context: Context) -> dict[str, object]:
    """The fields of a context by name, as a template asks for them."""
    return {part.name: getattr(context, part.name) for part in fields(context)}
