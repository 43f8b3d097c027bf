"""The bot as a process of its own: what it says when it cannot run, how it stops, what it never
writes down.
"""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import aiohttp
import pytest
from sqlalchemy import insert
from sqlalchemy.exc import DBAPIError

from domain.messages import Address, Reply
from storage.database import Database
from storage.outbox.letters import ANNOUNCEMENT
from storage.tables.people import accounts
from tests.fakes.telegram.failures import Kind
from tests.fakes.telegram.server import FakeTelegram
from tests.telegram.town import GROUP, PICTURE, RIDER, TOKEN, Bot, Town

UNPACED = "per_second = 0\nper_chat_seconds = 0\ngroup_per_minute = 0\n"
WORDS = "绝不能写进日志的话"
SECRET = TOKEN.partition(":")[2]


def bot_at(
    telegram: FakeTelegram,
    folder: Path,
    template: Path,
    extra: str = UNPACED,
    token: str = TOKEN,
    fork: bool = True,
) -> Bot:
    bot = Bot(
        folder, telegram.base_url, telegram.base_file_url, token, extra, fork=fork
    )
    bot.seed(template)
    return bot


async def test_a_second_poller_ends_the_process_with_a_clear_sentence(
    telegram: FakeTelegram, tmp_path: Path, template: Path
) -> None:
    async with (
        bot_at(telegram, tmp_path, template) as bot,
        aiohttp.ClientSession() as session,
    ):
        await bot.start()
        polling = asyncio.create_task(_polls(session, telegram))
        assert await bot.ended() == 1
        polling.cancel()
        await asyncio.gather(polling, return_exceptions=True)
        told = bot.told().strip().splitlines()[-1]
        assert (
            told
            == "another process is polling with this Telegram token. Stop that one first."
        )
        assert "Traceback" not in bot.told() and SECRET not in bot.told()


async def _polls(session: aiohttp.ClientSession, telegram: FakeTelegram) -> None:
    while True:
        async with session.post(
            f"{telegram.base_url}{TOKEN}/getUpdates", json={"timeout": 20}
        ) as response:
            await response.read()
        await asyncio.sleep(0.05)


async def test_a_wrong_token_is_told_in_a_clear_sentence(
    telegram: FakeTelegram, tmp_path: Path, template: Path
) -> None:
    async with bot_at(
        telegram, tmp_path, template, token="4711:mistyped_SECRET"
    ) as bot:
        await bot.spawn()
        assert await bot.ended() == 1
        told = bot.told().strip().splitlines()
        assert (
            told[-1]
            == "Telegram does not accept the token: check [telegram] token or token_file"
        )
        assert "Traceback" not in bot.told() and "mistyped_SECRET" not in bot.told()


async def test_a_second_process_on_the_same_data_says_so_and_the_first_goes_on(
    telegram: FakeTelegram, tmp_path: Path, template: Path
) -> None:
    async with bot_at(telegram, tmp_path, template) as bot:
        await bot.start()
        second = Bot(
            tmp_path,
            telegram.base_url,
            telegram.base_file_url,
            TOKEN,
            UNPACED,
            fork=True,
        )
        second.errors = tmp_path / "second.log"
        await second.spawn()
        assert await second.ended() == 2
        assert (
            second.told().strip()
            == f"another Gridbee is running on {bot.data}. Stop that one first."
        )
        rider = telegram.user(RIDER, "小王", language="zh-hans")
        rider.says("/help")
        await telegram.until(rider.last)
        assert await bot.stop() == 0


async def test_sigterm_under_load_stops_in_time_loses_nothing_and_repeats_nothing(
    telegram: FakeTelegram, tmp_path: Path, template: Path
) -> None:
    chats = range(20_000, 20_120)
    for chat in chats:
        telegram.user(chat, "骑手", language="zh-hans", started=True)
    async with bot_at(telegram, tmp_path, template) as bot:
        database = Database(f"sqlite:///{bot.data / 'gridbee.db'}")
        await database.start()
        async with database.unit() as unit:
            for chat in chats:
                unit.outbox.add(
                    Address("telegram", str(chat)), Reply(text="news"), ANNOUNCEMENT
                )
        await database.close()
        telegram.latency_ms = 40
        paced = bot.config.read_text(encoding="utf-8")
        bot.config.write_text(
            paced.replace("per_second = 0", "per_second = 60"), encoding="utf-8"
        )
        await bot.start()
        riders = [telegram.people[chat] for chat in chats[:20]]
        await telegram.until(lambda: telegram.counts["sendMessage"] >= 15, 15)
        for rider in riders:
            rider.says("头盔丢了，帮忙找找")
        await asyncio.sleep(0.02)
        begun = time.monotonic()
        assert await bot.stop() == 0 and time.monotonic() - begun < 5
        assert telegram.counts["sendMessage"] < 120, (
            "it does not first send all that waits"
        )
        bot.config.write_text(paced, encoding="utf-8")
        await bot.start()
        await telegram.until(
            lambda: all(any(m.labels for m in rider.sees()) for rider in riders), 15
        )
        await telegram.until(
            lambda: all(
                "news" in [m.words for m in telegram.messages(chat)] for chat in chats
            ),
            15,
        )
        assert await bot.stop() == 0
    assert [
        chat
        for chat in chats
        if [m.words for m in telegram.messages(chat)].count("news") != 1
    ] == []
    assert [rider.id for rider in riders if len(rider.sees()) != 2] == []


async def test_neither_token_nor_words_get_into_the_log(
    telegram: FakeTelegram, tmp_path: Path, template: Path
) -> None:
    telegram.group(GROUP, "第一网格")
    rider = telegram.user(RIDER, WORDS, language="zh-hans")
    async with bot_at(telegram, tmp_path, template, fork=False) as bot:
        telegram.fail("getUpdates", kind="500")
        telegram.fail("getUpdates", kind="502")
        await bot.start()
        await telegram.until(lambda: not telegram.failures.planned, 10)
        kinds: tuple[Kind, ...] = ("500", "garbage", "502", "cut")
        for kind in kinds:
            telegram.fail("sendMessage", kind=kind)
        telegram.fail("getFile", kind="500")
        telegram.fail("file", kind="502")
        rider.sends_photo(PICTURE, f"路口地砖坏了 {WORDS}")
        rider.sends_document(b"no picture", f"{WORDS}.jpg", "image/jpeg", caption=WORDS)
        sender = {"id": RIDER, "first_name": WORDS}
        odd = {
            "message_id": 99,
            "from": sender,
            "chat": {"id": RIDER, "type": "private"},
            "text": WORDS,
        }
        telegram.push({"message": odd | {"location": {"latitude": "north"}}})
        await telegram.until(lambda: not telegram.failures.planned, 20)
        await telegram.until(lambda: len(rider.sees()) > 1, 20)
        assert await bot.stop() == 0
        told = bot.told()
    assert (
        "delivery.failed" in told
        and "intake.quarantined" in told
        and "telegram.poll_failed" in told
    )
    assert SECRET not in told and WORDS not in told


async def test_a_statement_that_fails_does_not_tell_its_values(town: Town) -> None:
    with pytest.raises(DBAPIError) as failed:
        async with town.house.database.unit() as unit:
            row = {
                "channel": "telegram",
                "chat": "1",
                "person_id": None,
                "unreachable_at": None,
            }
            await unit.query(insert(accounts), [row | {"chat": WORDS}])
    assert WORDS not in str(failed.value)
