"""The answers about French as clauses of the terms of reference and sentences of the plan. It fills no document."""

from __future__ import annotations

from .francophone_fields import FrenchTerms
from .speech import Speech

_TERMS, _COUNCIL = "terms_of_reference", "council"


def french_terms(speech: Speech) -> FrenchTerms:
    """The chosen clauses on French; what nobody spoke of stays out of the draft and is no open point."""
    said = (speech.optional(f"{_TERMS}.{name}") for name in ("translation_payer", "translation_checker"))
    offer = f"{_TERMS}.active_offer"
    return FrenchTerms(
        holder_french=speech.optional(f"{_COUNCIL}.holder_french"),
        translation=tuple(str(clause.text) for clause in said if clause),
        agreement_clause=speech.optional(f"{_TERMS}.agreement_clause"),
        active_offer=None if speech.view.value(offer) is None else speech.items(offer),
        rif_model=speech.optional(f"{_COUNCIL}.rif_model"),
        rif_sharing=speech.typed(f"{_TERMS}.rif_sharing"),
        seat_holders=speech.optional(f"{_COUNCIL}.francophone_seat_holders"),
        absence=speech.optional(f"{_TERMS}.francophone_absence"),
        seat_reports_to=_typed(speech, f"{_TERMS}.seat_reports_to", "seat_reports_to"),
        by_and_for=speech.optional(f"{_TERMS}.by_and_for"),
    )


def french_facts(speech: Speech) -> tuple[str, ...]:
    """What the RIF already does and what a partnership would add, as sentences of the background."""
    told = (_typed(speech, f"profile.{name}", f"facts.{name}") for name in ("rif_does", "lip_adds"))
    return tuple(text for text in told if text)


def french_plan(speech: Speech) -> tuple[str, ...]:
    """What the plan says about French: how people were counted and heard, where it is lost, the week of November."""
    told = []
    for path in ("research_strategy.francophone_count", "research_strategy.surveyed_in_french"):
        clause = speech.optional(path)
        told.append(str(clause.text) if clause else None)
    for path in ("research_strategy.drift", "action_plan.francophone_reason", "action_plan.national_week"):
        told.append(_typed(speech, path, f"plan.{path.rpartition('.')[2]}"))
    return tuple(text for text in told if text)


def _typed(speech: Speech, path: str, key: str) -> str | None:
    text = speech.typed(path)
    return speech.say(key, text=text.rstrip(" .")) if text else None
