"""A rest station asked for on the page: the demo's are there, and the pin leaves no trace."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from storage.tables.web import web_messages
from tests.web.site import Site

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_the_page_finds_a_station_and_forgets_where_one_stood(site: Site) -> None:
    rider = site.person("rider")
    await rider.says("哪里能充电")
    await rider.hears("你在哪儿")
    await rider.says(place={"lat": 24.4470173, "lon": 118.0876291})
    found = await rider.hears("万福超市歇脚点")
    assert "约 50 米" in found["html"]
    mine = (await rider.own())[-1]
    assert (mine["html"], mine["place"]) == ("📍", None)
    async with site.house.database.reader() as reader:
        rows = await reader.execute(select(web_messages.c.body))
        assert "24.44701" not in str([row.body for row in rows])
    await rider.presses("热饭")
    await rider.hears("幸福路暖蜂驿站")
    await rider.presses("1. 幸福路暖蜂驿站")
    await rider.hears("今天：")
