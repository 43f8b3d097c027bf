"""A database with very many cases in the sample district, the newest of them open."""

import itertools
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert, text

from bot.loading.district import load_district
from domain.messages import Address
from domain.people import Grant, Role
from domain.states import State
from storage.database import Database, utc_now
from storage.tables.cases import cases as cases_table

OPEN = 660  # the newest ones, 20 in each grid, so that every /queue shows a full page
CHUNK = 20_000


def rows(size: int) -> Iterator[dict[str, Any]]:
    """Cases of the last two years, the newest still open."""
    now = utc_now()
    for n in range(1, size + 1):
        filed = now - timedelta(minutes=size - n)
        state = State.ASSIGNED if n > size - OPEN else State.CLOSED
        due = filed + timedelta(days=7)
        yield {
            "id": n,
            "number": f"XX00-{n:07d}",
            "kind": "hazard",
            "category": "road",
            "urgency": "general",
            "state": state.value,
            "words": "路口地砖坏了",
            "area": f"G{n % 33 + 1:02d}",
            "lat": 24.5,
            "lon": 118.1,
            "place_words": "",
            "filer_id": n % 5000 + 100,
            "assignee_id": n % 25 + 10,
            "channel": "bench",
            "filed_at": filed,
            "phase_at": filed,
            "due_at": due,
            "accept_due": due,
            "resolve_due": due,
            "accepted_at": None,
            "resolved_at": None,
            "closed_at": None,
            "alarms": 0,
            "raised": 0,
            "reopened": 0,
            "rating": None,
            "answer": "",
        }


async def made(folder: Path, size: int) -> Database:
    """A database with the sample district, a coordinator of every grid, and this many cases."""
    database = Database(f"sqlite:///{folder / f'{size}.db'}")
    await database.start()
    await load_district(database, Path(__file__).parent.parent / "bot" / "sample")
    async with database.unit() as unit:
        person = unit.people.meet(Address("bench", "coordinator"), "网格员", "zh-CN")
        await unit.staff.grant(person.id, Grant(Role.COORDINATOR, "G01"))
        head = unit.people.meet(Address("bench", "admin"), "管理员", "zh-CN")
        await unit.staff.grant(head.id, Grant(Role.ADMIN, "C"))
        await unit.flush()
        source = rows(size)
        while chunk := list(itertools.islice(source, CHUNK)):
            await unit.query(insert(cases_table), chunk)
        await unit.query(text("ANALYZE"))
    await database.close()
    database = Database(f"sqlite:///{folder / f'{size}.db'}")
    await database.start()
    return database
