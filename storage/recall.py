"""Reads what a process knows by heart, once at its start."""

from __future__ import annotations

import itertools
from collections import Counter
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.privacy import Privacy
from storage.loading import load_directory
from storage.memory.memory import Memory
from storage.memory.nearby import Nearby
from storage.naming import load_place_names
from storage.tables.cases import IS_OPEN, cases
from storage.tables.casework import history, templates
from storage.tables.forms import forms
from storage.tables.media import media
from storage.tables.messages import outbox, quarantine
from storage.tables.people import duty, people
from storage.tables.web import web_messages

COUNTED = (
    people,
    cases,
    media,
    history,
    forms,
    outbox,
    quarantine,
    web_messages,
    duty,
    templates,
)


async def load_memory(
    connection: AsyncConnection, memory: Memory, now: datetime
) -> None:
    """Reads everything, once at the start, `now`."""
    for table in COUNTED:
        highest = await connection.scalar(select(func.max(table.c.id)))
        memory.ids[table.name] = itertools.count((highest or 0) + 1)
    seq = await connection.scalar(select(func.max(web_messages.c.seq)))
    memory.ids["seq"] = itertools.count((seq or 0) + 1)
    memory.directory = await load_directory(connection)
    memory.carried = await _counted(connection, cases.c.assignee_id)
    memory.waiting = await _counted(
        connection, cases.c.filer_id, cases.c.parent_id.is_(None)
    )
    memory.nearby = await load_nearby(connection)
    memory.place_names = await load_place_names(
        connection,
        memory.directory,
        now,
    )


async def _counted(
    connection: AsyncConnection, by: ColumnElement[Any], *which: ColumnElement[bool]
) -> Counter[int]:
    """How many open cases each of them has."""
    rows = select(by, func.count()).where(text(IS_OPEN), *which).group_by(by)
    found = await connection.execute(rows)
    return Counter({row[0]: row[1] for row in found if row[0] is not None})


async def load_nearby(connection: AsyncConnection) -> Nearby:
    """All open cases that may be shown to others."""
    made, c = Nearby(), cases.c
    shared: ColumnElement[bool] = c.parent_id.is_(None)
    shared &= c.privacy != Privacy.CONFIDENTIAL.value
    what: Select[Any] = select(
        c.id,
        c.category,
        c.area,
        c.filed_at,
        c.lat,
        c.lon,
    )
    for row in await connection.execute(what.where(text(IS_OPEN), shared)):
        made.load(
            row.id,
            row.category,
            row.area,
            row.filed_at,
            row.lat,
            row.lon,
        )
    return made
