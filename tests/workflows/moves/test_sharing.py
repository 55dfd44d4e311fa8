"""Sharing without a chat: what is asked of the bot, what the card shows at once, and what is refused."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.support.walker import NOW, Walker
from workflows.actions import Command, Press, Say
from workflows.circle import (
    Circle,
    ErasureAsked,
    ErasureCancelled,
    InvitationMade,
    InvitationRevoked,
    InvitationTaken,
    Invited,
    Member,
    Offer,
    RoleChanged,
    SeatRemoved,
)
from workflows.moves.sharing import GRACE, LABEL, START, VALID, digest
from workflows.outcomes import LanguageChosen, Title
from workflows.roles import COORDINATOR, EDITOR, MOST_INVITATIONS, READER, ROLES
from workflows.screens import PAGE_SIZE

YOU = Member("m1", COORDINATOR, NOW, you=True)
LUC = Member("m2", EDITOR, NOW, "Library")
ROSA = Member("m3", COORDINATOR)


def among(*members: Member, language: str = "en", invitations: tuple[Invited, ...] = ()) -> Walker:
    walker = Walker(language)
    walker.circle = Circle((YOU, *members), invitations)
    return walker


def waiting(number: int) -> Invited:
    return Invited(f"i{number}", READER, "", NOW + VALID)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_invitation_keeps_the_digest_and_shows_the_link_once(role: str, language: str) -> None:
    walker = among(language=language)
    walker.do(Press("people"))
    walker.tap("invite")
    walker.tap("invite", value=role)
    outcome = walker.say("  The library ")
    (made,) = outcome.effects
    assert isinstance(made, InvitationMade)
    link = next(button.copy for button in outcome.screen.buttons() if button.copy is not None)
    token = walker.guide.book.text(link, language).partition(START)[2]
    assert (made.token_hash, made.role, made.label) == (digest(token), role, "The library")
    assert made.until == NOW + dt.timedelta(days=7)
    assert token not in str(made) + str(walker.spot)
    walker.circle = Circle((YOU,), (Invited(made.id, role, "The library", made.until),))
    walker.do(Press("member", record=made.id))
    assert "people.invitation.shown" in walker.keys
    assert not any(button.copy for button in walker.screen.buttons())
    assert walker.tap("revoke").effects == (InvitationRevoked(made.id),)


@pytest.mark.parametrize("typed", ["…", "x" * (LABEL + 1)])
def test_a_label_that_does_not_fit_is_asked_again(typed: str) -> None:
    walker = among()
    walker.do(Press("invite", value=EDITOR))
    assert walker.say(typed).effects == ()
    assert walker.screen.id == "label"


def test_what_was_forged_invites_nobody() -> None:
    walker = among()
    for press in (Press("unlabelled", value="king"), Press("invite", value="king"), Press("unlabelled")):
        assert walker.do(press).effects == ()
    assert walker.screen.id == "invite"
    walker.circle = Circle((YOU,), tuple(waiting(number) for number in range(MOST_INVITATIONS)))
    assert walker.do(Press("unlabelled", value=EDITOR)).effects == ()
    assert "people.notices.full" in walker.keys


def test_a_role_changes_once_and_the_last_coordinator_stays() -> None:
    walker = among(LUC)
    assert walker.do(Press("role", record="m2", value=COORDINATOR)).effects == (RoleChanged("m2", COORDINATOR),)
    for press in (
        Press("role", record="m2", value=EDITOR),
        Press("role", record="m2", value="king"),
        Press("role", record="gone", value=EDITOR),
        Press("role", record="m1", value=READER),
        Press("remove", record="gone"),
        Press("member", record="gone"),
    ):
        assert walker.do(press).effects == ()
    walker.do(Press("role", record="m1", value=READER))
    assert "people.notices.last_coordinator" in walker.keys
    walker.circle = Circle((YOU, ROSA))
    outcome = walker.do(Press("role", record="m1", value=READER))
    assert outcome.effects == (RoleChanged("m1", READER),)
    assert not walker.offers("invite"), "a reader from now on"


def test_a_seat_is_taken_away_and_one_s_own_is_left() -> None:
    walker = among(LUC)
    walker.do(Press("member", record="m2"))
    assert walker.tap("remove").effects == (SeatRemoved("m2"),)
    assert "Library" not in str(walker.screen)
    walker.do(Press("remove", record="m1"))
    assert "people.leave.hand_over" in walker.keys
    assert walker.do(Press("left")).effects == ()
    walker.circle = Circle((YOU,))
    walker.do(Press("leave"))
    assert "people.leave.alone" in walker.keys
    walker.circle = Circle((YOU, ROSA))
    walker.do(Press("leave"))
    outcome = walker.tap("left")
    assert outcome.effects == (SeatRemoved(),)
    assert outcome.project is None
    assert walker.screen.id == "naming"


def test_an_editor_or_a_reader_leaves_at_once() -> None:
    for role in (EDITOR, READER):
        walker = Walker()
        walker.role, walker.circle = role, Circle((ROSA, Member("m9", role, NOW, you=True)))
        assert walker.project is not None
        walker.titles = (Title("other", "Hearst"), *walker.titles)
        walker.do(Command("people"))
        assert not walker.offers("member")
        walker.tap("leave")
        assert walker.tap("left").effects == (SeatRemoved(),)
        assert walker.screen.id == "projects"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_newcomer_chooses_the_language_before_seeing_the_invitation(language: str) -> None:
    walker = Walker(language, arrived=False)
    walker.open_to[digest("token")] = Offer("p9", "Hearst", READER, NOW + VALID)
    walker.do(Command("start", f"{START}token"))
    assert walker.screen.id == "welcome"
    walker.do(Say("hello?", 1))
    assert walker.screen.id == "welcome"
    outcome = walker.tap("language", value=language)
    assert outcome.effects == (LanguageChosen(language),)
    assert walker.screen.id == "invited"
    assert "people.can.reader" in walker.keys
    assert walker.tap("join").effects == (InvitationTaken(digest("token"), "p9"),)
    assert walker.press("open_project").project == "p9"


def test_joining_needs_the_open_invitation_and_is_done_once() -> None:
    walker = among()
    assert walker.do(Press("join")).effects == ()
    assert "people.notices.gone" in walker.keys
    walker.open_to[digest("token")] = Offer("p9", "Hearst", READER, NOW + VALID)
    walker.do(Command("start", f"{START}token"))
    join = walker.press("join")
    walker.titles = (*walker.titles, Title("p9", "Hearst"))
    assert walker.do(join).effects == ()
    walker.do(Command("start", f"{START}other"))
    assert "people.notices.gone" in walker.keys
    walker.do(Command("start", "resources"))
    assert "interface.notices.welcome_back" in walker.keys


def test_an_erasure_is_asked_once_and_cancelled_once() -> None:
    walker = among(LUC)
    walker.do(Command("forget"))
    outcome = walker.tap("erase", value="later")
    assert outcome.effects == (ErasureAsked(NOW + GRACE),)
    assert "people.card.ends" in walker.keys
    walker.circle = Circle((YOU,), ends=NOW + GRACE)
    assert walker.do(Press("erase", value="later")).effects == ()
    walker.do(Press("people"))
    assert walker.tap("keep_project").effects == (ErasureCancelled(),)
    walker.circle = Circle((YOU,))
    assert walker.do(Press("keep_project")).effects == ()


def test_many_people_stand_on_pages() -> None:
    crowd = tuple(Member(f"c{number}", READER, NOW, f"Office {number}") for number in range(12))
    walker = among(*crowd, invitations=(waiting(1),))
    walker.do(Press("people"))
    assert len(walker.screen.options) == PAGE_SIZE
    walker.tap("page")
    assert len(walker.screen.options) == 14 - PAGE_SIZE
    assert "people.card.waiting" in walker.keys
