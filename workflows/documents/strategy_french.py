"""What a settlement strategy says about French: the two tables, by and for, how people were counted, heard and served.

It fills no document; the sentences of rules are those of the terms of reference.
"""

from __future__ import annotations

from .francophone_rows import french_facts, french_plan
from .speech import Speech
from .visible import PRIORITIES

_RULES = (
    "council.rif_model",
    "terms_of_reference.by_and_for",
    "council.holder_french",
    "terms_of_reference.agreement_clause",
)
_OWN = "settlement_strategy"
_THEME = "francophone_inclusion"


def french_strategy(speech: Speech) -> tuple[str, ...]:
    """The sentences, in the order in which the lens of each step asks; none when nothing was said."""
    rules = (speech.optional(path) for path in _RULES)
    told = [*french_facts(speech), *(str(rule.text) for rule in rules if rule), *french_plan(speech)]
    titles = [
        speech.title(row, PRIORITIES) for row in speech.view.rows(PRIORITIES) if row.values.get("theme") == _THEME
    ]
    if titles:
        told.append(speech.of(_OWN, "french_priorities", n=len(titles), items=speech.listed(titles)))
    return tuple(told)
