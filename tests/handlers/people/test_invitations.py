"""An invitation is worth what its maker may give at the moment at which it is taken."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

import pytest
from sqlalchemy import update

from domain.messages import Event
from domain.people import Grant, Role
from handlers.people.invitations import offered
from handlers.texts.sentences import label
from storage.tables.areas import areas
from tests.house import TestHouse

GONE = label("zh-CN", "invitation-gone")
HERE = Grant(Role.COORDINATOR, "G07")


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[TestHouse]:
    """The usual house, in which the second coordinator also is an admin of S1."""
    async with TestHouse(tmp_path) as made:
        await made.admin.says("/grant 张强 管理员 S1")
        yield made


async def link(house: TestHouse) -> str:
    """The start code of an invitation by the admin of S1 into one of its grids."""
    await house.second_coordinator.says("/invite 网格员 G07")
    found = re.search(r"i_[\w-]+", house.second_coordinator.last.text)
    assert found, house.second_coordinator.last.text
    return found[0]


async def grants(house: TestHouse, chat: str = "stranger") -> tuple[Grant, ...]:
    async with house.database.unit() as unit:
        for person in unit.directory.staff.values():
            if any(
                one.chat == chat for one in unit.directory.addresses.get(person.id, ())
            ):
                return person.grants
    return ()


@asynccontextmanager
async def together(house: TestHouse) -> AsyncIterator[None]:
    """What is said meanwhile comes in one transaction."""
    events: list[Event] = []

    async def collect(*made: Event) -> None:
        events.extend(made)

    with patch.object(house, "take", collect):
        yield
    await house.take(*events)


async def test_it_gives_the_role_while_its_maker_may_give_it(house: TestHouse) -> None:
    await house.stranger.says(f"/start {await link(house)}")
    assert await grants(house) == (HERE,)


@pytest.mark.parametrize(
    "said",
    ["{}", " {} ", "start {}", "/start {}", "https://t.me/bee?start={}&in=wecom"],
)
async def test_its_code_alone_or_its_link_is_enough(
    house: TestHouse, said: str
) -> None:
    await house.stranger.says(said.format(await link(house)))
    assert await grants(house) == (HERE,)


async def test_a_code_among_words_gives_nothing(house: TestHouse) -> None:
    await house.stranger.says(f"这个 {await link(house)} 是什么")
    assert await grants(house) == ()


async def test_it_gives_nothing_once_its_maker_is_no_admin(house: TestHouse) -> None:
    code = await link(house)
    await house.admin.says("/revoke 张强 管理员 S1")
    await house.stranger.says(f"/start {code}")
    assert house.stranger.last.text == GONE
    assert await grants(house) == ()


async def test_it_gives_nothing_once_its_maker_is_a_lead(house: TestHouse) -> None:
    code = await link(house)
    await house.admin.says("/grant 张强 网格长 S1")
    await house.admin.says("/revoke 张强 管理员 S1")
    await house.stranger.says(f"/start {code}")
    assert house.stranger.last.text == GONE
    assert await grants(house) == ()


async def test_it_gives_nothing_once_the_area_belongs_to_others(
    house: TestHouse,
) -> None:
    code = await link(house)
    async with house.database.unit() as unit:
        moved = update(areas).where(areas.c.code == "G07").values(parent="S2")
        await unit.query(moved)
        unit.directory_changes()
    await house.stranger.says(f"/start {code}")
    assert house.stranger.last.text == GONE
    assert await grants(house) == ()


async def test_it_gives_nothing_once_the_area_is_gone(house: TestHouse) -> None:
    code = await link(house)
    async with house.database.unit() as unit:
        await unit.query(areas.delete().where(areas.c.code == "G07"))
        unit.directory_changes()
    await house.stranger.says(f"/start {code}")
    assert house.stranger.last.text == GONE


async def test_it_gives_nothing_once_its_maker_is_forgotten(house: TestHouse) -> None:
    code = await link(house)
    await house.second_coordinator.says("/forget")
    await house.second_coordinator.presses("删掉我的信息")
    await house.stranger.says(f"/start {code}")
    assert house.stranger.last.text == GONE
    assert await grants(house) == ()


async def test_it_gives_nothing_in_the_transaction_in_which_its_maker_lost_the_role(
    house: TestHouse,
) -> None:
    code = await link(house)
    await house.second_coordinator.says("/forget")
    async with together(house):
        await house.second_coordinator.presses("删掉我的信息")
        await house.stranger.says(f"/start {code}")
    assert house.stranger.last.text == GONE
    assert await grants(house) == ()


async def test_an_invitation_that_was_worth_nothing_counts_again_with_the_right(
    house: TestHouse,
) -> None:
    code = await link(house)
    await house.admin.says("/revoke 张强 管理员 S1")
    await house.stranger.says(f"/start {code}")
    await house.admin.says("/grant 张强 管理员 S1")
    await house.stranger.says(f"/start {code}")
    assert await grants(house) == (HERE,)


async def test_what_the_command_line_made_always_counts(house: TestHouse) -> None:
    async with house.database.unit() as unit:
        token = await unit.staff.invite(Role.ADMIN, "C", None)
    await house.stranger.says(f"/start i_{token}")
    assert await grants(house) == (Grant(Role.ADMIN, "C"),)


async def test_of_two_takers_at_once_one_gets_it(house: TestHouse) -> None:
    code = await link(house)
    async with together(house):
        await house.stranger.says(f"/start {code}")
        await house.second_rider.says(f"/start {code}")
    both = (await grants(house), await grants(house, "rider2"))
    assert sorted(both) == [(), (HERE,)]
    losers = [house.stranger.last.text, house.second_rider.last.text]
    assert losers.count(GONE) == 1


async def test_looking_at_an_offer_takes_nothing(house: TestHouse) -> None:
    token = (await link(house)).removeprefix("i_")
    for _ in range(2):
        async with house.database.unit() as unit:
            assert await offered(unit, token) == HERE
    async with house.database.unit() as unit:
        assert await offered(unit, "made up") is None
    house.clock.now += timedelta(days=8)
    async with house.database.unit() as unit:
        assert await offered(unit, token) is None
