"""The people of a project: who has a seat, invitations, one of them, leaving, and what somebody invited sees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from workflows.circle import Circle, Invited, Member
from workflows.phrases import Lines, Literal, Phrase, Words, phrase
from workflows.roles import COORDINATOR, ROLES
from workflows.scene import Scene
from workflows.screens import PAGE_SIZE, Button, Screen
from workflows.telling import told_name


def people(scene: Scene) -> Screen:
    """Everybody with a seat and every invitation that waits; a coordinator opens one by its button."""
    circle = scene.visit.circle()
    leads = scene.visit.role == COORDINATOR
    lines = list(_lines(scene, circle))
    everybody: tuple[Member | Invited, ...] = (*circle.members, *circle.invitations)
    buttons = tuple(scene.button(_who(circle, one), "member", record=one.id) for one in everybody)
    last = (len(lines) - 1) // PAGE_SIZE
    page = min(scene.spot.page, max(0, last))
    options, _ = scene.paged(buttons) if leads else ((), ())
    body: list[Words] = [phrase("people.card.about", n=len(circle.members)), Lines(tuple(_page(lines, page)))]
    if circle.ends is not None:
        body.append(phrase("people.card.ends", date=circle.ends.astimezone(scene.visit.now.tzinfo).date()))
    navigation = []
    if leads:
        navigation.append(scene.button(phrase("people.buttons.invite"), "invite"))
        if circle.ends is not None:
            navigation.append(scene.button(phrase("people.buttons.keep"), "keep_project"))
    navigation.append(scene.button(phrase("people.buttons.leave"), "leave"))
    return scene.screen(
        phrase("people.card.title"), tuple(body), options, (*navigation, *_back(scene)), scene.turns(page, max(0, last))
    )


def invite(scene: Scene) -> Screen:
    """As what somebody is invited: what each role may do."""
    body = (phrase("people.invite.body"), Lines(tuple(phrase(f"people.can.{role}") for role in ROLES)))
    options = tuple(scene.button(phrase(f"people.as.{role}"), "invite", value=role) for role in reversed(ROLES))
    return scene.screen(phrase("people.invite.title"), body, options, (_to_people(scene), *_back(scene)))


def label(scene: Scene) -> Screen:
    """What the person is called here: a word by which the others recognise them."""
    body = (phrase("people.label.body", role=_role(scene.spot.value)),)
    without = scene.button(phrase("people.buttons.unlabelled"), "unlabelled", value=scene.spot.value)
    return scene.screen(phrase("people.invite.title"), body, (without,), (_to_people(scene), *_back(scene)))


def invitation(scene: Scene) -> Screen:
    """An invitation that waits; its link is shown once, right after it was made."""
    circle = scene.visit.circle()
    waiting = next((one for one in circle.invitations if one.id == scene.spot.value), None)
    if waiting is None:
        return people(scene)
    until = waiting.until.astimezone(scene.visit.now.tzinfo).date()
    body: list[Words] = [phrase("people.invitation.body", role=_role(waiting.role), date=until)]
    options = []
    if circle.link:
        link = Literal(circle.link)
        body += [link, phrase("people.invitation.once")]
        options.append(Button(phrase("people.buttons.copy"), copy=link))
    else:
        body.append(phrase("people.invitation.shown"))
    options.append(scene.button(phrase("people.buttons.revoke"), "revoke", record=waiting.id))
    return scene.screen(_who(circle, waiting), tuple(body), tuple(options), (_to_people(scene), *_back(scene)))


def member(scene: Scene) -> Screen:
    """Somebody with a seat: another role, or none any more."""
    circle = scene.visit.circle()
    whose = circle.member(scene.spot.value)
    if whose is None:
        return people(scene)
    body = (_line(scene, circle, whose), Lines(tuple(phrase(f"people.can.{role}") for role in ROLES)))
    options = [
        scene.button(phrase(f"people.as.{role}"), "role", record=whose.id, value=role, chosen=role == whose.role)
        for role in ROLES
    ]
    words = phrase("people.buttons.leave" if whose.you else "people.buttons.remove")
    options.append(scene.button(words, "remove", record=whose.id))
    return scene.screen(_who(circle, whose), body, tuple(options), (_to_people(scene), *_back(scene)))


def leave(scene: Scene) -> Screen:
    """What leaving means; the last coordinator hands over first."""
    circle = scene.visit.circle()
    coordinators = [one for one in circle.members if one.role == COORDINATOR]
    name = told_name(scene.the_project.title())
    if coordinators and all(one.you for one in coordinators):
        kind = "hand_over" if len(circle.members) > 1 else "alone"
        options = (scene.button("forget", "forget"),)
        return scene.screen(
            phrase("people.leave.title"), (phrase(f"people.leave.{kind}"),), options, (_to_people(scene), *_back(scene))
        )
    options = (scene.button(phrase("people.buttons.leave_now"), "left"),)
    body = (phrase("people.leave.body", name=name),)
    return scene.screen(phrase("people.leave.title"), body, options, (_to_people(scene), *_back(scene)))


def invited(scene: Scene) -> Screen:
    """What an invitation offers, and what joining means; one kind sentence when it cannot be taken any longer."""
    offer = scene.visit.offer(scene.spot.value)
    back = (scene.button(phrase("people.buttons.not_now"), "back"),)
    if offer is None:
        return scene.screen(phrase("people.invited.title"), (phrase("people.notices.gone"),), (), _back(scene))
    if any(one.id == offer.project for one in scene.visit.projects):
        body: tuple[Words, ...] = (phrase("people.invited.already", name=told_name(offer.name)),)
        return scene.screen(phrase("people.invited.title"), body, (_opening(scene, offer.project),), _back(scene))
    body = (
        phrase("people.invited.body", name=told_name(offer.name), role=_role(offer.role)),
        phrase(f"people.can.{offer.role}"),
        phrase("people.invited.seen"),
    )
    options = (scene.button(phrase("people.buttons.join"), "join"), scene.button("privacy", "privacy"))
    return scene.screen(phrase("people.invited.title"), body, options, back)


def joined(scene: Scene) -> Screen:
    """The seat is taken; the project is one tap away."""
    options = (_opening(scene, scene.spot.value),)
    return scene.screen(phrase("people.joined.title"), (phrase("people.joined.body"),), options, _back(scene))


def _lines(scene: Scene, circle: Circle) -> Iterator[Words]:
    yield from (_line(scene, circle, one) for one in circle.members)
    for waiting in circle.invitations:
        yield phrase("people.card.waiting", who=_who(circle, waiting), role=_role(waiting.role))


def _line(scene: Scene, circle: Circle, one: Member) -> Words:
    who, role = _who(circle, one), _role(one.role)
    if one.since is None:
        return phrase("people.card.line_undated", who=who, role=role)
    return phrase("people.card.line", who=who, role=role, date=one.since.astimezone(scene.visit.now.tzinfo).date())


def _who(circle: Circle, one: Member | Invited) -> Words:
    """ "You", what the inviter calls them, or their number."""
    if isinstance(one, Member) and one.you:
        return phrase("people.card.you")
    if one.label:
        return Literal(one.label)
    if isinstance(one, Member):
        return phrase("people.card.numbered", number=circle.members.index(one) + 1)
    return phrase("people.card.somebody")


def _page(lines: list[Words], page: int) -> list[Words]:
    return lines[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]


def _role(role: str) -> Phrase:
    return Phrase(f"people.roles.{role}")


def _opening(scene: Scene, project: str) -> Button:
    press = replace(scene.press("open_project"), project=project)
    return Button(phrase("people.buttons.open"), press)


def _to_people(scene: Scene) -> Button:
    return scene.button(phrase("people.buttons.people"), "people")


def _back(scene: Scene) -> tuple[Button, ...]:
    home = (scene.button("home", "home"),)
    return (scene.button("back", "back"), *home) if scene.project is not None else home
