"""Who may open today what they were shown of a case, by everybody who could stand around it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.messages import Address
from domain.privacy import Privacy
from handlers.casework.still_shown import still_shown
from tests.handlers.actions.everybody import EVERYBODY, OFFICE, Everybody, may_read
from tests.house import TestHouse


@pytest.mark.parametrize("privacy", (Privacy.OPEN, Privacy.CONFIDENTIAL))
async def test_pictures_open_for_whom_the_case_is_still_theirs(
    house: TestHouse, privacy: Privacy
) -> None:
    everybody = Everybody(house)
    await everybody.come()
    async with house.database.unit() as unit:
        case = await unit.cases.get(1)
        assert case is not None
        unit.cases.change(replace(case, privacy=privacy, office=OFFICE))
    async with house.database.unit() as unit:
        opens = {
            name
            for name in EVERYBODY
            if await still_shown(unit, everybody.actors[name].address, 1)
        }
        assert not await still_shown(unit, Address("test", "nobody"), 1)
        assert not await still_shown(unit, house.rider.address, 999)
    # who follows an open case is shown what became of it
    waits = {"follower"} if privacy is Privacy.OPEN else set()
    assert opens == {name for name in EVERYBODY if may_read(name, privacy)} | waits
    assert len(opens) >= 6
