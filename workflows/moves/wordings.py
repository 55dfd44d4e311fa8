"""The two wordings of a typed text: opening it, typing the other one, and saying in which language a text is."""

from __future__ import annotations

from dataclasses import replace

from workflows.actions import Edit, Press, Say
from workflows.answers import read
from workflows.cards.wordings import LIST
from workflows.errors import AnswerRefused
from workflows.languages import OFFICIAL
from workflows.moves.answering import reader
from workflows.moves.arrival import refused
from workflows.outcomes import Outcome
from workflows.parity import TypedText, found, lacking
from workflows.phrases import Words, phrase
from workflows.project import Record
from workflows.scene import label
from workflows.schema import Question
from workflows.screens import PAGE_SIZE, Spot
from workflows.turn import Turn
from workflows.two_wordings import Wordings


def parity(turn: Turn, *_: object) -> Outcome:
    """The texts that are not in step."""
    return turn.show(Spot(screen="parity"))


def wording(turn: Turn, press: Press) -> Outcome:
    """Open a text's two wordings, go on from them, or say something of them with one tap."""
    part = turn.definitions.question(press.target)
    if press.value in ("open", LIST):
        return turn.show(_spot(turn, part, press.record, LIST if press.value == LIST else ""))
    listed = turn.spot.screen == "wording" and turn.spot.value == LIST
    turn.visit = replace(turn.visit, spot=_spot(turn, part, press.record, LIST if listed else ""))
    text = found(turn.definitions, turn.the_project, part.path, press.record)
    if text is None and not listed:
        return turn.ask(part.parent or part.path)
    if press.value == "back" or text is None:
        return _back(turn)
    if press.value == "next":
        return _next(turn, text)
    told, answer = text.told, turn.the_project.answers[part.parent or part.path]
    if press.value in OFFICIAL:
        _keep(turn, text, told.moved(press.value))
        return turn.show(turn.spot, phrase(f"parity.notices.is_{press.value}"))
    if answer.revision != press.revision:  # an older card: the text may have changed since, so it is shown first
        return turn.show(turn.spot)
    _keep(turn, text, told.same() if press.value == "same" else told.fitting())
    return _back(turn, phrase(f"parity.notices.{press.value}"))


def say(turn: Turn, said: Say) -> Outcome:
    """A typed text becomes the other wording of the text that is open."""
    spot = turn.spot
    part = turn.definitions.question(f"{spot.question}.{spot.field}" if spot.field else spot.question)
    text = found(turn.definitions, turn.the_project, part.path, spot.record)
    if text is None:
        return turn.home()
    if not text.told.language:
        return turn.show(spot, phrase("parity.which"))
    language = text.told.other
    try:
        typed = str(read(part, said.text, reader(turn)).value)
    except AnswerRefused as refusal:
        return turn.show(spot.hearing(said.message, said.text), refused(refusal))
    _keep(turn, text, text.told.worded(typed, language), said.message)
    outcome = _back(turn, phrase(f"parity.notices.kept_{language}"))
    return replace(outcome, spot=outcome.spot.hearing(said.message, said.text))


def edited(turn: Turn, edit: Edit) -> Outcome | None:
    """A wording changed by editing its message; None when the message gave none that is kept."""
    heard = _heard(turn, edit.message)
    if heard is None:
        return None
    text, language = heard
    try:
        typed = str(read(text.question, edit.text, reader(turn)).value)
    except AnswerRefused as refusal:
        return turn.show(turn.spot, refused(refusal), phrase("interface.notices.edit_kept", name=label(text.question)))
    if language == text.told.language:
        told = text.told.typed(typed, language)
    else:  # still the wording of the same text: nothing else is in doubt
        told = Wordings(text.told.latest, {**text.told.by, language: typed})
    _keep(turn, text, told, edit.message)
    return turn.show(turn.spot, phrase(f"parity.notices.kept_{language}"))


def continued(turn: Turn, said: Say) -> Outcome | None:
    """The rest of a long wording that Telegram cut; None when what was heard last was none."""
    spot = turn.spot
    heard = _heard(turn, spot.heard)
    if heard is None:
        return None
    text, language = heard
    glue = "" if spot.heard_cut else " "
    try:
        typed = str(read(text.question, f"{text.told.by[language]}{glue}{said.text}", reader(turn)).value)
    except AnswerRefused as refusal:
        kept = phrase("interface.notices.first_part_kept", name=label(text.question))
        return turn.show(spot.hearing(said.message, said.text), refused(refusal), kept)
    # two messages made it now, and editing one of them could only lose the other: neither is remembered
    _keep(turn, text, replace(text.told, by={**text.told.by, language: typed}), -1)
    return turn.show(spot, phrase("interface.notices.joined", name=label(text.question)))


def _heard(turn: Turn, message: int) -> tuple[TypedText, str] | None:
    """The text whose other wording came with this message, and the language of that wording."""
    project = turn.the_project
    for path, answer in project.answers.items():
        question = turn.definitions.question(path)
        for language, given in answer.messages.items():
            if given == message and (text := found(turn.definitions, project, path)) and language in text.told.by:
                return text, language
        for row in project.records(path) if question.kind == "records" else ():
            for place, given in row.messages.items():
                name, _, language = place.partition(".")
                if given == message and language in OFFICIAL and _has(question, row, name, language):
                    text = found(turn.definitions, project, f"{path}.{name}", row.id)
                    return (text, language) if text else None
    return None


def _has(question: Question, row: Record, name: str, language: str) -> bool:
    return name in [part.id for part in question.fields] and language in row.wording.get(name, {})


def _keep(turn: Turn, text: TypedText, told: Wordings, message: int = 0) -> None:
    part = text.question
    if part.parent:
        turn.the_pen.reword_field(part.parent, text.record, part.id, told, message)
    else:
        turn.the_pen.reword(part.path, told, message)


def _spot(turn: Turn, part: Question, record: str, value: str) -> Spot:
    """The place of one text; from its own question it remembers the way back."""
    here, path = turn.spot, part.parent or part.path
    kept = here if here.question == path and not value else Spot(page=here.page if value else 0)
    field = part.id if part.parent else ""
    return replace(
        kept, screen="wording", step=part.step, question=path, record=record, field=field, value=value, behind="",
        kept="",
    )  # fmt: skip


def _back(turn: Turn, *notice: Words) -> Outcome:
    """To the list that the text was opened from, or to its question."""
    spot = turn.spot
    if spot.value == LIST:
        return turn.show(Spot(screen="parity", page=spot.page), *notice)
    screen = "field" if spot.field else "question"
    return turn.show(replace(spot, screen=screen, value="", page=0), *notice)


def _next(turn: Turn, text: TypedText) -> Outcome:
    """The next text of the list; after the last one, the list."""
    texts = lacking(turn.definitions, turn.the_project)
    places = [(one.question.path, one.record) for one in texts]
    here = (text.question.path, text.record)
    after = places.index(here) + 1 if here in places else len(places)
    if after >= len(places):
        return _back(turn)
    following = texts[after]
    spot = _spot(turn, following.question, following.record, LIST)
    return turn.show(replace(spot, page=after // PAGE_SIZE))
