"""The items of a first meeting and how many minutes each gets. It knows no word and no project."""

from __future__ import annotations

ITEMS = (
    ("welcome", 5),
    ("introductions", 15),
    ("languages", 5),
    ("why", 15),
    ("terms", 25),
    ("decisions", 30),
    ("seats", 10),
    ("next_steps", 10),
    ("closing", 5),
)
"""The items in their order with the minutes that they take in a meeting of two hours."""

_BREAK = ("break", 10)
_BREAK_AFTER, _LONG = "why", 150
_STEP, _SHORT = 5, 60


def agenda(minutes: int) -> tuple[tuple[str, int], ...]:
    """The items of a meeting of some minutes (at least 30), whose minutes add up to exactly that many.

    From an hour on, times are multiples of five where the whole is one; from two and a half hours on there is a break.
    """
    items = list(ITEMS)
    if minutes >= _LONG:
        items.insert(1 + [name for name, _ in items].index(_BREAK_AFTER), _BREAK)
    step = _STEP if minutes >= _SHORT and minutes % _STEP == 0 else 1
    units, weight = minutes // step, sum(part for _, part in items)
    parts = [max(1, part * units // weight) for _, part in items]
    # What rounding down left over goes to the items that it cut most.
    cut = sorted(range(len(items)), key=lambda place: parts[place] - items[place][1] * units / weight)
    for place in range(units - sum(parts)):
        parts[cut[place % len(cut)]] += 1
    while sum(parts) > units:
        parts[parts.index(max(parts))] -= 1
    return tuple((name, part * step) for (name, _), part in zip(items, parts, strict=True))
