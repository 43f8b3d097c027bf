"""A Unit that has ended goes at once, with all that it held: the collector would come thousands of
letters later.
"""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from contextlib import suppress

import pytest

from domain.messages import Reply
from storage.database import Database
from storage.unit import Unit
from tests.storage.making import HERE, draft, event, load_areas, new_case, told


@pytest.fixture(autouse=True)
def no_collector() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()


async def much(unit: Unit) -> None:
    await unit.prepare([event("1")])
    unit.arrivals.first_time(event("1"))
    unit.people.meet(HERE, "小王")
    await told(unit, await new_case(unit))
    await unit.forms.put(draft(unit))
    unit.outbox.add(HERE, Reply("x"))


@pytest.mark.parametrize("fails", [False, True])
async def test_a_unit_goes_when_it_has_ended(database: Database, fails: bool) -> None:
    await load_areas(database)
    with suppress(ZeroDivisionError):
        async with database.unit() as unit:
            await much(unit)
            if fails:
                raise ZeroDivisionError
    there = weakref.ref(unit)
    del unit
    assert there() is None
