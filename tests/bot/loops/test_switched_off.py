"""A channel that the configuration has no more: who was reached there is reached elsewhere or known
to be out of reach, what waits there does not wait for ever, and its group can be taken away.
"""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot.loops.switched_off import SwitchedOff
from bot.loops.watching import Watching
from domain.messages import Address, Reply
from storage.database import Database
from storage.stranded import WHY
from storage.tables.messages import outbox
from tests.house import TestHouse

GROUP = Address("old", "-100")
ONLY_THERE = Address("old", "kang")
ALSO_THERE = Address("old", "admin")
RIDER = Address("old", "rider")


@pytest.fixture
async def look(house: TestHouse) -> SwitchedOff:
    """G01 has a group on a channel that is off, and three people have doors there; the
    coordinator has no other.
    """
    admin, carer = house.admin.person, house.coordinator.person
    async with house.database.unit() as unit:
        await unit.groups.bind(GROUP, "G01", admin.id)
        unit.people.add_address(admin, ALSO_THERE)
        unit.people.meet(RIDER, "A rider")
        await unit.people.unreachable(house.coordinator.address)
        unit.people.add_address(carer, ONLY_THERE)
    assert GROUP in house.database.directory.groups
    await begins(house, "test")
    watching = Watching(
        house.database, house.setup, house.delivery, {"test": house.channel}
    )
    return SwitchedOff(house.database, house.setup, house.delivery, watching)


async def begins(house: TestHouse, *channels: str) -> None:
    """As a house whose configuration has these."""
    house.database.memory.switched_on = frozenset(channels)
    async with house.database.unit() as unit:
        unit.directory_changes()


async def told(house: TestHouse, look: SwitchedOff) -> str:
    """What the admin hears of a look."""
    house.admin.hears()
    await look.look()
    await look._watching.look()
    await house.settle()
    return "\n".join(house.admin.hears())


async def says(house: TestHouse, *chats: Address) -> None:
    async with house.database.unit() as unit:
        for chat in chats:
            unit.outbox.add(chat, Reply("news"))


async def states(database: Database) -> list[tuple[str, str]]:
    """Of all that was to be said on the channel that is off."""
    rows = select(outbox.c.state, outbox.c.error).where(outbox.c.channel == "old")
    async with database.engine.begin() as connection:
        return [(one.state, one.error) for one in await connection.execute(rows)]


async def test_admins_hear_once_who_is_out_of_reach_and_nothing_waits_for_ever(
    house: TestHouse, look: SwitchedOff
) -> None:
    await says(house, GROUP, RIDER)
    heard = await told(house, look)
    assert heard.count("配置里没有 Old 了") == 1
    assert "2 条留一天" in heard and "2 人只有那边能联系上" in heard
    assert house.coordinator.person.name in heard and "绑在那边的群：G01" in heard
    assert house.setup.troubles == {"old": "off"}
    assert await told(house, look) == "", "once"
    look._watching.off, house.setup.troubles["old"] = set(), "off"
    assert await told(house, look) == "", "not at the next start either"
    assert await states(house.database) == [("waiting", "")] * 2

    await house.passes(hours=25)
    await says(house, GROUP)
    await look.look()
    given_up = [("gave_up", WHY)] * 2
    assert sorted(await states(house.database)) == [*given_up, ("waiting", "")]


async def test_a_case_goes_on_with_those_who_are_reached_on_other_channels(
    house: TestHouse, look: SwitchedOff
) -> None:
    await house.files_hazard()
    assert await states(house.database) == []
    await house.admin.says("/people")
    line = next(one for one in house.admin.last.text.splitlines() if "📵" in one)
    assert house.coordinator.person.name in line
    await house.admin.says("/health")
    assert f"联系不上的同事：{house.coordinator.person.name}" in house.admin.last.text
    assert "群里发不了消息：G01" in house.admin.last.text


async def test_what_is_switched_on_again_is_as_it_was(
    house: TestHouse, look: SwitchedOff
) -> None:
    await says(house, GROUP)
    assert await told(house, look) != ""
    await begins(house, "test", "old")
    assert await told(house, look) == ""
    assert house.setup.troubles == {}
    assert house.database.directory.groups == {GROUP: "G01"}
    assert await states(house.database) == [("waiting", "")]
    await begins(house, "test")
    assert "配置里没有 Old 了" in await told(house, look)


async def test_a_group_is_taken_away_from_anywhere_though_it_is_gone(
    house: TestHouse, look: SwitchedOff
) -> None:
    await says(house, GROUP)
    await house.admin.says("/bind 关 G01")
    assert "不再发到群里了" in house.admin.last.text
    assert await states(house.database) == [("dropped", "")]
    await house.admin.says("/bind off G01")
    assert "没有绑着的群" in house.admin.last.text
    await house.admin.says("/audit")
    assert "解除了 幸福街道 · 幸福路口网格 的群" in house.admin.last.text
    await house.coordinator.says("/bind off G01")
    assert "没有绑着的群" not in house.coordinator.last.text


async def test_a_group_that_is_there_is_taken_away_by_a_word_in_it(
    house: TestHouse,
) -> None:
    here = Address("test", "-200")
    await house.admin.says("/bind G02", chat=here)
    assert house.database.directory.groups == {here: "G02"}
    await house.stranger.says("/bind off", chat=here)
    assert house.database.directory.groups == {here: "G02"}
    await house.admin.says("/bind off", chat=here)
    assert house.database.directory.groups == {}
    assert "不再发到群里了" in house.channel.chats[here.chat][-1].text
