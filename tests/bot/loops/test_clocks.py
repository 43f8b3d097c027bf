"""The clock is put back or on, the machine sleeps, the process is stopped: turns come as before,
and what has become due has its turn at once.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from bot.loops import clocks
from bot.loops.clocks import Clocks, Jump, jump_between, watch_clocks
from bot.loops.rhythm import Rhythm
from bot.loops.ticks import TICKS, Ticks
from tests.house import TestHouse
from tests.telegram.town import eventually

BEFORE = Clocks(wall=1e9, boot=5000.0, steady=4000.0)
A_SECOND_LATER = Clocks(wall=1e9 + 1, boot=5001.0, steady=4001.0)
HOUR = 3600.0


def later(wall: float = 0, boot: float = 0, steady: float = 0) -> Clocks:
    """A second later, and so much more."""
    return Clocks(
        A_SECOND_LATER.wall + wall,
        A_SECOND_LATER.boot + boot,
        A_SECOND_LATER.steady + steady,
    )


JUMPS = {
    "put back 40 s": (later(wall=-40), Jump(-40, 0, 0)),
    "put back an hour": (later(wall=-HOUR), Jump(-HOUR, 0, 0)),
    "put on a day": (later(wall=24 * HOUR), Jump(24 * HOUR, 0, 0)),
    "an hour's sleep": (later(wall=HOUR, boot=HOUR), Jump(0, HOUR, 0)),
    "a paused machine": (later(wall=HOUR), Jump(HOUR, 0, 0)),
    "a process stopped for 5 min": (later(300, 300, 300), Jump(0, 0, 300)),
}


@pytest.mark.parametrize("what", JUMPS)
def test_what_happened_is_read_off_three_clocks(what: str) -> None:
    after, jump = JUMPS[what]
    assert jump_between(BEFORE, after) == jump
    assert jump.any
    assert jump.away == (jump.stepped == 0)


@pytest.mark.parametrize("seconds", [-4.9, 0, 4.9])
def test_what_is_less_than_five_seconds_is_no_jump(seconds: float) -> None:
    for after in (later(seconds), later(seconds, seconds), later(*[seconds] * 3)):
        assert not jump_between(BEFORE, after).any


async def test_a_jump_is_told_and_logged_once_and_turns_come_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(clocks, "LOOKED_EVERY", 0)
    seen = Counter[str]()
    looked = asyncio.Event()

    async def look(name: str) -> None:
        seen[name] += 1
        looked.set()

    rhythm = Rhythm(look, {"daily": HOUR, "sweep": HOUR})
    rhythm.start()
    told = iter([BEFORE, BEFORE, replace(BEFORE, wall=BEFORE.wall - HOUR)])
    last = replace(BEFORE, wall=BEFORE.wall - HOUR)
    jumps: list[Jump] = []

    def jumped(jump: Jump) -> None:
        jumps.append(jump)
        rhythm.at_once()

    with capture_logs() as logged:
        watch = asyncio.create_task(watch_clocks(jumped, lambda: next(told, last)))
        async with asyncio.timeout(5):
            await looked.wait()
        for _ in range(20):
            await asyncio.sleep(0)
        watch.cancel()
    await rhythm.stop()
    assert jumps == [Jump(-HOUR, 0, 0)]
    assert [(line["event"], line["stepped"]) for line in logged] == [
        ("clock.jumped", -HOUR)
    ]
    assert seen == {"daily": 1, "sweep": 1}


async def test_turns_of_one_name_come_one_after_the_other_and_end_with_stop() -> None:
    running, most, turns = 0, 0, 0

    async def work(_: str) -> None:
        nonlocal running, most, turns
        running, turns = running + 1, turns + 1
        most = max(most, running)
        try:
            await asyncio.sleep(0.002)
        finally:
            running -= 1

    rhythm = Rhythm(work, {"often": 0.001})
    rhythm.start()

    async def three() -> bool:
        rhythm.at_once()
        return turns >= 3

    await eventually(three)
    await rhythm.stop()
    done = turns
    await asyncio.sleep(0.01)
    assert (most, running, turns) == (1, 0, done)


async def test_after_the_clock_was_put_back_what_is_due_by_it_is_done(
    house: TestHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A digest that was due at half past eight, and again when it is half past eight again."""
    monkeypatch.setattr("bot.loops.ticks.TICKS", dict.fromkeys(TICKS, HOUR))
    ticks = Ticks(house.database, house.setup, house.delivery)
    ticks.start()
    person = house.coordinator.person.id

    async def next_digest() -> timedelta:
        async with house.database.unit() as unit:
            dues = dict(await unit.timers.due("digest", 99))
            assert not dues
        due = house.database.memory.timers.get(("digest", person))
        return due - house.clock.now if due else timedelta.max

    async def within_a_day() -> bool:
        return await next_digest() <= timedelta(hours=25)

    await asyncio.sleep(0)
    for step in (timedelta(days=400), timedelta(days=-400)):
        house.clock.now += step
        ticks.at_once()
        await eventually(within_a_day)
    await ticks.stop()
