"""Short ways to make what the storage keeps: events, cases, drafts."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from domain.acts import Act
from domain.answers import Said
from domain.area import Area
from domain.case import Case
from domain.draft import Draft
from domain.kinds import Kind, Urgency
from domain.messages import Address, Event, Place
from domain.people import Grant, Person, Role
from domain.states import State
from storage.database import Database
from storage.unit import Unit
from tests.house import MORNING

HERE, THERE = Address("test", "rider"), Address("test", "second")
GROUP = Address("test", "-100")
SQUARE = [[[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0], [0.0, 0.0]]]
AREAS = (
    Area("C", "区", "district"),
    Area("S1", "街道", "street", "C"),
    Area("G1", "一网格", "grid", "S1", tuple(SQUARE)),
    Area("G2", "二网格", "grid", "S1"),
)


def event(external_id: str, who: Address = HERE, **more: Any) -> Event:
    return Event(external_id, who, more.pop("chat", who), **more)


async def load_areas(database: Database) -> None:
    async with database.unit() as unit:
        await unit.areas.replace(AREAS)


async def person(
    database: Database, chat: Address = HERE, name: str = "小王", *grants: Grant
) -> Person:
    async with database.unit() as unit:
        await unit.people.load([chat])
        made = unit.people.meet(chat, name, "zh-CN")
        for grant in grants:
            await unit.staff.grant(made.id, grant)
    return made


COORDINATOR = Grant(Role.COORDINATOR, "G1")


async def new_case(unit: Unit, /, kind: Kind = Kind.HAZARD, **changes: Any) -> Case:
    """Adds a case that was filed now; `changes` are fields of Case."""
    case_id, number = await unit.cases.next_number(kind, 2026)
    now = unit.now
    plain = Case(
        id=case_id,
        number=number,
        kind=kind,
        category="road",
        urgency=Urgency.GENERAL,
        state=State.ASSIGNED,
        words="地砖坏了 😀",
        area="G1",
        place=Place(30.5, 120.25),
        place_words="门口",
        filer_id=None,
        assignee_id=None,
        channel="test",
        filed_at=now,
        phase_at=now,
        due_at=now + timedelta(days=1),
        accept_due=now + timedelta(days=1),
        resolve_due=now + timedelta(days=7),
    )
    case = replace(plain, **changes)
    unit.cases.add(case)
    return case


async def filed(database: Database, **changes: Any) -> Case:
    async with database.unit() as unit:
        return await new_case(unit, **changes)


async def told(
    unit: Unit, case: Case, act: Act = Act.NOTE, words: str = "看过了"
) -> int:
    return unit.history.add(case, act, None, "test", words)


def draft(
    unit: Unit, chat: Address = HERE, touched: datetime = MORNING, **changes: Any
) -> Draft:
    made = Draft(
        unit.next_id("forms"),
        chat,
        1,
        "filing",
        {"what": (Said("1", "坑"),)},
        touched,
        touched,
    )
    return replace(made, **changes)
