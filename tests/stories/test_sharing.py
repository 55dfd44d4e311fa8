"""Several people, one partnership: inviting and joining, what each role may do, leaving, and whom a link lets in."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.stories.gathering import comes_with, invites, joins, later, told
from tests.stories.telling import ON_BOTH, arrives, project_of, terms_quickly
from tests.support.house import House
from tests.support.person import Person
from workflows.roles import COORDINATOR, EDITOR, READER

DAY = dt.timedelta(days=1)


def roles(house: House, project: str) -> dict[str, str]:
    """The role of everybody with a seat, by number."""
    with house.store.transaction() as tx:
        return {one.person: one.role for one in tx.seats(project)}


@ON_BOTH
@pytest.mark.parametrize("language", ["en", "fr"])
async def test_a_newcomer_follows_a_link_joins_and_answers_together(house: House, language: str) -> None:
    amina = await arrives(house, "Amina", language)
    start = await invites(amina, EDITOR, "Library")
    amina.sees("people.invitation.once")

    luc = await comes_with(house, "Luc", start, language)
    luc.sees("people.invited.body", "people.can.editor", "people.invited.seen")
    assert "Kenora" in luc.card or "Hearst" in luc.card
    await luc.taps(press=("join",))
    luc.sees("people.notices.joined")
    assert told(amina, "people.tidings.joined", language)
    await luc.taps(press=("open_project",))
    await luc.taps(press=("quick", "terms-of-reference"))
    await luc.says("Kenora")

    rows = (await project_of(house, amina)).records("profile.catchment")
    assert [row.values["place"] for row in rows] == ["Kenora"]
    await amina.says("/people")
    assert "Library" in amina.card
    amina.sees("people.card.you", "people.roles.editor")
    await luc.says("/equipe")
    luc.sees("people.card.you", "people.card.numbered")
    assert not any(str(amina.number) in text for text in (luc.card, amina.card)), "no number is shown to others"


async def test_who_knows_the_guide_already_keeps_the_work_in_hand(house: House) -> None:
    amina, luc = await arrives(house, "Amina", "en"), await arrives(house, "Luc", "fr")
    await luc.taps(press=("step", "council"))
    await luc.starts(await invites(amina, READER))
    luc.sees("people.invited.body")
    await luc.taps(press=("back",))
    assert luc.screen.id == "step"


@ON_BOTH
async def test_a_link_lets_in_one_person_once(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    start = await invites(amina, EDITOR)
    luc, maya = await comes_with(house, "Luc", start), await comes_with(house, "Maya", start)
    await luc.taps(press=("join",))
    await maya.taps(press=("join",))
    maya.sees("people.notices.gone")
    project = (await project_of(house, amina)).id
    assert roles(house, project) == {str(amina.number): COORDINATOR, str(luc.number): EDITOR}
    await luc.starts(start)
    luc.sees("people.notices.gone")


async def test_a_link_taken_back_late_or_never_made_lets_nobody_in(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    start = await invites(amina, EDITOR)
    await amina.taps(press=("revoke",))
    old = await invites(amina, EDITOR)
    for given in (start, "join_", "join_" + "x" * 32):
        stranger = await comes_with(house, "Stranger", given)
        stranger.sees("people.notices.gone")
    await later(house, 7 * DAY)
    late = await comes_with(house, "Late", old)
    late.sees("people.notices.gone")
    assert len(roles(house, (await project_of(house, amina)).id)) == 1


async def test_a_member_who_opens_a_link_leaves_it_to_whom_it_is_meant_for(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    start = await invites(amina, COORDINATOR)
    await amina.starts(start)
    amina.sees("people.invited.already")
    luc = await joins(house, "Luc", start)
    assert roles(house, (await project_of(house, luc)).id)[str(luc.number)] == COORDINATOR


async def test_a_reader_sees_and_drafts_and_changes_nothing(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    await terms_quickly(amina, "en")
    luc = await joins(house, "Luc", await invites(amina, READER))
    before = (await project_of(house, amina)).to_data()
    await luc.taps(press=("step", "council"))
    await luc.taps(press=("review", "council"))
    await luc.taps(press=("change", "council.holder_state"))
    await luc.taps(press=("set", "council.holder_state"))
    luc.sees("people.notices.not_for.reader")
    assert "reader" in house.api.chats.toasts[-1]
    for text in ("/undo", "/export", "our own words"):
        await luc.says(text)
    await luc.says("/home")
    await luc.taps(press=("step", "terms_of_reference"))
    await luc.says("/draft")
    await luc.taps(press=("document", "terms-of-reference"))
    await luc.taps(press=("draft", "terms-of-reference", "fr.docx"))
    assert [name.rpartition(".")[2] for name, _ in luc.documents] == ["docx"]
    assert (await project_of(house, amina)).to_data() == before


async def test_an_editor_neither_shares_nor_erases(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    luc = await joins(house, "Luc", await invites(amina, EDITOR))
    project = await project_of(house, amina)
    await amina.says("/people")
    invite = amina.payload(press=("invite",))
    await amina.says("/forget")
    erase = amina.payload(press=("erase", "", "project"))
    for payload in (invite, erase, erase.replace("project", "later")):
        await luc.presses(payload)
        luc.sees("people.notices.not_for.editor")
    await luc.says("/forget")
    with pytest.raises(AssertionError):
        luc.payload(press=("erase", "", "project"))
    assert set(roles(house, project.id)) == {str(amina.number), str(luc.number)}


@ON_BOTH
async def test_the_last_coordinator_hands_over_before_leaving(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    luc = await joins(house, "Luc", await invites(amina, EDITOR, "Library"))
    project = (await project_of(house, amina)).id
    await amina.says("/people")
    await amina.taps(press=("leave",))
    amina.sees("people.leave.hand_over")
    await amina.says("/people")
    await amina.taps("Library")
    await amina.taps(press=("role", "", COORDINATOR))
    assert told(luc, "people.tidings.role")
    await amina.taps(press=("leave",))
    await amina.taps(press=("left",))
    amina.sees("people.notices.left", "interface.naming.ask")
    assert roles(house, project) == {str(luc.number): COORDINATOR}
    with house.store.transaction() as tx:
        kept = tx.project(project, str(luc.number))
    assert kept is not None
    assert str(amina.number) not in str(kept.to_data()), "the answers stay without her number"


async def test_whoever_is_removed_is_told_and_sees_nothing_any_more(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    luc = await joins(house, "Luc", await invites(amina, EDITOR, "Library"))
    await luc.taps(press=("step", "council"))
    card = luc.shown
    await amina.says("/people")
    await amina.taps("Library")
    await amina.taps(press=("remove",))
    amina.sees("people.notices.removed")
    assert told(luc, "people.tidings.removed")
    before = (await project_of(house, amina)).to_data()
    await luc.taps(press=("ask",), card=card)
    luc.sees("interface.naming.ask")
    await luc.says("/export")
    assert luc.documents == []
    assert (await project_of(house, amina)).to_data() == before


@ON_BOTH
async def test_two_people_who_answer_at_once_see_both_texts(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    luc = await joins(house, "Luc", await invites(amina, EDITOR))
    for person in (amina, luc):
        await person.says("/home")
        await person.taps(press=("step", "profile"))
        await person.taps(press=("review", "profile"))
        await person.taps(press=("change", "profile.name_fr"))
    await amina.says("Partenariat du Nord")
    await luc.says("Partenariat du Sud")
    luc.sees("interface.notices.replaced")
    assert "Partenariat du Nord" in luc.card
    assert "Partenariat du Sud" in luc.card
    await luc.says("/undo")
    assert (await project_of(house, amina)).value("profile.name_fr") == "Partenariat du Nord"
    await luc.says("/undo")
    assert (await project_of(house, amina)).value("profile.name_fr") == "Partenariat du Nord"


async def test_nobody_takes_back_what_somebody_else_changed(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    luc = await joins(house, "Luc", await invites(amina, EDITOR))
    await luc.taps(press=("quick", "terms-of-reference"))
    await luc.says("Kenora")
    await amina.says("/undo")
    amina.sees("people.notices.undo_of_others")
    assert len((await project_of(house, amina)).records("profile.catchment")) == 1


@ON_BOTH
async def test_rows_that_two_people_write_at_once_are_all_kept(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    luc = await joins(house, "Luc", await invites(amina, EDITOR))
    for person in (amina, luc):
        await person.says("/home")
        await person.taps(press=("quick", "terms-of-reference"))
    await amina.sends("Kenora\nKeewatin")
    await luc.sends("Minaki")
    await house.quiet()
    rows = (await project_of(house, amina)).records("profile.catchment")
    assert sorted(row.values["place"] for row in rows) == ["Keewatin", "Kenora", "Minaki"]
    assert len({row.id for row in rows}) == 3


async def test_a_card_pressed_by_somebody_else_gets_a_polite_toast_and_nothing_else(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    group = Person(house, "Mallory", chat=-500)
    await group.says("/help")
    group.sees("interface.private_only")
    shown, before = len(house.api.chats.shown), (await project_of(house, amina)).to_data()
    payload = amina.payload(press=("step", "council"))
    await house.api.tap(group.account, group.shown, payload)
    await house.api.tap(group.account, amina.shown, payload)
    await house.quiet()
    assert len(house.api.chats.toasts) == 2
    assert len(house.api.chats.shown) == shown
    assert (await project_of(house, amina)).to_data() == before


@ON_BOTH
async def test_of_two_who_take_one_link_at_the_same_moment_one_has_the_seat(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    start = await invites(amina, EDITOR)
    both = [await comes_with(house, name, start) for name in ("Luc", "Maya")]
    for person in both:
        await house.api.tap(person.account, person.shown, person.payload(press=("join",)))
    await house.quiet()
    seats = roles(house, (await project_of(house, amina)).id)
    assert len(seats) == 2
    lost = next(person for person in both if str(person.number) not in seats)
    lost.sees("people.notices.gone")
