"""What does not follow the script: refusals and recovery, old cards, other kinds of messages, long texts, corrections
by chatting.
"""

from __future__ import annotations

import pytest

from tests.stories.telling import ON_BOTH, arrives, project_of
from tests.support.house import House
from tests.support.person import Person

pytestmark = ON_BOTH

POPULATION = "profile.population"


async def opens(person: Person, path: str) -> None:
    """Open one question from the review of its step."""
    step = path.split(".")[0]
    await person.says("/home")
    await person.taps(press=("step", step))
    await person.taps(press=("review", step))
    for _ in range(8):
        try:
            await person.taps(press=("change", path))
        except AssertionError:
            await person.taps(key="interface.buttons.next_page")
        else:
            return
    raise AssertionError(path)


@pytest.mark.parametrize(
    ("path", "wrong", "refusal", "right", "value"),
    [
        (POPULATION, "many", "not_a_number", "15 000", 15000),
        (POPULATION, "1,5", "not_whole", "15,000", 15000),
        (POPULATION, "0", "out_of_range", "15\u00a0000", 15000),
        (POPULATION, "👍🏽👍🏽", "empty", "15000", 15000),
        ("profile.place", "\u202e\u0000", "empty", "كينورا <b>&", "كينورا <b>&"),
        ("profile.place", "x" * 81, "too_long", "Kenora", "Kenora"),
        ("profile.place", "x" * 5000, "too_long", "Kenora", "Kenora"),
        ("profile.province", "Atlantis", "not_an_option", "Ontario", "ontario"),
        ("council.first_meeting", "31 February 2027", "no_such_date", "2027-03-31", "2027-03-31"),
        ("council.first_meeting", "soon", "not_a_date", "March 31, 2027", "2027-03-31"),
    ],
)
async def test_a_bad_input_gets_one_sentence_and_the_question_again_and_then_the_good_one_is_taken(
    house: House, path: str, wrong: str, refusal: str, right: str, value: object
) -> None:
    amina = await arrives(house, "Amina", "en")
    await opens(amina, path)
    before = (await project_of(house, amina)).answers.get(path)

    await amina.says(wrong)

    step, _, name = path.partition(".")
    amina.sees(f"steps.{step}.questions.{name}.ask")
    if len(wrong) <= 4096:
        amina.sees(f"interface.refused.{refusal}")
    assert (await project_of(house, amina)).answers.get(path) == before
    await amina.says(right)
    assert (await project_of(house, amina)).value(path) == value


async def test_a_date_is_shown_back_and_the_other_reading_is_one_tap_away(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    await opens(amina, "council.first_meeting")
    await amina.says("3/4/2027")
    amina.sees("interface.question.understood")
    assert (await project_of(house, amina)).value("council.first_meeting") == "2027-03-04"
    await amina.taps(press=("set", "council.first_meeting", "2027-04-03"))
    assert (await project_of(house, amina)).value("council.first_meeting") == "2027-04-03"


async def test_five_thousand_characters_in_two_messages_are_one_answer(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    await opens(amina, "terms_of_reference.mandate")
    text = " ".join(f"word{number:04}" for number in range(540))
    assert 4096 < len(text) <= 5000
    await amina.says(text)
    amina.sees("interface.notices.joined")
    kept = (await project_of(house, amina)).value("terms_of_reference.mandate")
    assert kept.replace(" ", "") == text.replace(" ", "")


async def test_a_long_paste_cut_in_the_middle_of_a_line_loses_no_row(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    await opens(amina, "research_strategy.needs")
    rows = [f"Need number {number:03} that people told us about in the library and at work" for number in range(60)]
    assert len("\n".join(rows)) > 4096
    await amina.says("\n".join(rows))
    kept = [row.values["need"] for row in (await project_of(house, amina)).records("research_strategy.needs")]
    assert kept == rows


async def test_a_pasted_table_with_its_heading_becomes_rows(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    await opens(amina, "council.members")
    await amina.taps(press=("consent", "council.members", "names"))
    await amina.says(
        "Person\tOrganization\tSectors\nAmina Diallo\tPublic Library\tlibraries\n"
        "\tCity\tgovernment\nLi Wei\tMill\tunheard of"
    )
    amina.sees("interface.notices.cells_puzzling")
    rows = [row.values for row in (await project_of(house, amina)).records("council.members")]
    assert rows == [
        {"person": "Amina Diallo", "organization": "Public Library", "sectors": ["libraries"]},
        {"organization": "City", "sectors": ["government"]},
        {"person": "Li Wei", "organization": "Mill"},
    ]


async def test_an_edited_message_corrects_its_answer(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    await opens(amina, "profile.place")
    message = await amina.says("Kenorra")
    await opens(amina, POPULATION)
    await amina.edits(message, "Kenora")
    assert (await project_of(house, amina)).value("profile.place") == "Kenora"
    amina.sees("interface.notices.noted", "steps.profile.questions.population.ask")
    await amina.edits(message, "x" * 200)
    amina.sees("interface.notices.edit_kept")
    assert (await project_of(house, amina)).value("profile.place") == "Kenora"


async def test_a_reply_to_an_old_question_answers_it_and_the_current_card_stays(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    await opens(amina, "profile.place")
    old = amina.shown.id
    await amina.says("Kenora")
    await opens(amina, POPULATION)
    await amina.says("Kenora and Keewatin", reply_to=old)
    project = await project_of(house, amina)
    assert project.value(POPULATION) is None
    amina.sees("interface.notices.noted")


async def test_an_old_button_sets_what_it_says_and_both_answers_are_told(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    await opens(amina, "council.table_exists")
    old = amina.payload(press=("set", "council.table_exists", "already_meets"))
    await amina.taps(press=("set", "council.table_exists", "not_yet"))
    await opens(amina, "council.table_exists")
    await amina.taps(press=("set", "council.table_exists", "being_formed"))
    await amina.presses(old)
    amina.sees("interface.notices.replaced")
    assert (await project_of(house, amina)).value("council.table_exists") == "already_meets"
    await amina.says("/undo")
    assert (await project_of(house, amina)).value("council.table_exists") == "being_formed"


async def test_a_button_pressed_twice_adds_one_row(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    await opens(amina, "research_strategy.adoption")
    await amina.taps(press=("add", "research_strategy.adoption"))
    twice = amina.payload(press=("set", "research_strategy.adoption.body", "council"))
    await amina.presses(twice)
    await amina.presses(twice)
    assert len((await project_of(house, amina)).records("research_strategy.adoption")) == 1


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (
            {
                "sticker": {
                    "file_id": "s",
                    "file_unique_id": "s",
                    "type": "regular",
                    "width": 1,
                    "height": 1,
                    "is_animated": False,
                    "is_video": False,
                }
            },
            "sticker",
        ),
        ({"photo": [{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}]}, "photo"),
        ({"voice": {"file_id": "v", "file_unique_id": "v", "duration": 1}}, "voice"),
        ({"document": {"file_id": "d", "file_unique_id": "d"}}, "file"),
        ({"text": "hello", "forward_origin": {"type": "hidden_user", "date": 0, "sender_user_name": "X"}}, "forwarded"),
        ({"location": {"latitude": 49.7, "longitude": -94.5}}, "other"),
    ],
)
async def test_what_is_no_text_gets_a_sentence_and_the_question_again(
    house: House, content: dict[str, object], key: str
) -> None:
    amina = await arrives(house, "Amina", "fr")
    await opens(amina, POPULATION)
    await amina.shows(**content)
    amina.sees(f"interface.other.{key}", "steps.profile.questions.population.ask")


async def test_an_unknown_command_and_a_text_that_answers_nothing_are_told_so(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    await amina.says("/dance")
    amina.sees("interface.other.unknown_command")
    await amina.says("handbook for new partnerships")
    amina.sees("answers.lip_handbook")
    await amina.says("zzzz qqqq")
    amina.sees("finding.nothing.body")
    await amina.taps(press=("back",))
    amina.sees("interface.home.steps")


@pytest.mark.parametrize(
    "command",
    [
        "home",
        "accueil",
        "help",
        "aide",
        "language",
        "langue",
        "draft",
        "ebauche",
        "resources",
        "ressources",
        "privacy",
        "confidentialite",
        "projects",
        "projets",
    ],
)
async def test_every_command_works_in_the_middle_of_a_row_and_back_leads_to_it(house: House, command: str) -> None:
    amina = await arrives(house, "Amina", "en")
    await opens(amina, "council.sector_plans")
    await amina.taps(press=("add", "council.sector_plans"))
    await amina.taps(press=("set", "council.sector_plans.sector", "health"))
    await amina.says(f"/{command}")
    if command in ("home", "accueil"):
        amina.sees("interface.home.steps")
    else:
        await amina.taps(press=("back",))
        amina.sees("steps.council.questions.sector_plans.fields.who_asks.ask")
    assert len((await project_of(house, amina)).records("council.sector_plans")) == 1


async def test_in_a_group_the_guide_asks_to_write_privately(house: House) -> None:
    luc = Person(house, "Luc", language_code="fr", chat=-100)
    await luc.says("/start")
    luc.sees("interface.private_only")
    assert luc.buttons[0]["url"].startswith("https://t.me/")
