"""A project → what stands before the two texts of the bilingual edition. It knows neither the template nor a format."""

from __future__ import annotations

import datetime as dt

from workflows.adoption import ADOPTED_ON
from workflows.languages import own_first
from workflows.parity import lacking
from workflows.phrases import Phrase
from workflows.project import Project
from workflows.schema import Definitions
from workflows.wording import Phrasebook

from .bilingual_fields import BilingualTerms
from .blocks import Text
from .cover import ever_adopted, names, settled
from .speech import Speech
from .visible import Visible

_OWN = "bilingual_terms"


def bilingual_terms(
    project: Project, definitions: Definitions, book: Phrasebook, language: str, today: dt.date, version: str
) -> BilingualTerms:
    """The first page as `language` writes it; ContentFault when a word is missing."""
    speech = Speech(Visible(definitions, project), book, language)
    other = own_first(language)[1]
    name, other_name, missing_name = names(speech)
    texts = lacking(definitions, project)
    return BilingualTerms(
        other_title=Text(book.text(Phrase("documents.terms_of_reference.title"), other), lang=other),
        name=name,
        other_name=other_name,
        missing_name=missing_name,
        version=version,
        date=speech.shown(today),
        adopted_on=speech.answer(ADOPTED_ON) or speech.open(ADOPTED_ON),
        adopted=ever_adopted(speech, version, today),
        settled=settled(speech, version),
        lacking=speech.of(_OWN, "lacking", n=len(texts)) if texts else speech.of(_OWN, "none"),
    )
