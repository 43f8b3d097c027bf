"""The figures of /stats against a calculation of our own, on cases made by chance."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from domain.case import OPEN, Act, Case, State
from storage.database import Database
from storage.reports import Figures, figures
from tests.house import MORNING, Clock
from tests.storage.making import new_case

HOUR = timedelta(hours=1)
ANSWERS = (Act.CONFIRM, Act.REOPEN)


@dataclass
class World:
    cases: list[Case]
    said: list[tuple[Case, Act]]


async def by_chance(database: Database, clock: Clock, seed: int) -> World:
    chance = random.Random(seed)
    world = World([], [])

    def sometimes(at: datetime) -> datetime | None:
        return chance.choice([None, at + HOUR * chance.randint(0, 60)])

    for _ in range(12):
        clock.now += 3 * HOUR
        async with database.unit() as unit:
            for _ in range(10):
                now = unit.now
                case = await new_case(
                    unit, state=chance.choice(list(State)), area=chance.choice(["A", "B", "C"]),
                    accept_due=now + HOUR * chance.randint(0, 48), due_at=sometimes(now), accepted_at=sometimes(now),
                    resolved_at=sometimes(now),
                )  # fmt: skip
                world.cases.append(case)
                for _ in range(chance.randint(0, 3)):
                    act = chance.choice([*ANSWERS, Act.NOTE, Act.CLOSE])
                    unit.history.add(case, act, 1, "test")
                    world.said.append((case, act))
    return world


def expected(world: World, area: str, since: datetime, now: datetime) -> Figures:
    def count(says: Callable[[Case], object]) -> int:
        return sum(1 for case in world.cases if case.area == area and case.filed_at >= since and says(case))

    answers = [act for case, act in world.said if case.area == area and case.filed_at >= since and act in ANSWERS]
    still = [case for case in world.cases if case.area == area and case.state in OPEN]
    return Figures(
        filed=count(lambda c: True),
        accepted_in_time=count(lambda c: c.accepted_at and c.accepted_at <= c.accept_due),
        accept_due=count(lambda c: c.accept_due <= now or c.accepted_at),
        resolved=count(lambda c: c.resolved_at),
        closed=count(lambda c: c.state is State.CLOSED),
        solved=answers.count(Act.CONFIRM),
        answered=len(answers),
        open=len(still),
        late=sum(1 for case in still if case.due_at and case.due_at < now),
    )


@pytest.mark.parametrize("seed", [1, 2])
async def test_the_figures_are_what_a_look_at_every_case_gives(database: Database, clock: Clock, seed: int) -> None:
    world = await by_chance(database, clock, seed)
    for since in (MORNING - HOUR, MORNING + 14 * HOUR, clock.now + HOUR):
        async with database.unit() as unit:
            found = await figures(unit, {"A", "B"}, since)
        assert set(found) <= {"A", "B"}
        for area in ("A", "B"):
            assert found.get(area, Figures()) == expected(world, area, since, clock.now)


async def test_no_areas_and_no_cases_give_no_figures(database: Database) -> None:
    async with database.unit() as unit:
        assert await figures(unit, set(), MORNING) == {}
        assert await figures(unit, {"A"}, MORNING) == {}


def test_figures_of_areas_add_up() -> None:
    assert Figures(filed=1, late=2) + Figures(filed=3, open=1) == Figures(filed=4, open=1, late=2)
