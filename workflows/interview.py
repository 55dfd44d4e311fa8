"""Which questions apply now, which comes next, how far a step is. Computed from the answers each time, never stored."""

from __future__ import annotations

from dataclasses import dataclass

from workflows.conditions import applies
from workflows.project import Project, Record
from workflows.schema import Definitions, Question, Step


@dataclass(frozen=True)
class Progress:
    """How many of the questions that apply were answered ("not sure yet" is an answer)."""

    answered: int
    total: int


def is_answered(question: Question, project: Project) -> bool:
    """True when something was said: a value, a recommended rule, or "not sure yet". An empty list says nothing."""
    answer = project.answers.get(question.path)
    return (
        answer is not None
        and answer.state != "open"
        and (answer.state == "not_sure" or answer.value not in (None, "", []))
    )


def asked_now(step: Step, project: Project) -> tuple[Question, ...]:
    """The questions of a step that apply to this project, in order."""
    return tuple(question for question in step.questions if applies(question, project))


def progress(step: Step, project: Project) -> Progress:
    """How far a step is, counting only the questions that apply."""
    questions = asked_now(step, project)
    return Progress(sum(is_answered(question, project) for question in questions), len(questions))


def next_question(step: Step, project: Project, after: str = "") -> Question | None:
    """The first unanswered question after `after` (from the top when empty), or None when the step has no more."""
    return next(iter(open_questions(step, project, after)), None)


def open_questions(step: Step, project: Project, after: str = "") -> tuple[Question, ...]:
    """The unanswered questions after `after` (of the whole step when empty) that apply, in order."""
    questions = asked_now(step, project)
    places = [question.path for question in questions]
    start = places.index(after) + 1 if after in places else 0
    return tuple(question for question in questions[start:] if not is_answered(question, project))


def previous_question(step: Step, project: Project, before: str) -> Question | None:
    """The question that stands before `before` among those that apply, or None at the beginning."""
    questions = asked_now(step, project)
    places = [question.path for question in questions]
    place = places.index(before) if before in places else 0
    return questions[place - 1] if place > 0 else None


def next_stop(definitions: Definitions, project: Project, document: str, after: str = "") -> str | None:
    """The next stop of the short path after `after` that is still open: a question's path or `group.<id>`.

    What was skipped on the way is not asked again; from the top (`after` empty) it is.
    """
    stops = definitions.short_path(document).stops
    start = stops.index(after) + 1 if after in stops else 0
    return next((stop for stop in stops[start:] if not stop_done(definitions, project, stop)), None)


def stop_done(definitions: Definitions, project: Project, stop: str) -> bool:
    """True when a stop of a short path needs nothing more."""
    if stop.startswith("group."):
        return all(is_answered(question, project) for question in definitions.members_of(stop.removeprefix("group.")))
    question = definitions.question(stop)
    if question.kind == "records":
        return len(project.records(stop)) >= (question.at_least or 1)
    return is_answered(question, project)


def next_field(question: Question, record: Record, after: str = "") -> Question | None:
    """The next field of a row that is asked and still empty, after `after`; None when the row is told."""
    fields = [part for part in question.fields if part.asked]
    places = [part.id for part in fields]
    start = places.index(after) + 1 if after in places else 0
    return next((part for part in fields[start:] if record.values.get(part.id) in (None, "", [])), None)


def is_told(question: Question, record: Record) -> bool:
    """True when every required field of a row has a value."""
    return all(record.values.get(part.id) not in (None, "", []) for part in question.fields if part.required)
