"""A refusal of Telegram's, checked: PTB believes every number and every text in it."""

from __future__ import annotations

import contextlib
from typing import Any

import orjson

from bot.channels.telegram.fields import number, part, word
from bot.http.connection import Answer

TOO_MANY, BAD_GATEWAY = 429, 502
SOONEST, LATEST = (
    1,
    10**8,
)  # seconds that PTB can read; how much is believed is said elsewhere
# what these say of a letter, a chat or the token counts from Telegram alone, not from a proxy
VERDICTS = (400, 401, 403, 404, 409)


def checked(status: int, body: bytes) -> Answer:
    """(status, JSON that PTB can read). What does not come from Telegram says nothing: a proxy's
    page may name the address.
    """
    answer = _read(body)
    known = answer.get("ok") is False
    if not known and status in VERDICTS:
        return BAD_GATEWAY, b"{}"
    made: dict[str, Any] = {"ok": False, "parameters": _parameters(status, answer)}
    described = word(answer.get("description"))
    return status, orjson.dumps(
        made | ({"description": described} if described else {})
    )


def _read(body: bytes) -> dict[str, Any]:
    try:
        answer = orjson.loads(body)
    except orjson.JSONDecodeError:
        return {}
    return answer if isinstance(answer, dict) else {}


def _parameters(status: int, answer: dict[str, Any]) -> dict[str, int]:
    given = part(answer, "parameters")
    with contextlib.suppress(ValueError):
        if moved := number(given.get("migrate_to_chat_id")):
            return {"migrate_to_chat_id": moved}
    asked = given.get("retry_after")
    if status != TOO_MANY and asked is None:
        return {}
    return {"retry_after": _seconds(asked)}


def _seconds(asked: object) -> int:
    """SOONEST for what is no number, or none that anybody can wait for."""
    if isinstance(asked, bool) or not isinstance(asked, (int, float)):
        return SOONEST
    return int(min(max(asked, SOONEST), LATEST))
