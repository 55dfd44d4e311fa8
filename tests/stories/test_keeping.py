"""Nothing given is lost: a restart, days in between, a change of language, of mind, of partnership; and erasing that
really erases.
"""

from __future__ import annotations

from tests.stories.telling import MEMBERS, NAMES, ON_BOTH, arrives, exported, project_of, terms_quickly
from tests.support.house import House
from tests.support.person import Person

pytestmark = ON_BOTH


async def test_stopped_in_the_middle_of_a_step_and_started_again_the_same_card_stands_with_every_answer(
    house: House,
) -> None:
    amina = await arrives(house, "Amina", "en")
    await amina.taps(press=("quick", "terms-of-reference"))
    await amina.says("Kenora\nKeewatin")
    before, card = (await project_of(house, amina)).to_data(), amina.card

    await house.restart()

    assert (await project_of(house, amina)).to_data() == before
    await amina.says("/start")
    amina.sees("interface.notices.welcome_back", "steps.profile.questions.catchment.ask")
    assert amina.card.splitlines()[0] == card.splitlines()[0]
    await amina.says("Sioux Narrows")
    assert len((await project_of(house, amina)).records("profile.catchment")) == 3


async def test_an_old_button_still_works_after_a_restart(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    await amina.taps(press=("step", "council"))
    await amina.taps(press=("ask",))
    await house.restart()
    await amina.taps(press=("set", "council.rif_model", "cross_seats"))
    assert (await project_of(house, amina)).value("council.rif_model") == "cross_seats"


async def test_the_language_changes_in_the_middle_of_a_question_and_the_answers_stay(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    await amina.taps(press=("quick", "terms-of-reference"))
    await amina.says("Kenora")
    english = amina.labels
    await amina.says("/langue")
    await amina.taps(press=("language", "", "fr"))
    amina.sees("steps.profile.questions.catchment.ask")
    assert amina.labels != english
    assert [row.values["place"] for row in (await project_of(house, amina)).records("profile.catchment")] == ["Kenora"]
    listed = house.api.chats.commands[f"chat:{amina.chat}", ""]
    assert "accueil" in [command["command"] for command in listed]


async def test_changing_one_answer_from_the_review_asks_nothing_else_again(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    await terms_quickly(amina, "en")
    await amina.says("/home")
    await amina.taps(press=("step", "council"))
    await amina.taps(press=("review", "council"))
    await amina.taps(press=("change", "council.holder_state"))
    await amina.taps(press=("set", "council.holder_state", "signed"))
    assert amina.screen.id == "review"
    assert (await project_of(house, amina)).value("council.holder_state") == "signed"


async def test_the_last_change_is_taken_back_even_when_it_was_a_paste(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    await amina.taps(press=("quick", "terms-of-reference"))
    await amina.says("Kenora\nKeewatin\nMinaki")
    await amina.says("/undo")
    amina.sees("interface.notices.undone")
    assert (await project_of(house, amina)).records("profile.catchment") == []
    await amina.says("/undo")
    amina.sees("interface.notices.nothing_to_undo")


async def test_a_confirmed_step_is_to_be_looked_at_again_after_a_change(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    await terms_quickly(amina, "en")
    await amina.says("/home")
    await amina.taps(press=("step", "council"))
    await amina.taps(press=("review", "council"))
    await amina.taps(press=("confirm", "council"))
    await amina.taps(press=("step", "council"))
    await amina.taps(press=("ask",))
    await amina.taps(press=("set", "council.rif_model", "cross_seats"))
    assert (await project_of(house, amina)).steps["council"] == "look_again"


async def test_two_partnerships_are_kept_apart(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    first = await project_of(house, amina)
    await amina.says("/projects")
    await amina.taps(press=("new_project",))
    await amina.says("Minaki table")
    second = await project_of(house, amina)
    assert second.id != first.id
    await amina.says("/projets")
    await amina.taps(NAMES["en"])
    assert (await project_of(house, amina)).id == first.id


async def test_names_of_others_are_taken_only_after_consent(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    await amina.taps(press=("step", "council"))
    await amina.taps(press=("review", "council"))
    await amina.taps(press=("change", "council.members"))
    amina.sees("interface.consent.body")
    await amina.says(MEMBERS["en"])
    amina.sees("interface.consent.first")
    assert (await project_of(house, amina)).records("council.members") == []
    await amina.taps(press=("consent", "council.members", "organizations"))
    await amina.says("City of Kenora; government")
    row = (await project_of(house, amina)).records("council.members")[0]
    assert row.values == {"organization": "City of Kenora", "sectors": ["government"]}


async def test_forgetting_is_asked_then_immediate_and_complete(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    await terms_quickly(amina, "en")
    await amina.says("/forget")
    amina.sees("interface.forget.project")
    assert (await project_of(house, amina)).records("council.members")
    await amina.taps(press=("erase", "", "me"))
    amina.sees("interface.forget.done")
    await house.restart()
    with house.store.transaction() as tx:
        assert tx.person(str(amina.number)) is None
        assert tx.titles(str(amina.number)) == ()
        assert tx.place(amina.chat, str(amina.number)) is None
    await amina.says("/home")
    amina.sees("interface.welcome.greeting")


async def test_the_export_can_be_read_back(house: House) -> None:
    amina = await arrives(house, "Amina", "fr")
    await terms_quickly(amina, "fr")
    await amina.says("/exporter")
    name, data = amina.documents[-1]
    assert name.endswith(".zip")
    project = await project_of(house, amina)
    assert type(project).from_data(exported(data)).to_data() == project.to_data()


async def test_a_stranger_cannot_use_the_buttons_of_somebody_elses_partnership(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    mallory = Person(house, "Mallory")
    await mallory.starts()
    await mallory.taps(press=("language", "", "en"))
    before = (await project_of(house, amina)).to_data()
    payload = amina.payload(press=("step", "council"))
    await house.api.tap(mallory.account, mallory.shown, payload)
    await house.quiet()
    assert (await project_of(house, amina)).to_data() == before
    mallory.sees("interface.naming.ask")
