"""Whose id came at the robot, on both databases."""

from __future__ import annotations

from domain.messages import Address
from storage.database import Database


async def test_a_pair_stays_until_its_member_leaves(database: Database) -> None:
    async with database.unit() as unit:
        for came, userid in (("woA1", "zhang"), ("woB1", "zhang"), ("woA2", "li")):
            await unit.open_ids.keep(came, userid)
        await unit.open_ids.keep("woA2", "li.min")
    async with database.reader() as reader:
        assert await reader.open_ids.userid("woA1") == "zhang"
        assert await reader.open_ids.userid("woA2") == "li.min"
        assert await reader.open_ids.userid("zhang") is None
    async with database.unit() as unit:
        await unit.open_ids.forget([Address("wecom", "zhang"), Address("web", "c")])
        found = [await unit.open_ids.userid(one) for one in ("woA1", "woB1", "woA2")]
    assert found == [None, None, "li.min"]
