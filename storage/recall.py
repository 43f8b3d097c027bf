"""Reads what a process knows by heart, once at its start."""

from __future__ import annotations

import itertools
from collections import Counter
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    TextClause,
    func,
    literal,
    select,
    text,
    union_all,
)

from domain.privacy import Privacy
from storage.asynchronous import AsyncConnection
from storage.loading import load_directory
from storage.memory.memory import Memory
from storage.memory.nearby import Nearby
from storage.naming import load_place_names
from storage.tables.cases import IS_OPEN, WEIGHS, cases
from storage.tables.casework import history, templates
from storage.tables.coupons import coupon_offers, coupons
from storage.tables.forms import forms
from storage.tables.gifts import gift_orders
from storage.tables.matching import listings
from storage.tables.media import media
from storage.tables.members import errands, members
from storage.tables.messages import offers, outbox, quarantine
from storage.tables.people import duty, people
from storage.tables.points import point_transfers
from storage.tables.web import web_messages

COUNTED = (
    people,
    cases,
    media,
    history,
    forms,
    outbox,
    offers,
    quarantine,
    web_messages,
    duty,
    templates,
    point_transfers,
    listings,
    members,
    errands,
    gift_orders,
    coupon_offers,
    coupons,
)

NUMBERED = {table.name: table.c.id for table in COUNTED} | {"seq": web_messages.c.seq}
"""What is numbered one after the other, by name."""

HIGHEST = union_all(
    *(select(literal(name), func.max(number)) for name, number in NUMBERED.items())
)
"""A row for each of them: one question at the start, not a dozen."""


def _open_by(
    person: ColumnElement[Any], *which: ColumnElement[bool] | TextClause
) -> Select[Any]:
    """How many open cases each of them has."""
    rows = select(person, func.count()).where(text(IS_OPEN), *which)
    return rows.group_by(person)


CARRIED = _open_by(cases.c.assignee_id, text(WEIGHS))
WAITING = _open_by(cases.c.filer_id, cases.c.parent_id.is_(None))
NEARBY = select(
    cases.c.id,
    cases.c.category,
    cases.c.area,
    cases.c.filed_at,
    cases.c.lat,
    cases.c.lon,
).where(
    text(IS_OPEN),
    cases.c.parent_id.is_(None),
    cases.c.privacy != Privacy.CONFIDENTIAL.value,
)


async def load_memory(
    connection: AsyncConnection, memory: Memory, now: datetime
) -> None:
    """Reads everything, once at the start, `now`."""
    for name, most in await connection.execute(HIGHEST):
        memory.ids[name] = itertools.count((most or 0) + 1)
    memory.directory = await load_directory(connection, memory.reaches)
    memory.carried = await _counted(connection, CARRIED)
    memory.waiting = await _counted(connection, WAITING)
    memory.nearby = await load_nearby(connection)
    memory.place_names = await load_place_names(
        connection,
        memory.directory,
        now,
    )
    memory.behind.clear()


async def _counted(
    connection: AsyncConnection,
    cases_of: Select[Any],
) -> Counter[int]:
    found = await connection.execute(cases_of)
    return Counter({row[0]: row[1] for row in found if row[0] is not None})


async def load_nearby(connection: AsyncConnection) -> Nearby:
    """All open cases that may be shown to others."""
    made = Nearby()
    for row in await connection.execute(NEARBY):
        made.load(
            row.id,
            row.category,
            row.area,
            row.filed_at,
            row.lat,
            row.lon,
        )
    return made
