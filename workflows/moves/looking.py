"""Moving about without answering: home, steps, reviews, drafts, resources, help, privacy; and what is asked of the bot
besides.
"""

from __future__ import annotations

from dataclasses import replace

from workflows.actions import Press
from workflows.answers import means
from workflows.interview import next_stop
from workflows.moves import sharing
from workflows.outcomes import DraftAsked, ExportAsked, Outcome, PersonErased, ProjectErased
from workflows.phrases import Phrase, Words, phrase
from workflows.project import Project
from workflows.scene import label
from workflows.schema import ALL
from workflows.screens import Spot
from workflows.turn import Turn


def home(turn: Turn, *_: object) -> Outcome:
    """Home, from anywhere: it clears where one stands and never an answer."""
    return turn.home()


def step(turn: Turn, press: Press) -> Outcome:
    """The card of a step; any step may be opened at any time."""
    return turn.show(Spot(screen="step", step=press.target))


def ask(turn: Turn, press: Press) -> Outcome:
    """Open a question in the run of its step."""
    return turn.ask(press.target)


def change(turn: Turn, press: Press) -> Outcome:
    """Open a question from a review; it leads back there, and nothing else is asked again."""
    return turn.ask(press.target, changing=True)


def review(turn: Turn, press: Press) -> Outcome:
    """The review of a step."""
    return turn.review(press.target)


def confirm(turn: Turn, press: Press) -> Outcome:
    """Confirm a step: a human act. Gaps inform and never stop it."""
    if not turn.the_pen.confirm(press.target):
        return turn.review(press.target, "", phrase("interface.notices.nothing_to_confirm"))
    return turn.home(phrase("interface.notices.confirmed", step=Phrase(f"steps.{press.target}.title")))


def page(turn: Turn, press: Press) -> Outcome:
    """Another page of the card."""
    number = min(int(press.value), 999) if press.value.isdecimal() else 0
    return turn.show(replace(turn.spot, page=number))


def quick(turn: Turn, press: Press) -> Outcome:
    """Walk the short path to a first draft."""
    stop = next_stop(turn.definitions, turn.the_project, press.target)
    if stop is None:
        return turn.show(Spot(screen="ready", path=press.target))
    return turn.ask(stop, short=press.target)


def drafts(turn: Turn, *_: object) -> Outcome:
    """The drafts that can be made now."""
    return turn.side("drafts") if turn.project else turn.home()


def document(turn: Turn, press: Press) -> Outcome:
    """Language and format of one document."""
    return turn.side("document", press.target)


def draft(turn: Turn, press: Press) -> Outcome:
    """Ask the bot for one file, for every format of a document, or for all documents; they come above the card."""
    language, _, kind = press.value.partition(".")
    every = press.target == ALL
    here = ("drafts", "") if every else ("document", press.target)
    if not turn.visit.allows("file"):
        return turn.side(*here, phrase("people.limits.file"))
    turn.effects.append(DraftAsked(press.target, language, kind))
    turn.fresh = True
    notice = "all_drafted" if every else "drafted" if press.value else "drafted_all_ways"
    return turn.side(*here, phrase(f"interface.notices.{notice}"))


def draft_named(turn: Turn, text: str) -> Outcome:
    """`/draft all` asks for every document in the reader's language; any other words show the menu."""
    if turn.project is None or not means(turn.knowledge.book, "drafts.all", text):
        return drafts(turn)
    return draft(turn, Press("draft", ALL, value=turn.language))


def resources(turn: Turn, *_: object) -> Outcome:
    """The menu of resources."""
    return turn.side("resources")


def listed(turn: Turn, press: Press) -> Outcome:
    """The resources of a step (`for_step`) or of a theme."""
    return turn.side("theme", press.target)


def resource(turn: Turn, press: Press) -> Outcome:
    """One resource."""
    return turn.side("resource", press.target)


def help_card(turn: Turn, *_: object) -> Outcome:
    """Help."""
    return turn.side("help")


def privacy(turn: Turn, *_: object) -> Outcome:
    """What is kept and how to erase it."""
    return turn.side("privacy")


def settings(turn: Turn, *_: object) -> Outcome:
    """The language and the other settings."""
    return turn.side("language")


def forget(turn: Turn, *_: object) -> Outcome:
    """Say what would be erased, and ask."""
    return turn.side("forget")


def erase(turn: Turn, press: Press) -> Outcome:
    """Erase at once and completely, after the card that asked for it."""
    if press.value == "later" and turn.project is not None:
        return sharing.erase_later(turn)
    if press.value == "me":
        turn.effects.append(PersonErased())
    elif turn.project is not None:
        turn.effects.append(ProjectErased(turn.project.id))
    told = () if turn.project is None or press.value == "me" else (_receipt(turn, turn.project),)
    turn.project, turn.pen = None, None
    return turn.show(Spot(screen="forgotten"), *told)


def _receipt(turn: Turn, project: Project) -> Words:
    """What stays of an erased project: a random number and a date."""
    return phrase("people.forget.receipt", number=project.id, date=turn.visit.now.date())


def begin(turn: Turn, *_: object) -> Outcome:
    """Start again after everything was erased."""
    if turn.visit.language is None:
        return turn.show(Spot(screen="welcome"))
    return turn.home()


def export(turn: Turn, *_: object) -> Outcome:
    """The whole project as JSON."""
    if turn.project is None:
        return turn.home()
    if not turn.visit.allows("file"):
        return turn.show(turn.spot, phrase("people.limits.file"))
    turn.effects.append(ExportAsked())
    turn.fresh = True
    return turn.show(turn.spot, phrase("interface.notices.exported"))


def undo(turn: Turn, *_: object) -> Outcome:
    """Take back what the last answer changed, and say what it was."""
    if turn.project is None or not turn.the_project.last_changes:
        return turn.show(turn.spot, phrase("interface.notices.nothing_to_undo"))
    if turn.the_project.last_changes[0].by != turn.visit.person:
        return turn.show(turn.spot, phrase("people.notices.undo_of_others"))
    turn.undoing = True
    undone = turn.the_pen.undo()
    answers = [change for change in undone if turn.definitions.has(change.question)]
    if answers:
        name = label(turn.definitions.question(answers[0].question))
    else:  # what was set aside or taken up
        name = Phrase(f"{turn.definitions.gap(undone[0].question).words}.title")
    notice = phrase("interface.notices.undone", n=len(answers) or 1, name=name)
    spot = turn.spot
    if spot.record and turn.the_project.record(spot.question, spot.record) is None:
        spot = replace(spot, screen="rows", record="", field="", value="")
    return turn.show(spot, notice)


def back(turn: Turn, *_: object) -> Outcome:
    """From a side screen to the work in hand."""
    return turn.back()
