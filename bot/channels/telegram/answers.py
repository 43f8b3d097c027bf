"""A refusal of Telegram's, read: no number and no text in it is believed as it stands."""

from __future__ import annotations

import contextlib
from datetime import timedelta
from http import HTTPStatus
from typing import Any

import orjson

from bot.channels.telegram.fields import number, part, word
from bot.channels.telegram.kinds import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

TOO_MANY, BAD_GATEWAY = 429, 502
# seconds; how much is believed is said elsewhere
SOONEST, LATEST = 1, 10**8
# what these say of a letter, a chat or the token counts from Telegram alone, not from a proxy
VERDICTS: dict[int, type[TelegramError]] = {
    400: BadRequest,
    401: InvalidToken,
    403: Forbidden,
    404: InvalidToken,
    409: Conflict,
}


def refusal(status: int, body: bytes) -> TelegramError:
    """The error that an answer is. What does not come from Telegram says nothing: a proxy's page
    may name the address.
    """
    answer = _read(body)
    known = answer.get("ok") is False
    if not known and status in VERDICTS:
        return NetworkError(_phrase(BAD_GATEWAY))
    given = part(answer, "parameters")
    moved = _moved(given)
    if moved:
        return ChatMigrated(moved)
    asked = given.get("retry_after")
    if status == TOO_MANY or asked is not None:
        return RetryAfter(_wait(asked))
    kind = VERDICTS.get(status, NetworkError)
    return kind(word(answer.get("description")) or _phrase(status))


def _phrase(status: int) -> str:
    try:
        return f"{HTTPStatus(status).phrase} ({status})"
    except ValueError:
        return f"Unknown HTTPError ({status})"


def _read(body: bytes) -> dict[str, Any]:
    try:
        answer = orjson.loads(body)
    except orjson.JSONDecodeError:
        return {}
    return answer if isinstance(answer, dict) else {}


def _moved(given: dict[str, Any]) -> int:
    """The group's new id, 0 where none is told."""
    with contextlib.suppress(ValueError):
        return number(given.get("migrate_to_chat_id"))
    return 0


def _wait(asked: object) -> timedelta:
    """SOONEST for what is no number, or none that anybody can wait for."""
    if isinstance(asked, bool) or not isinstance(asked, (int, float)):
        return timedelta(seconds=SOONEST)
    return timedelta(seconds=int(min(max(asked, SOONEST), LATEST)))
