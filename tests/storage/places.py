"""A place and what is near it: for the tests of likeness."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from domain.case import Case
from domain.distance import METRES_A_DEGREE
from domain.messages import Place
from handlers.dialog.setup import Setup
from storage.unit import Unit
from tests.house import MORNING

PLACE = Place(30.5, 120.25)


WEEK = timedelta(weeks=1)


LONG_AGO = MORNING - 12 * WEEK


SETUP = Setup()


def north(metres: float) -> Place:
    return Place(PLACE.lat + metres / METRES_A_DEGREE, PLACE.lon)


async def cases_near(unit: Unit, *asked: Any, **more: Any) -> list[Case]:
    found = await unit.similar.matters_near(*asked, **more)
    return await unit.similar.cases_of(found)


async def cases_in(unit: Unit, *asked: Any, **more: Any) -> list[Case]:
    found = await unit.similar.matters_in(*asked, **more)
    return await unit.similar.cases_of(found)
