"""The francophone lens of each step, and the short cards behind it: networks, models, active offer, law, one seat."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from workflows.conditions import applies
from workflows.francophone import ShortCard, Welcoming, suggested_model
from workflows.interview import is_answered
from workflows.phrases import Lines, Literal, Phrase, Words, phrase
from workflows.scene import Scene, label, step_title
from workflows.schema import Question, Step
from workflows.screens import Button, Screen
from workflows.telling import told_name

_PLAIN: Mapping[str, tuple[str, ...]] = {
    "offer": ("council", "together", "by_and_for", "seats"),
    "requirements": ("about", "ask", "tell", "refer", "partner", "use"),
    "law": ("act", "behalf", "part_vii", "clause", "settlement", "provinces"),
    "money": ("budget", "clients", "call"),
    "numbers": ("share", "admissions", "targets", "counting"),
    "seat": ("why", "before", "bring", "ask"),
}
"""The paragraphs of the cards that say the same to everybody."""


def lens(scene: Scene) -> Screen:
    """The six questions that French-speaking people ask of this step, and the ways to answer those that matter."""
    known, step = scene.knowledge, scene.spot.value
    lines = tuple(phrase("francophone.line", text=Phrase(f"francophone.lens.{step}.q{n}")) for n in range(1, 7))
    cards = tuple(_card_button(scene, known.francophone.cards[name]) for name in known.francophone.lens_cards[step])
    asked = (known.definitions.question(path) for path in known.francophone.lens[step])
    questions = tuple(
        scene.button(label(one), "ask", one.path, chosen=is_answered(one, scene.the_project))
        for one in asked
        if applies(one, scene.the_project)
    )
    body = (phrase("francophone.lens.about"), Lines(lines), *at_step(scene, known.definitions.step(step)))
    title = phrase("francophone.lens.title", step=step_title(step))
    return scene.screen(title, body, (*cards, *questions), _ways(scene), columns=2)


def card(scene: Scene) -> Screen:
    """The short card that the spot names."""
    known = scene.knowledge.francophone.cards[scene.spot.value.removeprefix("francophone.")]
    body, options = _BODIES[known.id](scene) if known.id in _BODIES else (_paragraphs(known.id), ())
    catalogue = scene.knowledge.catalogue
    sources = tuple(
        scene.button(Phrase(f"{found.words}.title"), "resource", found.id)
        for found in (catalogue.get(name) for name in known.resources)
        if found is not None
    )
    return scene.screen(
        Phrase(f"francophone.cards.{known.id}.title"), body, (*options, *_MORE.get(known.id, _none)(scene), *sources),
        _ways(scene),
    )  # fmt: skip


def ways_into(scene: Scene, step: Step) -> tuple[Button, ...]:
    """From the card of a step to its lens; from that of the profile to the network."""
    known = scene.knowledge.francophone
    if step.id in known.lens:
        return (scene.button(phrase("francophone.lens.button"), "lens", step.id),)
    return (_card_button(scene, known.cards["network"]),)


def ways_from(scene: Scene, asked: Question) -> tuple[Button, ...]:
    """From a question to the short cards that explain it."""
    return tuple(_card_button(scene, one) for one in scene.knowledge.francophone.about(asked.path))


def at_step(scene: Scene, step: Step) -> tuple[Words, ...]:
    """On step 1 and on the profile: that a place is, or seems to be, a welcoming francophone community."""
    if step.id not in ("profile", "council"):
        return ()
    return _welcomed(scene)


def _welcomed(scene: Scene) -> tuple[Words, ...]:
    said = scene.the_project.value("profile.welcoming_community")
    found = scene.knowledge.francophone.welcoming_places(scene.the_project)
    if said == "yes":
        return (phrase("francophone.welcoming.is_one"),)
    return (phrase("francophone.welcoming.seems", items=tuple(_named(scene, one) for one in found)),) if found else ()


def _named(scene: Scene, one: Welcoming) -> Literal:
    return Literal(one.names[scene.language])


def _paragraphs(name: str) -> tuple[Words, ...]:
    return tuple(Phrase(f"francophone.{name}.{part}") for part in _PLAIN[name])


def _models(scene: Scene) -> tuple[tuple[Words, ...], tuple[Button, ...]]:
    asked = scene.knowledge.definitions.question("council.rif_model")
    given, (model, reason) = scene.given(asked.path).value, suggested_model(scene.the_project)
    lines = tuple(
        phrase("francophone.models.line", name=Phrase(asked.option_key(one)), text=Phrase(f"francophone.models.{one}"))
        for one in asked.options
    )
    body: list[Words] = [phrase("francophone.models.about"), Lines(lines)]
    if model:
        name, why = Phrase(asked.option_key(model)), Phrase(f"francophone.reasons.{reason}")
        body.append(phrase("francophone.models.fits", name=name, reason=why))
    drawn = scene.given(asked.path).revision  # of this question, not of the one behind the card
    options = tuple(
        Button(
            Phrase(asked.option_key(one)),
            replace(scene.press("set", asked.path, value=one), revision=drawn),
            chosen=one == given,
        )
        for one in asked.options
    )
    return tuple(body), options


def _network(scene: Scene) -> tuple[tuple[Words, ...], tuple[Button, ...]]:
    province = scene.the_project.value("profile.province")
    asked = scene.knowledge.definitions.question("profile.province")
    body: list[Words] = [phrase("francophone.network.about")]
    if province is None:
        body.append(phrase("francophone.network.where"))
    elif province == "quebec":
        body.append(phrase("francophone.network.quebec"))
    else:
        here, name = scene.knowledge.francophone.networks_of(province), Phrase(asked.option_key(province))
        seen = [
            phrase("francophone.network.seen", name=Literal(one.name), year=str(one.year))
            if one.year
            else phrase("francophone.network.undated", name=Literal(one.name))
            for one in here
            if one.name
        ]
        if seen:
            body.append(Lines((phrase("francophone.network.here", province=name), *seen)))
        if not here:
            body.append(phrase("francophone.network.none", province=name))
        elif len(seen) < len(here):
            body.append(phrase("francophone.network.ask", province=name))
    body.append(phrase("francophone.network.count"))
    return tuple(body), (scene.button(label(asked), "ask", asked.path),) if province is None else ()


def _welcoming(scene: Scene) -> tuple[tuple[Words, ...], tuple[Button, ...]]:
    asked = scene.knowledge.definitions.question("profile.welcoming_community")
    by_year = {
        year: tuple(_named(scene, one) for one in scene.knowledge.francophone.welcoming if one.year == year)
        for year in (2019, 2024)
    }
    body = (
        *_welcomed(scene),
        phrase("francophone.welcoming.about"),
        phrase("francophone.welcoming.first", items=by_year[2019]),
        phrase("francophone.welcoming.later", items=by_year[2024]),
        phrase("francophone.welcoming.use"),
    )
    return body, (scene.button(label(asked), "ask", asked.path),)


def _reply(scene: Scene) -> tuple[tuple[Words, ...], tuple[Button, ...]]:
    """The answer to an invitation, ready to copy: in the reader's language, then in that of the other side."""
    lines = Lines(tuple(_letter(scene)))
    other = "en" if scene.language == "fr" else "fr"
    twin = Literal(scene.knowledge.book.text(lines, other))
    heading = phrase(f"francophone.reply.in_{other}")
    return (phrase("francophone.reply.about"), lines, heading, twin), ()


def _letter(scene: Scene) -> list[Words]:
    project, definitions = scene.the_project, scene.knowledge.definitions
    council = project.value("profile.seat_council")
    where = told_name(str(council), 120) if council else Phrase("francophone.reply.your_council")
    told: list[Words] = [phrase("francophone.reply.opening", council=where)]
    for path, key in (("council.seat_asks", "asks"), ("council.seat_brings", "brings")):
        chosen = tuple(Phrase(f"francophone.{key}.{one}") for one in project.value(path) or ())
        if chosen and applies(definitions.question(path), project):
            told.append(phrase(f"francophone.reply.{key}", items=chosen))
    if reports := project.value("terms_of_reference.seat_reports_to"):
        told.append(phrase("francophone.reply.reports", to=Literal(str(reports))))
    told.append(Phrase("francophone.reply.closing"))
    return told


def _seat_ways(scene: Scene) -> tuple[Button, ...]:
    asked = [scene.knowledge.definitions.question(f"council.{name}") for name in ("seat_asks", "seat_brings")]
    own = tuple(scene.button(label(one), "ask", one.path) for one in asked if applies(one, scene.the_project))
    return (_card_button(scene, scene.knowledge.francophone.cards["reply"]), *own)


def _requirement_ways(scene: Scene) -> tuple[Button, ...]:
    return (scene.button(phrase("francophone.requirements.starters"), "starters", "action_plan.actions"),)


def _none(_: Scene) -> tuple[Button, ...]:
    return ()


def _card_button(scene: Scene, one: ShortCard) -> Button:
    return scene.button(Phrase(f"francophone.cards.{one.id}.button"), "francophone", one.target)


def _ways(scene: Scene) -> tuple[Button, ...]:
    return (scene.button("back", "back"), scene.button("home", "home"))


_BODIES: Mapping[str, Callable[[Scene], tuple[tuple[Words, ...], tuple[Button, ...]]]] = {
    "models": _models,
    "network": _network,
    "welcoming": _welcoming,
    "reply": _reply,
}
_MORE: Mapping[str, Callable[[Scene], tuple[Button, ...]]] = {"seat": _seat_ways, "requirements": _requirement_ways}
