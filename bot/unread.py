"""What Telegram sends along and nobody here reads: it is left out before the library makes objects of it (0032).

Both the message under a pressed button and the answer to a card repeat the whole card with its keyboard. It must not
know what an update asks for.
"""

from __future__ import annotations

from typing import Any, Final

_PLACE: Final = ("message_id", "chat")
_READ: Final = (*_PLACE, "date", "document")
_NO_LONGER_SEEN: Final = 0  # the date of what the Bot API calls an inaccessible message: it has a place, and no content


def without_unread(found: Any) -> Any:
    """An update, or the result of a call (an own message, several of them, updates), with what is read of it.

    Of a pressed message that is its place; of a message just sent also its document, for Telegram's id of the file.
    """
    match found:
        case {"callback_query": {"message": {"message_id": _} as card} as query}:
            place = {**_parts(card, _PLACE), "date": _NO_LONGER_SEEN}
            return {**found, "callback_query": {**query, "message": place}}
        case {"message_id": _, "chat": _}:
            return _parts(found, _READ)
        case list():
            return [without_unread(one) for one in found]
    return found


def _parts(message: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: message[name] for name in names if name in message}
