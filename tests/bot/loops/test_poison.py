"""A poison item in each loop: what breaks it is its own, and the others go on at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, text, update

from bot.channels.channel import SendError
from bot.loops import due, ticks, verdicts
from bot.loops.counting import night
from bot.loops.isolating import Tries
from domain.messages import Address, Event, Reply
from handlers import desk
from handlers.dialog.clock import Beside, at_fault
from handlers.people import membership
from handlers.timers import BESIDE, DUE, LOOKS
from storage.arrivals import Arrivals
from storage.figures.counting import counted
from storage.outbox.letters import ANNOUNCEMENT
from storage.tables.house import timers
from storage.tables.messages import outbox, seen
from tests.house import TestHouse

POISON = "☠"
HEALTHY, BAD = Address("test", "r1"), Address("test", "r2")


class Bug(Exception):
    """What nobody foresaw."""


def poisoned(real: Callable[..., Any], bad: Callable[..., bool]) -> Callable[..., Any]:
    """The same function, which breaks where `bad` says so of its arguments."""

    async def breaks(*given: Any, **more: Any) -> Any:
        if bad(*given):
            raise Bug
        return await real(*given, **more)

    return breaks


def says(sender: Address, words: str, number: int) -> Event:
    raw = {"update": number, "text": words}
    return Event(f"e{number}", sender, sender, text=words, language="zh-CN", raw=raw)


# --- intake ---


@pytest.fixture
def poison_breaks_the_desk(monkeypatch: pytest.MonkeyPatch) -> None:
    bad = poisoned(desk.answer, lambda event, *_: POISON in event.text)
    monkeypatch.setattr(desk, "answer", bad)


@pytest.mark.usefixtures("poison_breaks_the_desk")
async def test_intake_keeps_one_event_aside_and_answers_the_others(
    house: TestHouse,
) -> None:
    many = [says(HEALTHY, "/help", 1), says(BAD, POISON, 2), says(HEALTHY, "/my", 3)]
    await house.take(*many)
    assert len(house.channel.chats["r1"]) == 2
    assert "没处理好" in house.channel.chats["r2"][-1].text
    async with house.database.unit() as unit:
        assert [row.external_id for row in await unit.arrivals.quarantined()] == ["e2"]
    assert house.unreadable.lines() == []


@pytest.mark.usefixtures("poison_breaks_the_desk")
async def test_what_quarantine_refuses_is_kept_in_a_file_and_told(
    house: TestHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuses = poisoned(Arrivals.quarantine, lambda *_: True)
    monkeypatch.setattr(Arrivals, "quarantine", refuses)
    odd = says(BAD, f"{POISON} \ud800\0", 2)
    await house.intake.handle([says(HEALTHY, "/help", 1), odd])
    (line,) = house.unreadable.lines()
    assert line.external_id == "e2" and "\\ud800\\u0000" in line.raw
    file = house.folder / "unreadable.jsonl"
    assert file.stat().st_mode & 0o777 == 0o600
    await house.settle()
    assert len(house.channel.chats["r1"]) == 1
    assert "没处理好" in house.channel.chats["r2"][-1].text
    assert "unreadable.jsonl" in house.admin.last.text


# --- delivery and marking ---


async def test_a_letter_that_fails_alone_holds_up_nothing_behind_it(
    house: TestHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = house.channel.send
    bad = poisoned(real, lambda letter, *_: letter.reply.text == POISON)
    monkeypatch.setattr(house.channel, "send", bad)
    monkeypatch.setattr(verdicts, "_pause", lambda *_: timedelta(milliseconds=20))
    async with house.database.unit() as unit:
        unit.outbox.add(BAD, Reply(POISON))
        unit.outbox.add(BAD, Reply("behind it"))
        for _ in range(3):
            unit.outbox.add(HEALTHY, Reply("others"))
    house.delivery.offer(unit.outbox.handover)
    await house.settle()
    assert [one.text for one in house.channel.chats["r2"]] == ["behind it"]
    assert len(house.channel.chats["r1"]) == 3
    async with house.database.reader() as reader:
        rows = await reader.execute(select(outbox.c.state, outbox.c.tries))
    assert ("gave_up", 6) in [tuple(row) for row in rows], "tries are in the row"


async def test_a_file_that_cannot_be_read_is_no_reason_to_give_a_letter_up(
    house: TestHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, broken = house.channel.send, [OSError("ENFILE")] * 8

    async def unread(*given: Any) -> Any:
        if broken:
            raise broken.pop()
        return await real(*given)

    monkeypatch.setattr(house.channel, "send", unread)
    monkeypatch.setattr(verdicts, "_pause", lambda *_: timedelta(milliseconds=1))
    async with house.database.unit() as unit:
        unit.outbox.add(BAD, Reply("a picture"))
    house.delivery.offer(unit.outbox.handover)
    await house.settle()
    assert [one.text for one in house.channel.chats["r2"]] == ["a picture"]


async def test_marking_writes_the_others_and_at_least_the_row_of_the_one_at_fault(
    house: TestHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost = poisoned(membership.lost, lambda to, *_: to == BAD)
    monkeypatch.setattr(membership, "lost", lost)
    house.channel.refuse["r2"] = [SendError("blocked", permanent=True, gone=True)]
    async with house.database.unit() as unit:
        for to in (HEALTHY, BAD, HEALTHY):
            unit.outbox.add(to, Reply("news"))
    house.delivery.offer(unit.outbox.handover)
    await house.settle()
    async with house.database.reader() as reader:
        rows = await reader.execute(select(outbox.c.state).order_by(outbox.c.id))
    assert [row.state for row in rows] == ["sent", "gave_up", "sent"]


# --- ticks ---


async def test_a_row_of_the_clock_that_breaks_waits_longer_each_time(
    house: TestHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[int] = []

    async def draft(scene: Any, subject: int, at: object) -> None:
        if subject == 7:
            raise Bug
        if subject != 8:  # which never moves on
            scene.unit.timers.set("draft", subject, None)
        done.append(subject)

    monkeypatch.setitem(DUE, "draft", draft)
    async with house.database.unit() as unit:
        for subject in (6, 7, 8, 9):
            unit.timers.set("draft", subject, unit.now)
    waits = []
    for _ in range(due.TOLD_AT):
        await house.ticks.tick("draft")
        async with house.database.unit() as unit:
            row = select(timers).where(timers.c.kind == "draft", timers.c.subject == 7)
            found = (await unit.query(row)).one()
        waits.append((found.due_at - house.clock.now).total_seconds())
        house.clock.now = found.due_at
    async with house.database.unit() as unit:
        assert await unit.timers.subjects("draft") == {7, 8}
    assert waits == sorted(waits) and waits[0] == 2 and found.tries == due.TOLD_AT
    await house.settle()
    assert "draft" in house.admin.last.text


async def test_an_order_that_breaks_keeps_no_other_waiting(
    house: TestHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = []

    async def begin(scene: Any, subject: int, at: datetime) -> int:
        return subject

    async def read(reader: Any, wanted: int) -> int:
        if wanted == 1:
            raise Bug
        return wanted

    def reckon(wanted: int, found: int) -> int:
        return found

    async def end(scene: Any, subject: int, *_: Any) -> None:
        scene.unit.timers.set("figures", subject, None)
        done.append(subject)

    monkeypatch.setitem(BESIDE, "figures", Beside(begin, read, reckon, end))
    async with house.database.unit() as unit:
        for subject in (1, 2):
            unit.timers.set("figures", subject, unit.now)
    await house.ticks.tick("figures")
    assert done == [2]


@pytest.mark.parametrize("name", sorted(LOOKS))
async def test_a_look_leaves_out_what_breaks_it(
    house: TestHouse, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    seen_by: list[int] = []
    real = LOOKS[name]

    async def look(scene: Any, skips: Callable[[object], bool]) -> None:
        for key in (1, 2, 3):
            if not skips(key):
                with at_fault(key):
                    if key == 2:
                        raise Bug
                    seen_by.append(key)
        await real(scene, skips)

    monkeypatch.setitem(LOOKS, name, look)
    await house.ticks.tick(name)
    assert seen_by == [1, 1, 3]
    await house.ticks.tick(name)
    assert seen_by[3:] == [1, 3], "for a second it is not tried again"


async def test_a_night_counts_the_other_days(
    house: TestHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    await house.files_hazard()
    house.clock.now += timedelta(days=9)
    first = house.clock.now.astimezone(house.setup.zone).date() - timedelta(days=9)
    bad = poisoned(counted, lambda _, days, *__: days.first == first)
    monkeypatch.setattr("storage.figures.daily.counted", bad)
    tries = Tries()
    await night(house.database, house.setup.zone, tries)
    async with house.database.unit() as unit:
        assert await unit.daily.todo(house.setup.zone) == [first]
    assert not tries.may(first)


async def test_a_letter_that_cannot_be_read_stops_no_release_and_no_start(
    house: TestHouse,
) -> None:
    async with house.database.unit() as unit:
        for to in (BAD, HEALTHY):
            unit.outbox.add(to, Reply("news"), ANNOUNCEMENT)
        unit.outbox.add(BAD, Reply("waits"))
    broken = update(outbox).where(outbox.c.chat == "r2")
    async with house.database.unit() as unit:
        await unit.query(broken.values(reply=text("'{'")))
    await house.ticks.tick("release")
    await house.settle()
    assert [one.text for one in house.channel.chats["r1"]] == ["news"]
    await house.delivery.start()
    async with house.database.reader() as reader:
        rows = await reader.execute(select(outbox.c.chat, outbox.c.state))
    assert {tuple(row) for row in rows} == {("r2", "gave_up"), ("r1", "sent")}


async def test_a_sweep_that_fails_keeps_no_other_from_sweeping(
    house: TestHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    swept = []

    async def breaks(unit: Any) -> None:
        raise Bug

    async def sweeps(unit: Any) -> None:
        swept.append(unit)

    monkeypatch.setattr(ticks, "SWEEPS", (breaks, sweeps))
    await house.ticks.tick("sweep")
    assert len(swept) == 1


# --- groups ---


async def test_a_group_that_breaks_the_trying_keeps_no_other_from_it(
    house: TestHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    async def listens(chat: str) -> bool:
        asked.append(chat)
        if chat == "-100":
            raise Bug
        return True

    await house.admin.says("/bind G01", chat=Address("test", "-100"))
    await house.admin.says("/bind G02", chat=Address("test", "-200"))
    monkeypatch.setattr(house.channel, "listens", listens)
    await house.tries()
    await house.passes(days=1)
    await house.tries()
    assert asked == ["-100", "-200"]
    await house.passes(hours=1)
    await house.tries()
    assert asked[2:] == ["-100", "-200"], "in an hour, not at every look"


async def test_what_was_seen_is_swept_with_the_knocks(house: TestHouse) -> None:
    assert await house.database.writes()
    house.clock.now += timedelta(days=8)
    await house.ticks.tick("sweep")
    async with house.database.reader() as reader:
        assert (await reader.execute(select(seen))).all() == []
