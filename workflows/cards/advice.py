"""What to look at: the list of the whole project, the lines that a review shows, one rule with its four words, and the
card that asks why it is set aside. A rule informs and never blocks.
"""

from __future__ import annotations

import datetime as dt

from workflows.advice import Advice
from workflows.gaps import Gap
from workflows.phrases import Lines, Literal, Param, Phrase, Words, phrase
from workflows.project import Record
from workflows.scene import Scene, label
from workflows.schema import GapRule, Question
from workflows.screens import PAGE_SIZE, Button, Screen
from workflows.sources import Source
from workflows.telling import shortened, told_link, told_title

ALL = "all"
"""The value of a press that was drawn on the list of the whole project; a review's is empty."""
REASON = 300
_FEW, _MANY = 3, 12
_SHORT, _LONG = 48, 100


def advice(scene: Scene) -> Screen:
    """The list of the whole project, eight a page: open points first, those that were set aside at the end."""
    found = scene.knowledge.judgement.of_project(scene.the_project)
    told = sum(one.set_aside is None for one in found)
    body: list[Words] = [phrase("advice.card.all", n=told)] if told else [phrase("advice.card.none")]
    options, pages = scene.paged(rule_buttons(scene, found, ALL))
    page = min(scene.spot.page, max(0, (len(found) - 1) // PAGE_SIZE))
    body.extend(page_lines(scene, found, page))
    return scene.screen(phrase("advice.card.title"), tuple(body), options, (scene.button("home", "home"),), pages)


def page_lines(scene: Scene, found: tuple[Advice, ...], page: int) -> tuple[Words, ...]:
    """One line for each rule of a page, numbered through; what was set aside stands under its own heading."""
    start = page * PAGE_SIZE
    shown = list(enumerate(found, 1))[start : start + PAGE_SIZE]
    body: list[Words] = []
    for aside in (False, True):
        of_one_kind = [(number, one) for number, one in shown if (one.set_aside is not None) is aside]
        if not of_one_kind:
            continue
        if aside:
            body.append(phrase("advice.card.aside", n=sum(one.set_aside is not None for one in found)))
        lines = (phrase("advice.card.line", number=number, text=what(scene, one.gap)) for number, one in of_one_kind)
        body.append(Lines(tuple(lines)))
    return tuple(body)


def rule_buttons(scene: Scene, found: tuple[Advice, ...], value: str) -> tuple[Button, ...]:
    """A button for each rule, numbered as its line is."""
    return tuple(
        scene.button(_numbered(number, one.rule), "rule", one.rule.path, value=value)
        for number, one in enumerate(found, 1)
    )


def _numbered(number: int, rule: GapRule) -> Phrase:
    return phrase("advice.card.line", number=number, text=Phrase(f"{rule.words}.title"))


def rule(scene: Scene) -> Screen:
    """One rule: what is missing, why it matters, what to do, the source; the question that mends it; setting aside."""
    asked = scene.knowledge.definitions.gap(scene.spot.question)
    now = scene.knowledge.judgement.look(scene.the_project, asked.path)
    title = Phrase(f"{asked.words}.title")
    if now is None:
        return scene.screen(title, (phrase("advice.card.settled"),), (_mend(scene, asked),), _ways(scene))
    body: list[Words] = [
        what(scene, now.gap, whole=True),
        phrase("advice.card.why", text=Phrase(f"{asked.words}.why")),
        phrase("advice.card.do", text=Phrase(f"{asked.words}.do")),
    ]
    sources = [scene.knowledge.judgement.sources[name] for name in asked.sources]
    if sources:
        body.append(Lines(tuple(told_source(source) for source in sources)))
    options = [_mend(scene, asked)]
    if now.set_aside is None:
        options.append(scene.button(phrase("advice.card.set_aside"), "aside", asked.path, value=scene.spot.value))
    else:
        day = dt.datetime.fromisoformat(now.set_aside.at).date()
        body.append(phrase("advice.card.reason", date=day, reason=Literal(now.set_aside.reason)))
        options.append(scene.button(phrase("advice.card.take_up"), "take_up", asked.path, value=scene.spot.value))
    options.extend(
        scene.button(phrase("advice.card.resource", title=Phrase(f"{source.words}.title")), "resource", source.resource)
        for source in sources
        if source.resource
    )
    return scene.screen(title, tuple(body), tuple(options), _ways(scene))


def reason(scene: Scene) -> Screen:
    """The card that asks why a point is set aside; the reason is typed."""
    asked = scene.knowledge.definitions.gap(scene.spot.question)
    body = (phrase("advice.card.ask_reason", title=Phrase(f"{asked.words}.title")), phrase("advice.card.kept"))
    back = scene.button("back", "rule", asked.path, value=scene.spot.value)
    title, hint = phrase("advice.card.set_aside"), phrase("interface.hints.text", n=REASON)
    return scene.screen(title, (*body, hint), (), (back, scene.button("home", "home")))


def what(scene: Scene, gap: Gap, whole: bool = False) -> Phrase:
    """What is missing, with the names of a few of its items, or of as many as a card can hold (`whole`)."""
    most, longest = (_MANY, _LONG) if whole else (_FEW, _SHORT)
    items = _names(scene, gap, most, longest)
    if len(gap.items) > most:
        items = (*items, phrase("interface.value.more", n=len(gap.items) - most))
    return Phrase(f"{gap.words}.what", {"n": len(gap.items), "items": items, **dict(gap.numbers)})


def _names(scene: Scene, gap: Gap, most: int, longest: int) -> tuple[Param, ...]:
    if gap.list_name:
        return tuple(Phrase(f"lists.{gap.list_name}.{option}") for option in gap.items[:most])
    if not gap.rows:
        return ()
    asked, rows = scene.knowledge.definitions.question(gap.rows), scene.the_project.records(gap.rows)
    by_id = {row.id: row for row in rows}
    titles = (_title(scene, asked, by_id[item]) for item in gap.items[:most] if item in by_id)
    told = (scene.knowledge.book.text(title, scene.language) for title in titles)
    return tuple(phrase("advice.card.quoted", text=Literal(_cut(text, longest))) for text in told)


def _cut(text: str, longest: int) -> str:
    """One line of `text`, cut between two words where it is too long."""
    line = shortened(text, longest)
    head = line[:-1].rpartition(" ")[0]
    return f"{head}…" if line.endswith("…") and len(head) > longest // 2 else line


def _title(scene: Scene, asked: Question, row: Record) -> Words:
    """How a row is called: what it points at, where that is its first field, or its first text."""
    first = asked.fields[0]
    if first.kind == "link" and row.values.get(first.id):
        return told_link(scene.knowledge.definitions, scene.the_project, first, row.values[first.id])
    return told_title(asked, row)


def told_source(source: Source) -> Phrase:
    """A source as it is cited: its title with its year, or with the year in which an undated page was seen."""
    title = Phrase(f"{source.words}.title")
    if source.year:
        return phrase("advice.card.source", title=title, year=Literal(source.year))
    return phrase("advice.card.source_undated", title=title, year=Literal(source.seen))


def _mend(scene: Scene, asked: GapRule) -> Button:
    """The way to the question, or to the card of rules, that settles the point."""
    if asked.mend.startswith("group."):
        name: Words = Phrase(f"interface.groups.{asked.mend.removeprefix('group.')}.title")
        return scene.button(phrase("advice.card.mend", question=name), "rules", asked.path)
    question = scene.knowledge.definitions.question(asked.mend)
    return scene.button(phrase("advice.card.mend", question=label(question)), "change", asked.mend)


def _ways(scene: Scene) -> tuple[Button, ...]:
    step = "" if scene.spot.value == ALL else scene.spot.step
    return (scene.button("back", "points", step, value=str(scene.spot.page)), scene.button("home", "home"))
