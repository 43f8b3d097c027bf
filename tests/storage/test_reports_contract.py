"""The figures of /stats and of the weekly digest against a calculation of our own, on cases made
by chance.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import product

import pytest

from domain.rates import middle, ninetieth
from domain.tally import Tally
from storage.database import Database
from storage.figures.reports import Figures
from storage.figures.scope import Scope
from storage.figures.summing import summed
from tests.house import MORNING, Clock
from tests.storage import reckoning
from tests.storage.by_chance import by_chance
from tests.storage.reckoning import (
    ZONE,
    Row,
    export,
    half,
    in_area,
    nine_in_ten,
    rates,
    reckon,
)

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)
OPEN = (
    "filed",
    "assigned",
    "in_progress",
    "returned",
    "reopened",
    "held",
    "verifying",
    "deliberating",
)
AREAS = frozenset({"C", "S1", "S2", "G1", "G2", "G3", "", "CG", "GA"})
PERIODS = (
    (TODAY, TODAY),
    (TODAY - 29 * DAY, TODAY),
    (date(2026, 10, 1), date(2026, 10, 31)),
    (date(2026, 1, 1), TODAY),
)


def fitting(
    area: str, kind: str, category: str, office: str
) -> tuple[Scope, Callable[[Row], bool]]:
    """The same cases, said to the house and to the reckoning."""
    below = (
        AREAS
        if area == "C"
        else frozenset(code for code in AREAS if in_area(code, area))
    )

    def fits(row: Row) -> bool:
        wanted = {"kind": kind, "category": category, "office": office}
        here = area == "C" or in_area(row["area"], area)
        return here and all(
            row[name] == value for name, value in wanted.items() if value
        )

    return Scope(below, frozenset(), office, kind, category), fits


def everything(tally: Tally) -> tuple[dict[str, object], dict[str, float | None]]:
    counts = {name: getattr(tally, name) for name in Tally.__slots__}
    counts |= {"accept": sorted(tally.accept), "resolve": sorted(tally.resolve)}
    names = ("response", "closing", "on_time", "satisfaction", "at_the_lowest")
    return counts, {name: getattr(tally, name) for name in names}


@pytest.mark.parametrize("seed", [1, 2])
async def test_every_rate_of_every_dimension_is_what_the_reckoning_gives(
    database: Database, seed: int
) -> None:
    await by_chance(database, seed, 400, 90)
    rows = await export(database)
    dimensions = product(
        ("C", "S1", "G2"), ("", "hazard", "wish"), ("", "road"), ("", "CG")
    )
    for (first, last), dimension in product(PERIODS, dimensions):
        scope, fits = fitting(*dimension)
        async with database.unit() as unit:
            tally = summed(
                (await unit.reports.counted(ZONE, first, last, scope)).values()
            )
        expected = reckon(rows, MORNING, first, last, fits)
        assert everything(tally) == (expected, rates(expected))
        for seconds in (tally.accept, tally.resolve):
            assert (middle(seconds), ninetieth(seconds)) == (
                half(seconds),
                nine_in_ten(seconds),
            )


async def test_cases_made_by_chance_have_something_of_everything(
    database: Database,
) -> None:
    await by_chance(database, 1, 400, 90)
    found = reckon(
        await export(database), MORNING, date(2026, 1, 1), TODAY, lambda row: True
    )
    assert all(found.values())


@pytest.mark.parametrize("seed", [1, 2])
async def test_the_weekly_figures_are_what_a_look_at_every_case_gives(
    database: Database, clock: Clock, seed: int
) -> None:
    await by_chance(database, seed, 150, 60)
    cases = [row for row in (await export(database)).cases if row["parent_id"] is None]
    for since in (MORNING - 7 * DAY, MORNING - 60 * DAY, MORNING + DAY):
        async with database.unit() as unit:
            found = await unit.reports.figures({"G1", "G2"}, since)
        assert set(found) <= {"G1", "G2"}
        for area in ("G1", "G2"):
            here = [row for row in cases if row["area"] == area]
            new = [row for row in here if row["filed_at"] >= since]
            still = [row for row in here if row["state"] in OPEN]
            assert found.get(area, Figures()) == Figures(
                filed=len(new),
                resolved=sum(row["state"] in ("resolved", "closed") for row in new),
                closed=sum(row["state"] == "closed" for row in new),
                open=len(still),
                late=sum(
                    bool(row["due_at"] and row["due_at"] < MORNING) for row in still
                ),
            )


async def test_a_unit_has_its_figures_wherever_its_cases_are(
    database: Database,
) -> None:
    await by_chance(database, 1, 100, 30)
    rows = [
        row
        for row in (await export(database)).cases
        if row["parent_id"] is None and row["office"] == "CG"
    ]
    async with database.unit() as unit:
        found = await unit.reports.figures({"CG"}, MORNING - 100 * DAY)
        open_now = await unit.reports.standing(
            Scope(frozenset({"CG"}), frozenset({"CG"}))
        )
    assert sum(one.filed for one in found.values()) == len(rows)
    assert sum(many for many, _ in open_now.values()) == sum(
        row["state"] in OPEN for row in rows
    )


async def test_no_areas_and_no_cases_give_no_figures(database: Database) -> None:
    async with database.unit() as unit:
        assert await unit.reports.figures(set(), MORNING) == {}
        assert await unit.reports.figures({"G1"}, MORNING) == {}
        assert await unit.reports.counted(ZONE, TODAY, TODAY) == {}
        await unit.daily.tonight(ZONE)


def test_figures_of_areas_add_up() -> None:
    assert Figures(filed=1, late=2) + Figures(filed=3, open=1) == Figures(
        filed=4, open=1, late=2
    )


def test_the_reckoning_is_apart_from_what_it_checks() -> None:
    with open(reckoning.__file__, encoding="utf-8") as source:
        imports = [line for line in source if line.startswith(("from ", "import "))]
    assert not [
        line
        for line in imports
        if "rates" in line or "reports" in line or "daily" in line
    ]
