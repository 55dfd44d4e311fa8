"""The whole journey in each language: every question of every step is asked and answered, every step confirmed, every
draft made.
"""

from __future__ import annotations

import pytest

from tests.stories.telling import arrives, exported, project_of
from tests.support.house import House
from tests.support.person import Person
from workflows.conditions import applies
from workflows.guide import Guide
from workflows.interview import asked_now, is_answered
from workflows.schema import Question
from workflows.screens import Spot

TYPED = {
    "en": {
        "text": "Welcome table",
        "long_text": "We work together.\nIn both languages.",
        "number": "12",
        "money": "$12,500.50",
        "month": "March 2027",
        "date": "April 1, 2027",
    },
    "fr": {
        "text": "Table d’accueil",
        "long_text": "Nous travaillons ensemble.\nDans les deux langues.",
        "number": "12",
        "money": "12 500,50 $",
        "month": "mars 2027",
        "date": "1er avril 2027",
    },
}


@pytest.mark.parametrize(("house", "language"), [("sqlite", "en"), ("postgresql", "fr")], indirect=["house"])
async def test_a_new_organizer_walks_all_five_steps_to_both_drafts(house: House, guide: Guide, language: str) -> None:
    definitions = guide.knowledge.definitions
    amina = await arrives(house, "Amina", language)

    for step in definitions.steps:
        await amina.says("/home")
        await amina.taps(press=("step", step.id))
        await amina.taps(press=("ask",))
        await _walk(house, guide, amina, language)
        assert spot_of(house, amina).screen == "review"
        project = await project_of(house, amina)
        assert all(is_answered(question, project) for question in asked_now(step, project)), step.id
        await amina.taps(press=("confirm", step.id))
        amina.sees("interface.notices.confirmed")
        assert (await project_of(house, amina)).steps[step.id] == "confirmed"

    await _drafts(amina)
    names = [name for name, _ in amina.documents]
    assert len(names) == len(set(names)) == 8
    project = await project_of(house, amina)
    hidden = [q.path for q in definitions.everything() if not q.parent and not applies(q, project)]
    assert all(path not in project.answers for path in hidden)
    await amina.says("/export")
    kept = exported(amina.documents[-1][1])
    assert kept["export_version"] == 2
    assert kept["answers"].keys() == project.answers.keys()


async def _drafts(person: Person) -> None:
    for document in ("terms-of-reference", "action-plan"):
        for choice in ("en.docx", "en.pdf", "fr.docx", "fr.pdf"):
            await person.says("/draft")
            await person.taps(press=("document", document))
            await person.taps(press=("draft", document, choice))


async def _walk(house: House, guide: Guide, person: Person, language: str) -> None:
    """Answer whatever is asked until the review appears."""
    for _ in range(200):
        spot = spot_of(house, person)
        if spot.screen == "review":
            return
        if spot.screen == "group":
            await person.taps(press=("recommended",))
        elif spot.screen == "consent":
            await person.taps(press=("consent", spot.question, "names"))
        elif spot.screen == "noted_date":
            await person.taps(press=("done",))
        else:
            await _answer(house, guide, person, language, spot)
    raise AssertionError("The step did not end.")


async def _answer(house: House, guide: Guide, person: Person, language: str, spot: Spot) -> None:
    question = guide.knowledge.definitions.question(spot.question)
    if spot.screen == "field":
        await _value(person, language, question.field(spot.field))
    elif question.kind == "records":
        if (await project_of(house, person)).records(question.path):
            await person.taps(press=("done", question.path))
        else:
            await person.taps(press=("add", question.path))
    else:
        await _value(person, language, question)


async def _value(person: Person, language: str, question: Question) -> None:
    if question.kind in ("choice", "scale"):
        await person.taps(press=("set", question.path, question.options[0]))
    elif question.kind == "choices":
        await person.taps(press=("on", question.path, question.options[0]))
        await person.taps(press=("done", question.path))
    elif question.kind == "link":
        links = [one for one in person.labels if person.payload(one).split(".")[4] == "set"]
        await (person.taps(links[0]) if links else person.taps(press=("skip", question.path)))
    elif question.year:
        await person.says("2027")
    elif question.kind == "number" and question.at_most is not None and question.at_most < 12:
        await person.says("2")
    elif question.path == "terms_of_reference.council_largest":
        await person.says("20")
    elif question.web_address:
        await person.says("example.ca/welcome")
    else:
        await person.says(TYPED[language][question.kind])


def spot_of(house: House, person: Person) -> Spot:
    """Where the person stands, from the database."""
    with house.store.transaction() as tx:
        place = tx.place(person.chat, str(person.number))
        assert place is not None
        return place.spot
