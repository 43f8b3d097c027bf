"""Numbers and texts of another side are checked: nothing that Telegram, or what stands before it,
says keeps us from hearing or answering for long.
"""

from __future__ import annotations

import asyncio
import json
from datetime import timedelta
from typing import Any

import pytest
from telegram.error import (
    ChatMigrated,
    Forbidden,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.channels.telegram.errors import LONGEST, MARGIN, judged
from bot.channels.telegram.polling import LONGEST_ASKED
from bot.channels.telegram.receive import read_safely
from bot.channels.telegram.refused import Refusal
from bot.channels.telegram.saying import message_of
from bot.loops.unreadable import Unreadable
from domain.messages import NOBODY, EventKind
from domain.retry import believed
from tests.fakes.telegram.server import FakeTelegram
from tests.telegram.town import RIDER, Town

SECOND = timedelta(seconds=1)


async def refused(status: int, body: Any) -> TelegramError:
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    with pytest.raises(TelegramError) as told:
        await Refusal(status, raw).read()
    return told.value


def too_many(asked: Any) -> dict[str, Any]:
    return {"ok": False, "description": "Too", "parameters": {"retry_after": asked}}


ODD: list[Any] = ["86400", None, True, False, -5, 0, -1e300, [], {}]


@pytest.mark.parametrize("asked", [*ODD, 7, 86400, 10**30, 1e300, 0.3, 7.9])
async def test_any_retry_after_is_a_wait_within_bounds(asked: Any) -> None:
    error = await refused(429, too_many(asked))
    assert isinstance(error, RetryAfter)
    send = judged(error)
    assert send.busy and not send.permanent and not send.uncertain
    assert send.after is not None and SECOND <= send.after - MARGIN <= LONGEST
    assert SECOND <= believed(error.retry_after, LONGEST_ASKED) <= LONGEST_ASKED
    if asked == 7:
        assert send.after - MARGIN == 7 * SECOND


def test_what_is_no_number_of_seconds_counts_as_the_least() -> None:
    for asked in (float("nan"), float("-inf"), "9", None, True, -1, b"9", object()):
        assert believed(asked, 60 * SECOND) == SECOND
    for asked in (float("inf"), 1e308, 10**400, timedelta(days=999)):
        assert believed(asked, 60 * SECOND) == 60 * SECOND
    assert (
        believed(12, 60 * SECOND) == believed(12 * SECOND, 60 * SECOND) == 12 * SECOND
    )


async def test_a_proxys_page_is_no_verdict_of_telegrams() -> None:
    for status in (400, 401, 403, 404, 409):
        for body in (b"<html>403 Forbidden", b"{}", b"[]", b'{"ok": true}'):
            error = await refused(status, body)
            assert type(error) is NetworkError
            assert judged(error).uncertain and not judged(error).gone
    blocked = {"ok": False, "error_code": 403, "description": "Forbidden: blocked"}
    assert isinstance(await refused(403, blocked), Forbidden)
    odd = await refused(429, b"<html>slow down")
    assert isinstance(odd, RetryAfter)
    moved = {"ok": False, "parameters": {"migrate_to_chat_id": -1007}}
    assert isinstance(await refused(400, moved), ChatMigrated)
    for chat in ("x", True, 10**30, None, 0):
        moved = {
            "ok": False,
            "description": 5,
            "parameters": {"migrate_to_chat_id": chat},
        }
        assert not isinstance(await refused(400, moved), ChatMigrated)


def test_an_answer_without_a_message_may_have_arrived() -> None:
    assert message_of({"message_id": 7}) == "7"
    odd: list[Any] = [None, True, [], {}, {"message_id": None}, {"message_id": True}]
    for done in odd:
        with pytest.raises(TelegramError) as told:
            message_of(done)
        assert judged(told.value).uncertain


# --- updates: what else is odd in them is tried in tests/faults ---


def message(number: int, **more: Any) -> dict[str, Any]:
    sender = {"id": RIDER, "first_name": "小王", "language_code": "zh-hans"}
    chat = {"id": RIDER, "type": "private"}
    said = {
        "message_id": number,
        "from": sender,
        "chat": chat,
        "date": 1,
        "text": "/help",
    }
    return {"update_id": number, "message": said | more}


ODDITIES: list[dict[str, Any]] = [
    {"from": {"id": RIDER, "first_name": 5, "language_code": 5}},
    {"from": {"id": RIDER, "first_name": "\ud800\0", "username": []}},
]


@pytest.mark.parametrize("odd", ODDITIES)
def test_a_language_that_is_none_is_simply_unknown(odd: dict[str, Any]) -> None:
    event = read_safely(message(7, **odd))
    assert event is not None and event.kind is EventKind.MESSAGE
    assert (event.text, event.language) == ("/help", "")


def test_who_cannot_be_read_is_known_where_an_id_is_there() -> None:
    lost: list[dict[str, Any]] = [
        {"location": {"latitude": "north"}},
        {"photo": [{"file_id": {}}]},
        {"chat": {"id": 10**30, "type": "private"}},
        {"chat": 5},
    ]
    for odd in lost:
        event = read_safely(message(7, **odd))
        assert event is not None and event.kind is EventKind.UNREADABLE
        assert event.sender.chat == str(RIDER) and event.language == "zh-hans"
    users: list[Any] = [{"id": "x"}, {"id": True}, {"id": 10**30}, 5, {"is_bot": True}]
    for user in users:
        event = read_safely(message(7, **{"from": user, "chat": 5}))
        assert event is not None and event.sender.chat == NOBODY


async def test_a_long_429_and_odd_updates_leave_a_house_that_hears_and_answers(
    telegram: FakeTelegram, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    real = asyncio.sleep

    async def sleeps(seconds: float, *more: Any) -> Any:
        waited.append(seconds)
        return await real(0 if seconds >= 60 else seconds, *more)

    await town.sees_ready()
    monkeypatch.setattr("bot.channels.telegram.polling.asyncio.sleep", sleeps)
    told = telegram.fail("getUpdates", kind="429", retry_after=86400)
    for odd in (*ODDITIES, {"text": "\ud83d /help"}, {"chat": {"id": "x"}}):
        telegram.push({"message": message(7, **odd)["message"]})
    town.rider.says("/help")
    await telegram.until(lambda: told.hits and town.rider.sees() and 60 in waited)
    assert max(waited) == 60
    await town.sees(town.rider, "/my")
    await town.rest()
    assert Unreadable(town.data).lines() == []
