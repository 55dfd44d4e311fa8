"""What a search leads to, as a place that may be kept: ids of resources, the nearest step, or a bare screen.

Nothing that a person typed is in it, so that nothing typed can be stored with a place.
"""

from __future__ import annotations

from workflows.knowledge import Knowledge

FOUND, NOTHING, PERSONAL = "found", "nothing", "personal"
SCREENS = frozenset({FOUND, NOTHING, PERSONAL})
MOST = 6
"""Resources on one card: the one that answers, and five others."""


def reply(knowledge: Knowledge, text: str, language: str, here: str) -> tuple[str, str]:
    """(screen, value) for a searched text; `here` is the step to point at when the words point nowhere."""
    search = knowledge.search
    if search.is_personal(text):
        return PERSONAL, ""
    found = [name for name, _ in search.find(text, language, MOST)]
    if found:
        return FOUND, ",".join(found)
    return NOTHING, search.nearest_step(text) or here


def stands(knowledge: Knowledge, screen: str, value: str) -> bool:
    """True when such a place, stored by this release or an older one, still means something."""
    if screen == FOUND:
        return all(knowledge.catalogue.get(name) for name in value.split(","))
    if screen == NOTHING:
        return any(step.id == value for step in knowledge.definitions.steps)
    return not value
