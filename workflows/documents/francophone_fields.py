"""What the terms of reference may print about French, field by field. It computes nothing and knows no project."""

from __future__ import annotations

from dataclasses import dataclass, field

from .speech import Clause, Items


@dataclass(frozen=True)
class FrenchTerms:
    """The clauses on French that a council may choose; each is None, or empty, when nothing was said about it."""

    holder_french: Clause | None = field(metadata={"help": "whether the agreement holder works in French"})
    translation: tuple[str, ...] = field(metadata={"help": "who pays for translation, who checks it: a sentence each"})
    agreement_clause: Clause | None = field(metadata={"help": "what the language clause of the agreement asks"})
    active_offer: Items | None = field(metadata={"help": "the commitments of active offer, a line each"})
    rif_model: Clause | None = field(metadata={"help": "how the council and the RIF work together"})
    rif_sharing: str | None = field(metadata={"help": "how they share the work, as typed or a ready-made text"})
    seat_holders: Clause | None = field(metadata={"help": "who fills the seats of the Francophone community"})
    absence: Clause | None = field(metadata={"help": "what happens when the Francophone members are absent"})
    seat_reports_to: str | None = field(metadata={"help": "to whom the Francophone seat reports, as a sentence"})
    by_and_for: Clause | None = field(metadata={"help": "who leads what is meant for French-speaking newcomers"})
