"""Reads the directory whole: areas, staff, groups, duty and settings, in a few small statements."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import select

from domain.area import Area
from domain.messages import Address
from domain.people import Grant, Person, Role
from domain.stations.station import Station
from storage.asynchronous import AsyncConnection
from storage.memory.directory import Directory, Shift
from storage.statements import among
from storage.station_rows import station_of
from storage.tables import house, people
from storage.tables.areas import areas, groups
from storage.tables.coupons import merchant_keepers, merchants
from storage.tables.gifts import gifts
from storage.tables.stations import stations

# made once: what is made at each call is made to text anew each time
AREAS = select(areas).order_by(areas.c.code)
GRANTS = select(people.grants).order_by(people.grants.c.role, people.grants.c.area)
STAFF = (
    select(people.people).where(among(people.people.c.id)).order_by(people.people.c.id)
)
ACCOUNTS = select(people.accounts).where(
    people.accounts.c.unreachable_at.is_(None),
    among(people.accounts.c.person_id),
)
GROUPS = select(groups).where(groups.c.unreachable_at.is_(None))
DUTY = select(people.duty).order_by(people.duty.c.starts_at, people.duty.c.id)
STATIONS = select(stations).order_by(stations.c.code)
OFFERED = select(gifts.c.code).where(gifts.c.offered)
MERCHANTS = select(
    merchants.c.code,
    merchants.c.area,
    merchants.c.offered,
    merchant_keepers.c.person_id,
).select_from(
    merchants.outerjoin(
        merchant_keepers, merchant_keepers.c.merchant == merchants.c.code
    )
)
SETTINGS = select(house.settings)

Reaches = Callable[[str], bool]
"""Whether a channel is there."""


def every_channel(channel: str) -> bool:
    return True


async def load_directory(
    connection: AsyncConnection, reaches: Reaches = every_channel
) -> Directory:
    """The directory as this connection sees it, with the chats that are reached."""
    found = await _areas(connection)
    grants = await _grants(connection)
    return Directory(
        found,
        await _staff(connection, grants),
        await _addresses(connection, list(grants), reaches),
        await _groups(connection, reaches),
        await _shifts(connection),
        await _settings(connection),
        await _stations(connection),
        await _gifts(connection),
        *await _merchants(connection),
    )


async def _areas(connection: AsyncConnection) -> list[Area]:
    rows = await connection.execute(AREAS)
    return [
        Area(
            row.code,
            row.name,
            row.level,
            row.parent,
            tuple(row.polygon) if row.polygon else None,
            row.kind,
            tuple(row.tags or ()),
        )
        for row in rows
    ]


async def _grants(connection: AsyncConnection) -> dict[int, list[Grant]]:
    found: dict[int, list[Grant]] = {}
    for row in await connection.execute(GRANTS):
        grant = Grant(Role(row.role), row.area, row.post)
        found.setdefault(row.person_id, []).append(grant)
    return found


async def _staff(
    connection: AsyncConnection, grants: dict[int, list[Grant]]
) -> list[Person]:
    found = await connection.execute(STAFF, {"id": list(grants)})
    return [person_of(row, tuple(grants[row.id])) for row in found]


async def _addresses(
    connection: AsyncConnection, staff: list[int], reaches: Reaches
) -> dict[int, tuple[Address, ...]]:
    found: dict[int, tuple[Address, ...]] = {}
    for row in await connection.execute(ACCOUNTS, {"person_id": staff}):
        if reaches(row.channel):
            address = Address(row.channel, row.chat)
            found[row.person_id] = (*found.get(row.person_id, ()), address)
    return found


async def _groups(connection: AsyncConnection, reaches: Reaches) -> dict[Address, str]:
    found = await connection.execute(GROUPS)
    return {
        Address(row.channel, row.chat): row.area
        for row in found
        if reaches(row.channel)
    }


async def _shifts(connection: AsyncConnection) -> list[Shift]:
    return [
        Shift(
            row.id,
            row.person_id,
            row.area,
            row.starts_at,
            row.ends_at,
        )
        for row in await connection.execute(DUTY)
    ]


async def _stations(connection: AsyncConnection) -> list[Station]:
    return [station_of(row) for row in await connection.execute(STATIONS)]


async def _gifts(connection: AsyncConnection) -> frozenset[str]:
    """The codes of those that are offered."""
    return frozenset((await connection.execute(OFFERED)).scalars())


async def _merchants(
    connection: AsyncConnection,
) -> tuple[frozenset[str], dict[int, list[str]]]:
    """The codes of those who offer something, and by person the areas of all to whom they are
    tied.
    """
    found = (await connection.execute(MERCHANTS)).all()
    ties: dict[int, list[str]] = {}
    for row in found:
        if row.person_id is not None:
            ties.setdefault(row.person_id, []).append(row.area)
    return frozenset(row.code for row in found if row.offered), ties


async def _settings(connection: AsyncConnection) -> dict[str, Any]:
    found = await connection.execute(SETTINGS)
    return {row.name: row.value for row in found}


def person_of(row: Any, grants: tuple[Grant, ...] = ()) -> Person:
    quiet = row.quiet
    if quiet is not None:
        quiet = tuple((start, end) for start, end in quiet)
    return Person(
        row.id,
        row.name,
        row.language,
        grants,
        quiet,
        row.muted,
        last_area=row.last_area,
        last_filed_at=row.last_filed_at,
        seen_at=row.seen_at,
        away_from=row.away_from,
        away_until=row.away_until,
        stand_in=row.stand_in,
        digest=row.digest,
    )
