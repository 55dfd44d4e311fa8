"""The gate before the first step: which form fits, the four attributes, the dated rules, and what is missing."""

from __future__ import annotations

from workflows.phrases import Lines, Literal, Phrase, Words, phrase
from workflows.readiness import Evidence, Readiness, assess
from workflows.scene import Scene, label
from workflows.screens import Button, Screen

A_PAGE = 5


def readiness(scene: Scene) -> Screen:
    """The first page says what fits and what is shown; the next ones say what is missing, five points a page, each
    with its question one tap away.
    """
    rules = scene.knowledge.readiness
    told = assess(scene.the_project, rules)
    last = -(-len(told.missing) // A_PAGE)
    page = min(scene.spot.page, last)
    missing = told.missing[(page - 1) * A_PAGE : page * A_PAGE] if page else ()
    body = _missing(told, missing) if page else _shown(scene, told)
    options = tuple(_asking(scene, one) for one in missing)
    more = () if page else (scene.button(phrase("then_and_now.button"), "facts", rules.step),)
    navigation = (*more, scene.button("back", "back"), scene.button("home", "home"))
    title = phrase("readiness.title")
    return scene.screen(title, (*body, phrase("readiness.no_decision")), options, navigation, scene.turns(page, last))


def way_in(scene: Scene, step: str) -> tuple[Button, ...]:
    """The button that leads here, on the cards of the step that the gate belongs to."""
    if step != scene.knowledge.readiness.step:
        return ()
    return (scene.button(phrase("readiness.button"), "readiness"),)


def _shown(scene: Scene, told: Readiness) -> tuple[Words, ...]:
    states = (
        phrase(
            "readiness.attribute",
            name=Phrase(f"readiness.attributes.{name}"),
            state=Phrase(f"readiness.states.{state}"),
        )
        for name, state in told.attributes
    )
    rules = scene.knowledge.readiness
    form = phrase(
        "readiness.fits", form=Phrase(f"readiness.forms.{told.form}"), why=Phrase(f"readiness.whys.{told.form}")
    )
    if told.form == "other_system":
        return (form,)
    return (
        form,
        Lines((phrase("readiness.four"), *states)),
        phrase(f"readiness.landings.{told.landings}", number=rules.landings_first),
        phrase(f"readiness.sizes.{told.size}", number=rules.small_centre),
        phrase("readiness.missing", n=len(told.missing)) if told.missing else phrase("readiness.nothing_missing"),
    )


def _missing(told: Readiness, shown: tuple[Evidence, ...]) -> tuple[Words, ...]:
    return (phrase("readiness.missing_here", n=len(told.missing)), *(_point(one) for one in shown))


def _point(one: Evidence) -> Words:
    sectors = tuple(Phrase(f"lists.council_sectors.{sector}") for sector in one.sectors) or Literal("")
    return phrase("readiness.point", text=phrase(f"readiness.evidence.{one.id}", items=sectors))


def _asking(scene: Scene, one: Evidence) -> Button:
    return scene.button(label(scene.knowledge.definitions.question(one.question)), "change", one.question)
