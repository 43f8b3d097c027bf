"""What goes out: every way in which a send can fail, and how fast we may speak."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.channels.telegram import request
from storage.outbox.letters import ANNOUNCEMENT, ANSWER, NOTICE
from storage.tables.messages import outbox
from tests.fakes.telegram.failures import Kind
from tests.fakes.telegram.server import FakeTelegram
from tests.telegram.town import GROUP, RIDER, SECOND_RIDER, Town, eventually


def words(town: Town, chat: int) -> list[str]:
    return [message.words for message in town.telegram.messages(chat)]


async def states(town: Town) -> dict[str, int]:
    rows = await town.rows(
        select(outbox.c.state, func.count()).group_by(outbox.c.state)
    )
    return {state: number for state, number in rows}


# --- failures ---


async def test_after_a_429_the_chat_pauses_its_order_is_kept_and_others_are_not_delayed(
    town: Town,
) -> None:
    failed = town.telegram.fail("sendMessage", kind="429", chat_id=RIDER, retry_after=1)
    begun = time.monotonic()
    await town.writes(RIDER, "A", "B", "C")
    await town.telegram.until(lambda: failed.hits)
    await town.writes(SECOND_RIDER, "D")
    await town.telegram.until(lambda: words(town, SECOND_RIDER) == ["D"])
    assert time.monotonic() - begun < 0.9 and words(town, RIDER) == []
    await town.telegram.until(lambda: len(words(town, RIDER)) == 3)
    assert words(town, RIDER) == ["A", "B", "C"] and time.monotonic() - begun >= 1
    assert len(town.calls("sendMessage", RIDER)) == 4, (
        "nothing was tried during the pause"
    )


async def test_a_long_429_is_no_failure_of_the_letter(town: Town) -> None:
    town.telegram.fail("sendMessage", kind="429", chat_id=RIDER, retry_after=3600)
    await town.writes(RIDER, "A")

    async def marked() -> Any:
        rows = await town.rows(
            select(outbox).where(outbox.c.state == "waiting", outbox.c.error != "")
        )
        return rows and rows[0]

    row = await eventually(marked)
    waits = (row.due_at - row.made_at).total_seconds()
    assert row.tries == 0 and 900 <= waits < 910, "a quarter of an hour is believed"
    await town.close()
    await town.open()
    await town.telegram.until(lambda: words(town, RIDER) == ["A"])


@pytest.mark.parametrize("kind", ["500", "502", "cut_before"])
@pytest.mark.parametrize("lane", [ANSWER, NOTICE])
async def test_a_letter_that_was_refused_for_a_moment_comes_once(
    town: Town, kind: Kind, lane: int
) -> None:
    town.telegram.fail("sendMessage", kind=kind, chat_id=RIDER)
    await town.write_all([(RIDER, "A"), (RIDER, "B"), (SECOND_RIDER, "C")], lane)
    await town.telegram.until(lambda: words(town, SECOND_RIDER) == ["C"], 0.9)
    await town.telegram.until(lambda: len(words(town, RIDER)) == 2)
    assert words(town, RIDER) == ["A", "B"]


@pytest.fixture
async def impatient(
    telegram: FakeTelegram, data: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Town]:
    """A house that waits 0.3 s for an answer instead of 30."""
    monkeypatch.setattr(request, "READ_TIMEOUT", 0.2)
    monkeypatch.setattr(request, "CONNECT_TIMEOUT", 0.1)
    async with Town(telegram, data) as running:
        yield running


UNCERTAIN: list[Kind] = ["accept_then_timeout", "cut", "garbage"]


@pytest.mark.parametrize("kind", UNCERTAIN)
@pytest.mark.parametrize("lane", [ANSWER, NOTICE])
async def test_an_answer_or_notice_that_may_not_have_arrived_is_repeated(
    impatient: Town, kind: Kind, lane: int
) -> None:
    town = impatient
    town.telegram.fail("sendMessage", kind=kind, chat_id=RIDER, seconds=5)
    await town.write_all([(RIDER, "A"), (RIDER, "B")], lane)
    await town.telegram.until(lambda: len(words(town, RIDER)) == 3)
    assert words(town, RIDER) == ["A", "A", "B"]


@pytest.mark.parametrize("kind", [*UNCERTAIN, "500", "502", "cut_before"])
async def test_an_announcement_never_comes_twice(impatient: Town, kind: Kind) -> None:
    town = impatient
    failed = town.telegram.fail("sendMessage", kind=kind, chat_id=RIDER, seconds=5)
    await town.write_all(
        [(RIDER, "A"), (RIDER, "B"), (SECOND_RIDER, "C")], ANNOUNCEMENT
    )
    await town.telegram.until(
        lambda: "B" in words(town, RIDER) and "C" in words(town, SECOND_RIDER)
    )
    await town.rest()
    assert failed.hits == 1 and words(town, RIDER).count("A") <= 1
    assert not (await states(town)).get("waiting")


async def test_a_429_does_not_cost_an_announcement(town: Town) -> None:
    town.telegram.fail("sendMessage", kind="429", chat_id=RIDER, retry_after=1)
    await town.writes(RIDER, "A", lane=ANNOUNCEMENT)
    await town.telegram.until(lambda: words(town, RIDER) == ["A"])


@pytest.mark.parametrize("lane", [ANSWER, NOTICE, ANNOUNCEMENT])
async def test_letters_wait_while_telegram_is_down_and_come_once(
    town: Town, lane: int
) -> None:
    await town.sees_ready()
    await town.telegram.stop()
    await town.write_all([(RIDER, "A"), (RIDER, "B"), (SECOND_RIDER, "C")], lane)
    town.rider.says("/help")
    await asyncio.sleep(0.2)
    await town.telegram.start()
    await town.telegram.until(
        lambda: "C" in words(town, SECOND_RIDER) and len(words(town, RIDER)) == 3, 10
    )
    assert [text for text in words(town, RIDER) if len(text) == 1] == ["A", "B"]
    await town.sees(town.rider, "/my")


async def test_a_house_opens_while_telegram_is_down(
    telegram: FakeTelegram, data: Path
) -> None:
    await telegram.stop()
    async with Town(telegram, data) as town:
        await town.writes(RIDER, "A")
        await asyncio.sleep(0.1)
        await telegram.start()
        await telegram.until(lambda: words(town, RIDER) == ["A"], 10)


async def test_a_message_telegram_will_never_take_is_given_up_and_the_next_goes(
    town: Town,
) -> None:
    await town.writes(RIDER, "\u3164".replace("\u3164", " "), "B")
    await town.telegram.until(lambda: words(town, RIDER) == ["B"])
    await town.rest()
    assert (await states(town)) == {"gave_up": 1, "sent": 1}


async def test_markup_that_telegram_cannot_read_is_sent_as_plain_words(
    town: Town,
) -> None:
    await town.writes(RIDER, "<b>A &lt; B")
    await town.telegram.until(lambda: words(town, RIDER) == ["A < B"])


# --- how fast ---


async def test_a_burst_to_two_hundred_chats_gets_no_429(
    telegram: FakeTelegram, data: Path
) -> None:
    limits = telegram.rate_limits
    # Telegram's 30 a second, twice as fast; a fourth stays free, for a machine that stands still
    limits.on, limits.overall_seconds = True, 0.5
    chats = range(20_000, 20_200)
    for chat in chats:
        telegram.user(chat, started=True)
    async with Town(telegram, data, per_second=45) as town:
        await town.write_all([(chat, "A") for chat in chats], NOTICE)
        await telegram.until(
            lambda: all(words(town, chat) == ["A"] for chat in chats), 15
        )
        assert [call for call in town.calls() if call.status == 429] == []
        assert telegram.counts["sendMessage"] == 200


async def test_a_group_gets_no_more_than_it_may(
    telegram: FakeTelegram, data: Path
) -> None:
    limits = telegram.rate_limits
    # 20 a minute, thirty times as fast
    limits.on, limits.overall, limits.group_seconds = True, 1000, 2.0
    async with Town(telegram, data, group_per_minute=600) as town:
        await town.write_all([(GROUP, str(number)) for number in range(45)], NOTICE)
        await telegram.until(lambda: len(town.group.sees()) == 45, 10)
        assert [call for call in town.calls() if call.status == 429] == []
        assert words(town, GROUP) == [str(number) for number in range(45)]


async def test_one_chat_is_spoken_to_at_its_pace(
    telegram: FakeTelegram, data: Path
) -> None:
    async with Town(telegram, data, per_chat_seconds=0.1) as town:
        await town.write_all([(RIDER, str(number)) for number in range(12)])
        await town.writes(SECOND_RIDER, "at once")
        await telegram.until(lambda: len(words(town, RIDER)) == 12)
        times = [message.at for message in town.rider.sees()]
        assert words(town, RIDER) == [str(number) for number in range(12)]
        assert times[-1] - times[0] >= 0.65, "five at once, then one each 0.1 s"
        other = town.second_rider.sees()[0].at
        assert other < times[-1], "another chat does not wait for it"


async def test_an_answer_overtakes_an_announcement_to_everybody(
    telegram: FakeTelegram, data: Path
) -> None:
    chats = range(20_000, 20_100)
    for chat in chats:
        telegram.user(chat, started=True)
    async with Town(telegram, data, per_second=40) as town:
        await town.write_all([(chat, "news") for chat in chats], ANNOUNCEMENT)
        town.rider.says("/help")
        answer = await town.sees(town.rider, "/my")
        sent = sum(
            message.at <= answer.at
            for message in town.every_message()
            if message.words == "news"
        )
        assert sent < 60
        await telegram.until(
            lambda: all(words(town, chat) == ["news"] for chat in chats), 10
        )


async def test_a_toast_that_comes_late_does_not_hold_up_its_chat(town: Town) -> None:
    await town.drafts()
    town.telegram.fail("answerCallbackQuery", kind="429", retry_after=1)
    town.rider.presses("提交")
    await town.sees(town.rider, "编号")
    await eventually(lambda: _answered(town))
    town.rider.says("/help")
    await town.sees(town.rider, "/my")


async def _answered(town: Town) -> bool:
    return bool(town.rider.alerts())
