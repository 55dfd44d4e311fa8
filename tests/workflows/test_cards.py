"""Every card for every question, drawn strictly in both languages as Telegram would get it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.callback_data import LONGEST, pack, parse
from tests.support.walker import ENTRANCES, Walker, the_guide
from workflows.actions import Command, Press
from workflows.cards import CARDS
from workflows.circle import Circle, Member, Offer
from workflows.moves.sharing import START, digest
from workflows.project import Project
from workflows.schema import Question
from workflows.screens import PAGE_SIZE

GUIDE = the_guide()
DEFINITIONS = GUIDE.knowledge.definitions
QUESTIONS = [question for question in DEFINITIONS.everything() if not question.parent]
LISTS = [question for question in QUESTIONS if question.kind == "records"]
TYPED = {
    "text": "x" * 20,
    "long_text": "Some words.",
    "number": "12",
    "money": "25000",
    "month": "March 2027",
    "date": "March 3, 2027",
}


def full(walker: Walker) -> Walker:
    """Three rows in every list, so that everything can point at something."""
    for question in LISTS:
        walker.listing(question.path)
        for number in range(3):
            walker.do(Press("add", question.path, revision=_revision(walker.project, question)))
            fill(walker, question, number)
    return walker


def typed(question: Question) -> str:
    """Something that may be typed as the answer."""
    if question.web_address:
        return "https://example.ca"
    return str(int(question.at_least or 0) + 1) if question.kind == "number" else TYPED[question.kind]


def fill(walker: Walker, question: Question, number: int) -> None:
    for part in [part for part in question.fields if part.asked]:
        if walker.screen.id != "field" or walker.spot.field != part.id:
            continue
        if part.kind in TYPED:
            walker.say(f"{TYPED[part.kind]} {number}" if part.kind == "text" else typed(part))
        elif part.kind == "choices":
            walker.tap("on")
            walker.tap("done")
        else:
            presses = [press for press in walker.presses() if press.verb == "set"]
            walker.do(presses[min(number, len(presses) - 1)] if presses else walker.press("skip"))


def _revision(project: Project | None, question: Question) -> int:
    answer = project.answers.get(question.path) if project else None
    return answer.revision if answer else 0


def pages(walker: Walker) -> Iterator[None]:
    """Every page of the current card, each drawn."""
    yield
    for page in range(1, 30):
        if not walker.offers("page", value=str(page)):
            return
        walker.tap("page", value=str(page))
        yield


@pytest.fixture(scope="module", params=["en", "fr"])
def busy(request: pytest.FixtureRequest) -> Walker:
    """Somebody whose every list has rows."""
    return full(Walker(request.param))


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.path)
def test_every_question_can_be_asked_explained_answered_and_asked_again(question: Question, either: Walker) -> None:
    either.listing(question.path)
    for _ in pages(either):
        assert len(either.screen.options) <= PAGE_SIZE
        assert either.offers("home")
    for side in ("why", "example"):
        either.listing(question.path)
        if either.offers(side):
            either.tap(side)
            assert f"interface.question.{side}" in either.keys
    either.listing(question.path)
    if question.kind in TYPED:
        either.say(typed(question))
    elif question.kind == "records":
        either.tap("add")
        fill(either, question, 0)
    else:
        either.tap("on" if question.kind == "choices" else "set")
    assert either.project is not None
    assert either.project.answers[question.path].state == "given"
    either.listing(question.path)
    assert {"interface.question.given", "interface.rows.so_far"} & either.keys
    either.do(Press("unsure", question.path))
    either.listing(question.path)


@pytest.mark.parametrize("question", LISTS, ids=lambda question: question.path)
def test_every_row_and_every_field_of_every_list_can_be_opened(question: Question, busy: Walker) -> None:
    assert busy.project is not None
    assert len(busy.project.records(question.path)) == 3
    for row in list(busy.project.records(question.path)):
        busy.listing(question.path)
        busy.tap("row", record=row.id)
        for _ in pages(busy):
            assert busy.offers("home")
        for part in question.fields:
            busy.do(Press("field", part.path, row.id))
            assert (busy.screen.id, busy.spot.field) == ("field", part.id)
            for _ in pages(busy):
                assert {"home", "list", "back"} <= {press.verb for press in busy.presses()}


@pytest.mark.parametrize("step", [step.id for step in DEFINITIONS.steps])
def test_every_step_and_every_page_of_its_review_is_drawn(step: str, busy: Walker) -> None:
    busy.do(Press("step", step))
    busy.do(Press("review", step))
    seen = set()
    for _ in pages(busy):
        seen.update(press.target for press in busy.presses() if press.verb == "change")
        assert busy.offers("home")
        assert busy.offers("confirm") or busy.project is None or busy.project.steps[step] == "confirmed"
    asked = {question.path for question in DEFINITIONS.step(step).questions if question.condition is None}
    assert asked <= seen


def test_every_resource_theme_and_step_of_the_resources_is_drawn(either: Walker) -> None:
    for resource in GUIDE.knowledge.catalogue.resources:
        either.do(Press("resource", resource.id))
        assert f"{resource.words}.summary" in either.keys
        assert any(button.url for button in either.screen.options) or "interface.resources.no_address" in either.keys
    for target in [
        *(step.id for step in DEFINITIONS.steps),
        *(f"theme.{theme}" for theme in GUIDE.knowledge.catalogue.themes),
    ]:
        either.do(Press("for_step", target))
        for _ in pages(either):
            assert either.offers("resource")


def test_every_starter_of_every_list_and_text_is_shown_and_can_be_taken(either: Walker) -> None:
    for question in QUESTIONS:
        if question.kind == "records" and (question.starters or question.starters_from):
            either.listing(question.path)
            either.tap("starters")
            for _ in pages(either):
                for press in [press for press in either.presses() if press.verb == "take_starter"]:
                    either.do(press)
            taken = len(DEFINITIONS.lists[question.starters_from]) if question.starters_from else len(question.starters)
            assert len(either.rows(question.path)) == min(taken, int(question.at_most or 0))
        for starter in question.starters if question.kind != "records" else ():
            either.open(question.path)
            either.tap("starter", value=starter)
            assert either.value(question.path) == {"starter": starter}


def _met_in_company(walker: Walker) -> set[str]:
    """The cards about the people of a project and about an invitation."""
    walker.circle = Circle((Member("m1", "coordinator", you=True), Member("m2", "reader")))
    walker.open_to[digest("token")] = Offer("other", "Hearst", "editor", walker.now)
    member = Press("member", record="m2")
    presses = (Press("invite"), Press("invite", value="editor"), Press("unlabelled", value="editor"), member)
    seen = {walker.do(press).screen.id for press in (Press("people"), *presses, Press("leave"))}
    seen.add(walker.do(Command("start", f"{START}token")).screen.id)
    return seen | {walker.tap("join").screen.id}


def test_every_card_is_drawn_by_some_walk() -> None:
    seen = set()
    for walker in (Walker(arrived=False), Walker("fr")):
        walker.do(Command("start"))
        seen.add(walker.screen.id)
    walker.private = False
    seen.add(walker.do(Command("start")).screen.id)
    walker.private = True
    for press in (
        Press("ask", "council.members"),
        Press("consent", "council.members", value="names"),
        Press("add", "council.members"),
        Press("new_project"),
        Press("step", "council"),
        Press("review", "council"),
        Press("ask", "council.first_meeting"),
        Press("advice"),
        Press("rule", "gap.council.too_few_members"),
        Press("aside", "gap.council.too_few_members"),
        Press("lens", "council"),
        Press("letterhead"),
        Press("francophone", "francophone.models"),
        Press("drafts"),
        Press("document", "action-plan"),
        Press("parity"),
        Press("wording", "terms_of_reference.mission", value="list"),
        Press("resources"),
        Press("for_step", "council"),
        Press("resource", "lip_handbook"),
        Press("settings"),
        Press("help"),
        Press("privacy"),
        Press("projects"),
        Press("readiness"),
        Press("facts", "council"),
        Press("terms", "council.members"),
        Press("term", "term.quorum"),
        Press("letters", value="a-c"),
        Press("glossary"),
        Press("to_know", "council"),
        Press("know", "background.holder_types"),
        Press("know", "background.seat_grid"),
        Press("sector", "libraries"),
        Press("letter", "libraries", value="fr"),
        Press("know", "background.self_assessment"),
        Press("know", "background.reporting_calendar"),
        Press("theme", "theme.governance"),
        Press("progress"),
        Press("suggest", "action_plan.actions.indicator"),
        Press("versions"),
        Press("name_version"),
    ):
        seen.add(walker.do(press).screen.id)
    seen.add(walker.say("Sent to the council").screen.id)
    seen.add(walker.tap("changed").screen.id)
    seen.add(walker.say("plan").screen.id)
    walker.do(Command("glossary"))
    seen.add(walker.say("council").screen.id)
    seen.add(walker.do(Press("home")).screen.id)
    seen |= {walker.say(text).screen.id for text in ("francophone", "zzzz", "mon visa")}
    walker.open("council.first_meeting")
    seen.add(walker.say("March 3, 2027").screen.id)
    walker.listing("profile.catchment")
    walker.say("Kenora")
    seen.add(walker.tap("row").screen.id)
    seen.add(walker.do(Press("quick", "terms-of-reference")).screen.id)
    for _ in range(12):
        if walker.screen.id != "ready":
            seen.add(walker.do(Press("skip", walker.spot.question)).screen.id)
    seen |= _met_in_company(walker)
    walker.do(Command("forget"))
    seen |= {"forget", "language", walker.tap("erase", value="project").screen.id}
    assert set(CARDS) - seen == set()


def test_every_press_that_was_ever_offered_fits_and_reads_back(busy: Walker) -> None:
    pressed = {*busy.old}
    assert len(pressed) > 500
    for press in pressed:
        data = pack(press, GUIDE.codes)
        assert len(data.encode()) <= LONGEST
        assert parse(data, GUIDE.codes) == press


def test_no_press_can_grow_too_long_for_a_button(busy: Walker) -> None:
    """The longest of everything at once: `1.<project 8>.<card 4>.<revision>.<verb>.<code>.<record>.<code>`."""
    for verb in {press.verb for press in busy.old}:
        press = Press(verb, f"{LISTS[0].path}.kind", "r9999", "rural_municipality", 36**5 - 1, "abcd", "abcdefgh")
        assert len(pack(press, GUIDE.codes).encode()) <= LONGEST


def test_no_card_but_an_entrance_is_without_a_way_home(busy: Walker) -> None:
    for command in ("help", "privacy", "language", "resources", "draft", "projects", "forget", "home", "start"):
        busy.do(Command(command))
        if busy.screen.id not in ENTRANCES | {"home"}:
            assert busy.offers("home"), busy.screen.id
