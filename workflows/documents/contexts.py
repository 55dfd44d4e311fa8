"""The documents that there are: for each its fields and the function that fills them from a project.

It knows no template and no file format; the fields themselves stand in terms_fields.py and plan_fields.py.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields

from workflows.project import Project
from workflows.schema import Definitions
from workflows.wording import Phrasebook

from .plan_context import action_plan
from .plan_fields import ActionPlan
from .terms_context import terms_of_reference
from .terms_fields import TermsOfReference

__all__ = ["KINDS", "ActionPlan", "Kind", "TermsOfReference", "action_plan", "as_mapping", "terms_of_reference"]

Context = TermsOfReference | ActionPlan
Build = Callable[[Project, Definitions, Phrasebook, str, dt.date, str], Context]


@dataclass(frozen=True)
class Kind:
    """One kind of document: the type of its fields, what fills them, and how its page lies."""

    type: type[Context]
    build: Build
    landscape: bool


KINDS: Mapping[str, Kind] = {
    "terms-of-reference": Kind(TermsOfReference, terms_of_reference, landscape=False),
    "action-plan": Kind(ActionPlan, action_plan, landscape=True),
}


def as_mapping(context: Context) -> dict[str, object]:
    """The fields of a context by name, as a template asks for them."""
    return {part.name: getattr(context, part.name) for part in fields(context)}
