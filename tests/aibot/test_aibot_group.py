"""A grid's group in WeCom with the robot in it."""

from __future__ import annotations

from storage.tables.areas import groups
from tests.aibot.circle import Circle


async def test_a_group_is_bound_by_a_word_to_the_robot(circle: Circle) -> None:
    await circle.grid.says(circle.chen, "/bind G01")
    said = await circle.told(circle.wu, "这个群")
    assert said.kind == "markdown"
    bound = {
        (row.channel, row.chat): row.area for row in await circle.rows(groups.select())
    }
    assert bound["aibot", "group:wrG01"] == "G01"
