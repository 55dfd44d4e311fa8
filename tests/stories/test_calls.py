"""How much an answer costs: one call to Telegram for a text, two for a tap, and no needless file twice."""

from __future__ import annotations

from collections import Counter

from tests.stories.telling import ON_BOTH, arrives
from tests.support.house import House

pytestmark = ON_BOTH


async def test_a_text_is_answered_by_one_call_and_a_tap_by_two(house: House) -> None:
    amina = await arrives(house, "Amina", "en")
    await amina.taps(press=("quick", "terms-of-reference"))

    before = Counter(house.counts)
    await amina.says("Kenora")
    assert spent(house, before) == {"sendMessage": 1}

    before = Counter(house.counts)
    await amina.taps(press=("done",))
    assert spent(house, before) == {"editMessageText": 1, "answerCallbackQuery": 1}


def spent(house: House, before: Counter[str]) -> Counter[str]:
    """The calls since `before`, asking for updates apart."""
    calls = house.counts - before
    del calls["getUpdates"]
    return calls
