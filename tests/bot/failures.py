"""What Telegram answers when it does not do what was asked, by name."""

from __future__ import annotations

from bot.telegram_in_memory import Failure

CUT = Failure()
CUT_AFTERWARDS = Failure(done=True)
FLOOD = Failure(429, "Too Many Requests: retry after 5", {"retry_after": 5})
BLOCKED = Failure(403, "Forbidden: bot was blocked by the user")
PUT_OUT = Failure(403, "Forbidden: bot was kicked from the group chat")
BAD_GATEWAY = Failure(502, "Bad Gateway")
SERVER_ERROR = Failure(500, "Internal Server Error")
UNAUTHORIZED = Failure(401, "Unauthorized")
CONFLICT = Failure(409, "Conflict: terminated by other getUpdates request")
CHAT_NOT_FOUND = Failure(400, "Bad Request: chat not found")
BAD_MARKUP = Failure(400, "Bad Request: can't parse entities: unsupported start tag at byte offset 3")
GONE = Failure(400, "Bad Request: message to edit not found")
CANNOT_EDIT = Failure(400, "Bad Request: message can't be edited")
TOO_OLD = Failure(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")


def moved_to(chat: int) -> Failure:
    """The group became a supergroup."""
    return Failure(400, "Bad Request: group chat was upgraded to a supergroup chat", {"migrate_to_chat_id": chat})
