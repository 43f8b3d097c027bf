"""What the demo begins with: of every room so much that a newcomer can try it at once."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import ColumnElement, Table, func, select

from bot.commands.demo import for_demo
from bot.commands.sample import prepare
from bot.config.reading import read
from domain.matching.listing import ListingKind, ListingState
from domain.members import MemberState
from domain.messages import Address
from domain.people import Role
from domain.wishes.wish import WishState
from storage.database import Database
from storage.tables.coupons import merchants
from storage.tables.gifts import gifts
from storage.tables.house import timers
from storage.tables.matching import listings
from storage.tables.members import members
from storage.tables.messages import outbox
from storage.tables.stations import stations
from storage.tables.wishes import wishes
from storage.unit import Unit
from tests.house import KEYS, Clock
from tests.inline import inline


async def test_the_demo_has_the_sample_districts_size(tmp_path: Path) -> None:
    config = for_demo(read({}), tmp_path, 8080)
    file = tmp_path / "demo.db"
    with inline(file):
        database = Database(f"sqlite:///{file}", Clock(), KEYS)
    await database.start()
    await prepare(database, tmp_path, config)
    again = await prepare(database, tmp_path, config)
    async with database.unit() as unit:
        assert len(again) == 3
        assert await _count(unit, stations) == 25
        assert await _count(unit, merchants) == 118
        assert await _count(unit, gifts) == 8
        assert await _count(unit, members) == 235
        kind = listings.c.kind
        assert await _count(unit, listings, kind == ListingKind.SERVICE) == 1200
        assert await _count(unit, listings, kind == ListingKind.PROJECT) == 97
        await _can_be_tried(unit)
        _every_case_rings_on_the_coordinator_s_phone(unit)
        # nobody's phone rings of it
        assert await _count(unit, outbox) == 0
    await database.close()


def _every_case_rings_on_the_coordinator_s_phone(unit: Unit) -> None:
    directory = unit.directory
    coordinator = Address("web", "demo-coordinator")
    for area in directory.areas.values():
        if area.level == "grid":
            (person,) = directory.holders(area.code, Role.COORDINATOR)
            assert directory.addresses[person.id] == (coordinator,)


async def _can_be_tried(unit: Unit) -> None:
    """Each newcomer's step has somebody to take it with, and what goes on has a next time."""
    waiting = await _count(unit, members, members.c.state == MemberState.APPLIED)
    joined = await _count(unit, members, members.c.state == MemberState.MEMBER)
    states = select(wishes.c.state, func.count()).group_by(wishes.c.state)
    found = {row[0]: row[1] for row in await unit.query(states)}
    assert (waiting, found[WishState.OPEN], found[WishState.RECEIVED]) == (4, 18, 24)
    assert sum(found.values()) + 5 == 60  # five that nobody has looked at yet
    goes_on = found[WishState.OPEN] + found[WishState.CLAIMED] + found[WishState.HANDED]
    ordered = listings.c.kind == ListingKind.NEED
    still = listings.c.state == ListingState.OPEN
    running = await _count(unit, listings, ordered & still)
    assert running == 11
    kinds = select(timers.c.kind, func.count()).group_by(timers.c.kind)
    timed = {row[0]: row[1] for row in await unit.query(kinds)}
    assert timed["wish"] == goes_on
    assert (timed["member"], timed["member_silent"]) == (waiting, joined)
    assert timed["listing"] >= 2 * running


async def _count(
    unit: Unit,
    table: Table,
    where: ColumnElement[bool] | None = None,
) -> int:
    rows = select(func.count()).select_from(table)
    if where is not None:
        rows = rows.where(where)
    return int((await unit.query(rows)).scalar() or 0)
