"""What arrives, by polling and by webhook: acknowledged after the commit, once, whatever the
line does meanwhile.
"""

from __future__ import annotations

import asyncio
import io
from pathlib import Path
from typing import Any

import aiohttp
import orjson
import pytest
from sqlalchemy import select

from bot.channels.telegram.polling import TokenTaken
from bot.loops.clocks import Jump
from domain.messages import Address, Event
from storage.tables.messages import quarantine as quarantine_table
from storage.tables.messages import seen as seen_table
from tests.fakes.telegram.failures import Kind
from tests.fakes.telegram.server import FakeTelegram
from tests.telegram.town import RIDER, TOKEN, Town, eventually, free_port

SECRET = "webhook-secret-0123456789"
LOST = "钱包丢了，帮忙找找"


@pytest.fixture
def hooked(telegram: FakeTelegram, data: Path) -> Town:
    port = free_port()
    url = f"http://127.0.0.1:{port}/telegram"
    town = Town(telegram, data, mode="webhook", webhook_url=url, webhook_secret=SECRET)
    town.web = {"port": port}
    return town


def confirmed(town: Town) -> bool:
    return town.telegram.updates.unconfirmed() == 0


# --- polling ---


async def test_the_main_job_runs_over_polling(town: Town) -> None:
    card = await town.files("路口地砖坏了")
    town.group.presses(town.coordinator, "接单", card)
    await town.sees(town.rider, "接单了")
    await town.may_press(town.coordinator, "办好了")
    town.coordinator.presses("办好了")
    await town.sees(town.coordinator, "怎么解决")
    town.coordinator.says("换好了")
    answer = await town.sees(town.rider, "办好了")
    town.rider.presses("已解决", answer)
    await town.sees(town.rider, "办结了")
    await town.rest()
    assert (
        town.refused() == []
        and town.rider.unanswered() == []
        and town.coordinator.unanswered() == []
    )


async def test_an_update_is_confirmed_only_after_its_commit(town: Town) -> None:
    async with town.house.database.unit():
        town.rider.says(LOST)
        await asyncio.sleep(0.15)
        assert not confirmed(town) and town.rider.sees() == []
    await town.sees(town.rider, LOST)
    await town.telegram.until(lambda: confirmed(town))


async def test_what_could_not_be_stored_is_fetched_again(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    handle, tried = town.house.intake.handle, []

    async def once_broken(events: list[Any]) -> None:
        tried.append(len(events))
        if len(tried) == 1:
            raise OSError("disk full")
        await handle(events)

    monkeypatch.setattr(town.house.intake, "handle", once_broken)
    town.rider.says(LOST)
    await town.sees(town.rider, LOST)
    await town.rest()
    assert tried == [1, 1] and len(town.rider.sees()) == 1


@pytest.mark.parametrize("slept", [0.0, 3600.0])
async def test_after_an_hour_asleep_or_stopped_the_poll_begins_anew_and_nothing_comes_twice(
    town: Town, slept: float
) -> None:
    await town.sees_ready()
    town.rider.says(LOST)
    await town.sees(town.rider, LOST)
    await town.rest()
    polls = town.telegram.counts["getUpdates"]
    town.house._jumped(Jump(0, slept, 3600.0 - slept))
    await town.telegram.until(lambda: town.telegram.counts["getUpdates"] > polls)
    town.second_rider.says("/help")
    await town.sees(town.second_rider, "/my")
    assert len(town.rider.sees()) == 1


async def test_the_same_update_twice_is_one(town: Town) -> None:
    town.rider.says(LOST)
    await town.sees(town.rider, LOST)
    town.telegram.repeat()
    town.second_rider.says("/help")
    await town.sees(town.second_rider, "/my")
    await town.rest()
    assert len(town.rider.sees()) == 1


async def test_the_same_update_is_one_also_after_a_restart(town: Town) -> None:
    town.rider.says(LOST)
    await town.sees(town.rider, LOST)
    update = town.telegram.updates.everything[-1]["update_id"]
    await town.close()
    town.telegram.repeat(update)
    await town.open()
    town.second_rider.says("/help")
    await town.sees(town.second_rider, "/my")
    assert len(town.rider.sees()) == 1


async def test_what_came_while_the_house_was_closed_is_answered(town: Town) -> None:
    await town.close()
    town.rider.says(LOST)
    town.second_rider.says("头盔丢了，帮忙找找")
    await town.open()
    await town.sees(town.rider, LOST)
    await town.sees(town.second_rider, "头盔丢了")


@pytest.mark.parametrize("kind", ["500", "502", "429", "cut", "cut_before", "garbage"])
async def test_a_broken_poll_loses_nothing(town: Town, kind: Kind) -> None:
    town.telegram.fail("getUpdates", kind=kind)
    town.second_rider.says("/help")  # ends the poll that waits; a next one fails
    town.rider.says(LOST)
    await town.sees(town.rider, LOST)
    await town.sees(town.second_rider, "/my")
    await town.rest()
    assert len(town.rider.sees()) == len(town.second_rider.sees()) == 1


async def test_one_update_that_breaks_its_reader_does_not_stall_the_others(
    town: Town,
) -> None:
    chat = {"id": RIDER, "type": "private"}
    town.telegram.push(
        {
            "message": {
                "message_id": "one",
                "chat": chat,
                "from": {"first_name": "no id"},
                "text": "?",
            }
        }
    )
    town.telegram.push(
        {
            "message": {
                "message_id": 5,
                "chat": chat,
                "from": {"id": RIDER},
                "location": {"latitude": 999},
            }
        }
    )
    town.telegram.push({"poll": {"id": "7"}})
    town.telegram.push(
        {
            "message": {
                "message_id": 6,
                "chat": {"id": -5, "type": "channel"},
                "text": "news",
            }
        }
    )
    town.rider.says(LOST)
    await town.sees(town.rider, LOST)
    await town.sees(town.admin, "第 2 号")
    rows = await town.rows(select(quarantine_table).order_by(quarantine_table.c.id))
    assert [row.raw["message"]["message_id"] for row in rows] == ["one", 5]


async def test_a_second_poller_ends_the_house(
    telegram: FakeTelegram, data: Path
) -> None:
    town = Town(telegram, data)
    await town.open()
    async with aiohttp.ClientSession() as session:
        polling = asyncio.create_task(_polls(session, telegram))
        with pytest.raises(TokenTaken):
            await town.ends()
        polling.cancel()
        await asyncio.gather(polling, return_exceptions=True)


async def _polls(session: aiohttp.ClientSession, telegram: FakeTelegram) -> None:
    """The other process: it asks at once again whenever it is put out."""
    while True:
        async with session.post(
            f"{telegram.base_url}{TOKEN}/getUpdates", json={"timeout": 20}
        ) as response:
            await response.read()
        await asyncio.sleep(0.05)


# --- webhook ---


async def test_the_main_job_runs_over_a_webhook(hooked: Town) -> None:
    async with hooked as town:
        await town.telegram.until(lambda: town.telegram.updates.webhook)
        card = await town.files("路口地砖坏了")
        town.group.presses(town.coordinator, "接单", card)
        await town.sees(town.rider, "接单了")
        await town.rest()
        assert town.telegram.counts["getUpdates"] == 0 and town.refused() == []


async def test_a_webhook_call_without_the_secret_is_refused(hooked: Town) -> None:
    update = {
        "update_id": 7,
        "message": {
            "message_id": 1,
            "text": "起火了",
            "from": {"id": RIDER, "first_name": "X"},
        },
    }
    chat = {"id": RIDER, "type": "private"}
    message = {"chat": chat, "date": 1}
    update["message"] |= message  # type: ignore[operator]
    async with hooked as town, aiohttp.ClientSession() as session:
        await town.telegram.until(lambda: town.telegram.updates.webhook)
        url = town.over["webhook_url"]
        name = "X-Telegram-Bot-Api-Secret-Token"
        for headers in ({}, {name: "wrong"}, {name: SECRET[:-1]}, {name: "ö"}):
            async with session.post(
                url, data=orjson.dumps(update), headers=headers
            ) as response:
                assert response.status == 403
        assert await town.rows(select(seen_table)) == []
        for body, status in (
            (b"{", 400),
            (b"[]", 200),
            (b"{}", 200),
            (orjson.dumps(update), 200),
        ):
            async with session.post(url, data=body, headers={name: SECRET}) as response:
                assert response.status == status
        await town.sees(town.rider, "119")


async def test_a_webhook_says_503_until_the_update_is_stored(
    hooked: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with hooked as town:
        hook = await town.telegram.until(lambda: town.telegram.updates.webhook)
        assert hook is not None
        handle, broken = (
            town.house.intake.handle,
            [OSError("disk full"), OSError("disk full")],
        )

        async def sometimes(events: list[Any]) -> None:
            if broken:
                raise broken.pop()
            await handle(events)

        monkeypatch.setattr(town.house.intake, "handle", sometimes)
        town.rider.says(LOST)
        await town.sees(town.rider, LOST)
        await town.telegram.until(lambda: confirmed(town))
        assert hook.tries == 3 and "503" in hook.last_error
        assert len(town.rider.sees()) == 1


async def test_a_webhook_answers_only_after_the_commit(hooked: Town) -> None:
    async with hooked as town:
        await town.telegram.until(lambda: town.telegram.updates.webhook)
        async with town.house.database.unit():
            town.rider.says(LOST)
            await asyncio.sleep(0.15)
            assert not confirmed(town)
        await town.sees(town.rider, LOST)

        async def done() -> bool:
            return confirmed(town)

        await eventually(done)


async def test_the_same_webhook_call_twice_is_one(hooked: Town) -> None:
    async with hooked as town:
        await town.telegram.until(lambda: town.telegram.updates.webhook)
        town.rider.says(LOST)
        await town.sees(town.rider, LOST)
        town.telegram.repeat()
        town.second_rider.says("/help")
        await town.sees(town.second_rider, "/my")
        assert len(town.rider.sees()) == 1


def _press(data: str, number: int) -> bytes:
    """A press by the rider, as Telegram brings it."""
    who = {"id": RIDER, "first_name": "骑手"}
    chat = {"id": RIDER, "type": "private"}
    message = {"message_id": 1, "chat": chat, "date": 1}
    query = {"id": f"q{number}", "from": who, "message": message, "data": data}
    return orjson.dumps({"update_id": 90_000 + number, "callback_query": query})


async def test_a_press_that_says_nothing_is_acknowledged_in_the_answer(
    hooked: Town,
) -> None:
    headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
    async with hooked as town, aiohttp.ClientSession(headers=headers) as session:
        await town.telegram.until(lambda: town.telegram.updates.webhook)
        await town.drafts()
        button = next(one for one in town.every_button() if "提交" in one.label)
        url = town.over["webhook_url"]
        async with session.post(url, data=_press(button.data or "", 1)) as response:
            told = await response.json()
        assert told == {"method": "answerCallbackQuery", "callback_query_id": "q1"}
        # one with words goes as a call, of which we hear whether it arrived
        async with session.post(url, data=_press("c:1:accept", 2)) as response:
            assert response.status == 200 and await response.read() == b""
        await town.telegram.until(lambda: town.calls("answerCallbackQuery"))
    (call,) = town.calls("answerCallbackQuery")
    assert call.params["callback_query_id"] == "q2" and call.params["text"]


async def test_a_webhook_takes_only_a_post_of_some_length(hooked: Town) -> None:
    headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
    async with hooked as town, aiohttp.ClientSession(headers=headers) as session:
        hook = await town.telegram.until(lambda: town.telegram.updates.webhook)
        assert hook is not None
        url = town.over["webhook_url"]
        async with session.get(url) as response:
            assert response.status == 405
        async with session.post(url, data=io.BytesIO(b" " * (5 << 20))) as response:
            assert response.status == 413
        reader, writer = await asyncio.open_connection("127.0.0.1", town.house.port)
        writer.write(b"POST /telegram HTTP/1.1\r\nX: " + b"x" * 70_000)
        assert (await reader.readline()).startswith(b"HTTP/1.1 431 ")
        assert await reader.read() and reader.at_eof()
        writer.close()


async def test_the_numbers_of_another_bot_say_nothing(town: Town) -> None:
    """A new token, the same database: what comes next has a number that was seen."""
    town.rider.says("/help")
    await town.sees(town.rider, "/my")
    await town.rest()
    rows = await town.rows(select(seen_table.c.external_id))
    last = max(int(row.external_id) for row in rows if row.external_id.isdecimal())
    somebody = Address("telegram", "9")
    async with town.house.database.unit() as unit:
        await unit.settings.put("telegram.bot", 12345, None)
        for number in range(last + 1, last + 4):
            seen_before = Event(str(number), somebody, somebody)
            assert unit.arrivals.first_time(seen_before)
    await town.close()
    await town.open()
    town.rider.says("/lang")
    await town.sees(town.rider, "哪种语言", timeout=2)
