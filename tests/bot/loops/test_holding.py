"""What goes on only while the house has its lease, and how a house learns that it has not."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.loops import holding
from bot.loops.delivery import PAUSE, Delivery
from bot.loops.holding import stand_by, taken, watch, while_held
from domain.messages import Address, Reply
from storage.database import Database
from storage.file_lock import AlreadyRunning
from storage.lease import Lease, LeaseLost
from tests.house import TestHouse


class Held(Lease):
    """A lease that ends and is renewed as a test says."""

    ended = False

    @property
    def over(self) -> bool:
        return self.ended


@pytest.fixture
def lease(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Held:
    monkeypatch.setattr(holding, "WATCHED_EVERY", 0)
    return Held(Database(f"sqlite:///{tmp_path / 'x.db'}").engine)


class Polls:
    """A loop that counts how often it was begun, and whether it runs."""

    def __init__(self) -> None:
        self.begun = 0
        self.running = False

    async def __call__(self) -> None:
        self.begun += 1
        self.running = True
        try:
            await asyncio.Event().wait()
        finally:
            self.running = False


async def turns() -> None:
    """Everybody else has some turns."""
    for _ in range(20):
        await asyncio.sleep(0)


async def test_a_loop_ends_with_the_lease_and_begins_with_it(lease: Held) -> None:
    polls = Polls()
    task = asyncio.create_task(while_held(lease, polls, asyncio.Event()))
    for begun in (1, 2):
        await turns()
        assert (polls.begun, polls.running) == (begun, True)
        lease.ended = True
        await turns()
        assert (polls.begun, polls.running) == (begun, False)
        lease.ended = False
    await turns()
    task.cancel()
    await asyncio.wait([task])
    assert not polls.running


async def test_what_breaks_such_a_loop_goes_up(lease: Held) -> None:
    async def breaks() -> None:
        raise OSError("broken")

    with pytest.raises(OSError, match="broken"):
        await while_held(lease, breaks, asyncio.Event())


async def test_a_loop_is_begun_anew_when_the_house_was_away(lease: Held) -> None:
    polls, anew = Polls(), asyncio.Event()
    task = asyncio.create_task(while_held(lease, polls, anew))
    for begun in (1, 2, 3):
        await turns()
        assert (polls.begun, polls.running, anew.is_set()) == (begun, True, False)
        anew.set()
    task.cancel()
    await asyncio.wait([task])


async def test_a_lease_that_is_late_ends_nothing_and_one_that_is_lost_does(
    lease: Held,
) -> None:
    task = asyncio.create_task(watch(lease))
    lease.ended = True
    await turns()
    assert not task.done()
    lease.lost.set()
    with pytest.raises(LeaseLost):
        await task


async def test_nobody_stands_by_on_sqlite(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'x.db'}"
    first, second = Database(url), Database(url)
    assert await taken(first)
    with pytest.raises(AlreadyRunning):
        await taken(second)
    await first.close()
    await second.close()


class Away(Database):
    """A database that is away, then another's, then free."""

    answers = iter((OSError("away"), AlreadyRunning("another's"), None))
    postgres = True

    async def hold(self) -> None:
        if (answer := next(self.answers)) is not None:
            raise answer


async def test_a_stand_by_waits_while_the_database_is_away_and_while_it_is_anothers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(holding, "TRIED_EVERY", 0)
    database = Away(f"sqlite:///{tmp_path / 'x.db'}")
    await stand_by(database)
    assert next(database.answers, "none left") == "none left"


async def test_letters_wait_while_the_lease_is_over_and_go_when_it_is_held_again(
    house: TestHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with house.database.unit() as unit:
        unit.outbox.add(Address("test", "r1"), Reply("hello"))
    delivery = Delivery(house.database, house.setup, {"test": house.channel})
    delivery.offer(unit.outbox.handover)
    sent = house.channel.sent
    with monkeypatch.context() as over:
        over.setattr(Lease, "over", True)
        assert delivery._send_what_may_go() == PAUSE
        await turns()
        assert house.channel.sent == sent
    delivery._send_what_may_go()
    await turns()
    assert house.channel.sent == sent + 1
