"""What the template of the terms of reference may print, field by field. It computes nothing and knows no project.

Every value is already worded in the document's language. A rule is a `Clause` or `Items`: its sentence or lines, and
a mark when it is only recommended or still open.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from .blocks import Bullets, Figure, Mark
from .francophone_fields import FrenchTerms
from .speech import Clause, Items, Said


@dataclass(frozen=True)
class Seat:
    """One seat in the table of seats."""

    holder: Said = field(metadata={"help": "the organization that holds it, with its person in brackets"})
    kind: str = field(metadata={"help": "kind of seat, or a dash"})
    state: str = field(metadata={"help": "idea, invited, accepted, or a dash"})


@dataclass(frozen=True)
class Sector:
    """A sector and the seats that speak for it."""

    name: Said = field(metadata={"help": "the sector's label, or the mark of members without one"})
    seats: tuple[Seat, ...] = field(metadata={"help": "at least one seat"})


@dataclass(frozen=True)
class WorkingGroup:
    """One working group."""

    name: str = field(metadata={"help": "as typed"})
    focus: str = field(metadata={"help": "what it looks after, or a dash"})
    chair: str = field(metadata={"help": "who leads it, or a dash"})
    ends: str = field(metadata={"help": "month in which it ends, or a dash"})
    teams: str = field(metadata={"help": "its action teams as a list, or a dash"})


@dataclass(frozen=True)
class Member:
    """One line of the annex of members."""

    person: Said = field(metadata={"help": "who it is, or the mark of a person to be named"})
    organization: str = field(metadata={"help": "as typed, or a dash"})
    seat: str = field(metadata={"help": "kind of seat, or a dash"})
    state: str = field(metadata={"help": "whether they were asked and accepted, or a dash"})
    alternate: str = field(metadata={"help": "the named alternate, or a dash"})
    term_end: str = field(metadata={"help": "month in which the term ends, or a dash"})


@dataclass(frozen=True)
class Signatory:
    """One line of the signature block."""

    organization: Said = field(metadata={"help": "who endorses, or the mark that nobody is named yet"})
    person: str = field(metadata={"help": "who signs, empty when not known: it is filled in by hand"})
    role: str = field(metadata={"help": "that person's role, empty when not known"})


@dataclass(frozen=True)
class Point:
    """One line of the list of points left open."""

    number: int = field(metadata={"help": "counts from 1"})
    label: str = field(metadata={"help": "what is to be settled"})


@dataclass(frozen=True)
class Logged:
    """One line of the amendment log."""

    version: str = field(metadata={"help": "number of the text, a dash where none was marked"})
    date: str = field(metadata={"help": "the day of its adoption, or of the draft"})
    change: str = field(metadata={"help": "adoption, amendment, or what kind of draft it is"})


@dataclass(frozen=True)
class TermsOfReference:
    """Everything that the terms of reference print."""

    name: Said = field(metadata={"help": "the partnership's name, in this language where there is one"})
    other_name: Said = field(metadata={"help": "its name in the other official language, or the mark of it"})
    missing_name: Mark | None = field(metadata={"help": "mark of the name in this language when it is missing"})
    version: str = field(metadata={"help": "1.0 for an adopted text, 0.<changes> or 1.<changes since> for a draft"})
    date: str = field(metadata={"help": "the day on which it is printed"})
    adopted_on: Said = field(metadata={"help": "date of adoption, or its mark"})
    adopted: bool = field(metadata={"help": "true when that date has come, and once a text was adopted"})
    settled: bool = field(metadata={"help": "true for the adopted text itself"})
    log: tuple[Logged, ...] = field(metadata={"help": "lines of the amendment log, oldest first, at least one"})
    recommended: Mark = field(metadata={"help": "stands after a fixed clause that the council may change"})
    background: Said = field(metadata={"help": "why this partnership: the typed text, a starter, or its mark"})
    facts: tuple[str, ...] = field(metadata={"help": "sentences on population, arrivals, groups, other tables"})
    legal_nature: Clause = field(metadata={"help": "what binds and what does not"})
    vision: Said = field(metadata={"help": "the vision, or its mark"})
    mission: Said = field(metadata={"help": "the mission, or its mark"})
    values_statement: str | None = field(metadata={"help": "statement of values, None without one"})
    values: Items = field(metadata={"help": "the values, a sentence each"})
    mandate: Said = field(metadata={"help": "the mandate, or its mark"})
    authority: Items = field(metadata={"help": "what the council decides or advises on"})
    out_of_scope: Items = field(metadata={"help": "what the council does not do"})
    catchment: tuple[Said, ...] = field(metadata={"help": "the places served, a line each, or their mark"})
    names_first_nation: bool = field(metadata={"help": "true when a First Nation is among the places"})
    holder: Clause = field(metadata={"help": "who holds or would hold the agreement, and how far that is"})
    signed: bool = field(metadata={"help": "true when an agreement is signed"})
    holder_powers: Items = field(metadata={"help": "what the holder alone decides"})
    holder_vote: Clause = field(metadata={"help": "the holder's vote in the council"})
    convener: str | None = field(metadata={"help": "who calls the meetings until there are chairs, as a sentence"})
    coordinator: Said = field(metadata={"help": "who coordinates, as a sentence, or the mark"})
    coordinator_employer: Said = field(metadata={"help": "who employs the coordinator, or the mark"})
    chart: Figure = field(metadata={"help": "the organization chart"})
    bodies: Items = field(metadata={"help": "the bodies below the council, a sentence each: the chart as text"})
    council_smallest: Clause = field(metadata={"help": "fewest voting seats"})
    council_largest: Clause = field(metadata={"help": "most voting seats"})
    observers: Clause | None = field(metadata={"help": "governments that observe, None when none was named"})
    members_open: Mark | None = field(metadata={"help": "mark of a council without members, None otherwise"})
    sectors: tuple[Sector, ...] = field(metadata={"help": "sectors with a seat, in the order of the list"})
    missing_sectors: tuple[str, ...] = field(metadata={"help": "sectors nobody speaks for yet, who will ask"})
    missing_sectors_open: Mark | None = field(metadata={"help": "mark when nobody will ask for one of them"})
    recruitment: Clause = field(metadata={"help": "how members are found"})
    term_years: Clause = field(metadata={"help": "length of a term"})
    term_renewals: Clause = field(metadata={"help": "how often it may be renewed"})
    staggered: Clause = field(metadata={"help": "whether terms end in different years"})
    absences: Clause = field(metadata={"help": "what follows absences in a row"})
    chair_model: Clause = field(metadata={"help": "how many chairs"})
    chair_sources: Items = field(metadata={"help": "where chairs come from"})
    chair_years: Clause = field(metadata={"help": "the term of the chairs"})
    meetings_first_year: Clause = field(metadata={"help": "meetings in the first year"})
    meetings_later: Clause = field(metadata={"help": "meetings a year afterwards"})
    meeting_hours: Clause = field(metadata={"help": "length of a meeting"})
    meeting_format: Clause = field(metadata={"help": "in person, hybrid or online"})
    meeting_time: Clause | None = field(metadata={"help": "time of day, None when not said"})
    notice_days: Clause = field(metadata={"help": "days of notice"})
    first_meeting: str | None = field(metadata={"help": "date of the first meeting, None when not said"})
    quorum_rule: Clause = field(metadata={"help": "how many make a quorum"})
    quorum_fallback: Clause = field(metadata={"help": "what happens without one"})
    decision_rule: Clause = field(metadata={"help": "consensus or vote"})
    electronic_votes: Clause = field(metadata={"help": "whether votes may be held electronically"})
    conflict_statement: str | None = field(metadata={"help": "the council's own statement, None without one"})
    conflict_events: Items = field(metadata={"help": "what must be declared"})
    conflict_action: Clause = field(metadata={"help": "what follows a declaration"})
    letters_rule: Clause = field(metadata={"help": "letters of support"})
    has_groups: bool = field(metadata={"help": "true when working groups are among the bodies"})
    groups: tuple[WorkingGroup, ...] = field(metadata={"help": "the working groups"})
    groups_open: Mark | None = field(metadata={"help": "mark when groups are wanted and none is named"})
    loose_teams: str | None = field(metadata={"help": "action teams without a group, as a list"})
    lived_target: Clause = field(metadata={"help": "least share of members with lived experience"})
    equity: Items = field(metadata={"help": "commitments to equity"})
    supports: Clause = field(metadata={"help": "supports for volunteers"})
    languages: Clause = field(metadata={"help": "languages of meetings and papers"})
    language_parity: Clause = field(metadata={"help": "which version counts"})
    rif_seat: Clause = field(metadata={"help": "the seat of the Francophone immigration network"})
    francophone_seats: Clause = field(metadata={"help": "voting seats for the Francophone community"})
    french: FrenchTerms = field(metadata={"help": "the further clauses on French that were chosen"})
    indigenous: Clause = field(metadata={"help": "the relation with Indigenous partners, marked until agreed"})
    land: str | None = field(metadata={"help": "text of the land acknowledgement, None without one"})
    land_open: Mark | None = field(metadata={"help": "mark until its wording is agreed"})
    confidential: Clause = field(metadata={"help": "what stays confidential"})
    minutes: Clause = field(metadata={"help": "who may read the minutes"})
    spokespersons: Clause = field(metadata={"help": "who speaks in public"})
    in_kind_log: Clause = field(metadata={"help": "whether contributions in kind are recorded"})
    reports_to: Clause = field(metadata={"help": "who receives reports"})
    evaluation: tuple[str, ...] = field(metadata={"help": "when the partners are surveyed and the whole is evaluated"})
    review_month: Clause = field(metadata={"help": "month of the yearly review"})
    amendment_rule: Clause = field(metadata={"help": "how this document changes"})
    dissolution: Clause = field(metadata={"help": "how the partnership ends"})
    signatories: tuple[Signatory, ...] = field(metadata={"help": "at least one line"})
    members: tuple[Member, ...] = field(metadata={"help": "everybody who did not decline"})
    glossary: Bullets = field(metadata={"help": "the place of the glossary, filled once the text is known"})
    points: tuple[Point, ...] = field(metadata={"help": "what is left open"})
    points_count: str = field(metadata={"help": "sentence with the number of points left open"})
    rules_count: str | None = field(metadata={"help": "sentence on rules only recommended, None when none"})
