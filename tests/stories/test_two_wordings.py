"""Two languages in step, through the real application: a text, its other wording, what changes, and the documents."""

from __future__ import annotations

import pytest

from tests.stories.telling import arrives, project_of
from tests.support.house import House
from tests.support.person import Person
from workflows.two_wordings import Wordings, of_answer

MANDATE = "terms_of_reference.mandate"
TEXTS = {"en": "Meet to welcome better.", "fr": "Se rencontrer pour mieux accueillir."}
ANEW = {"en": "Welcome every newcomer.", "fr": "Accueillir chaque personne."}
OTHER = {"en": "fr", "fr": "en"}
DRAFT = {"en": "/draft", "fr": "/ebauche"}


async def told(house: House, person: Person) -> Wordings:
    """The mandate as the database has it."""
    wordings = of_answer((await project_of(house, person)).answers[MANDATE])
    assert wordings is not None
    return wordings


async def writes_the_mandate(person: Person, text: str) -> int:
    """She opens the review, changes the mandate, and gives back the id of her message."""
    await person.says("/home")
    await person.taps(press=("step", "terms_of_reference"))
    await person.taps(press=("review", "terms_of_reference"))
    await person.taps(press=("change", MANDATE))
    return await person.says(text)


async def gives_the_other_wording(person: Person, language: str, text: str) -> int:
    """She goes through the drafts to the list of what is missing, and answers it."""
    await person.says(DRAFT[language])
    await person.taps(press=("parity",))
    await person.taps(press=("wording", MANDATE, "list"))
    return await person.says(text)


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_a_text_gets_its_other_wording_from_the_list_of_what_is_missing(house: House, language: str) -> None:
    other = OTHER[language]
    aicha = await arrives(house, "Aïcha", language)
    await writes_the_mandate(aicha, TEXTS[language])
    await aicha.says(DRAFT[language])
    await aicha.taps(press=("parity",))
    aicha.sees("parity.count", f"parity.states.{language}")
    await aicha.taps(press=("wording", MANDATE, "list"))
    aicha.sees(f"parity.text.{language}", f"parity.send.{other}")
    await aicha.says(TEXTS[other])
    aicha.sees(f"parity.notices.kept_{other}", "parity.none")
    assert await told(house, aicha) == Wordings(TEXTS[language], TEXTS)


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_a_changed_text_asks_for_a_second_look_and_undo_takes_it_back(house: House, language: str) -> None:
    other = OTHER[language]
    aicha = await arrives(house, "Aïcha", language)
    first = await writes_the_mandate(aicha, TEXTS[language])
    await gives_the_other_wording(aicha, language, TEXTS[other])
    await aicha.edits(first, ANEW[language])
    both = {language: ANEW[language], other: TEXTS[other]}
    assert await told(house, aicha) == Wordings(ANEW[language], both, again=other)
    await aicha.says("/undo")
    assert await told(house, aicha) == Wordings(TEXTS[language], TEXTS)


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_the_documents_come_with_both_columns_and_the_sheet(house: House, language: str) -> None:
    aicha = await arrives(house, "Aïcha", language)
    await writes_the_mandate(aicha, TEXTS[language])
    await aicha.says(DRAFT[language])
    await aicha.taps(press=("parity",))
    await aicha.taps(press=("document", "parity"))
    await aicha.taps(press=("draft", "parity", f"{language}.docx"))
    await aicha.says(DRAFT[language])
    await aicha.taps(press=("document", "bilingual-terms"))
    await aicha.taps(press=("draft", "bilingual-terms", f"{language}.pdf"))
    assert [name.rpartition("_")[2] for name, _ in aicha.documents] == [f"{language}.docx", f"{language}.pdf"]
    assert all(data for _, data in aicha.documents)
