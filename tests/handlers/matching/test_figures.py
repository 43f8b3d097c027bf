"""/stats and the export tell how many, and of nobody."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from bot.commands.listings import COLUMNS, table
from domain.matching.listing import ListingKind
from tests.handlers.matching.needing import matched, needs, newest, presses
from tests.handlers.matching.test_orders import load, orders, volunteers
from tests.house import TestHouse


async def test_what_became_of_needs_and_orders_is_counted_and_written_without_persons(
    house: TestHouse, tmp_path: Path
) -> None:
    volunteer = await volunteers(house)
    await load(house, tmp_path)
    _, _, project = await matched(house)
    await presses(house.coordinator, project, "finish")
    await needs(house.coordinator, "=HYPERLINK(1) 要两名志愿者")
    await house.coordinator.says("/needs 没放上去的")
    order = await orders(house, house.rider)
    await presses(volunteer, order, "claim")
    await house.lead.says("/audit")
    assert (
        "定了：需求「三位独居老人要上门理发」用资源「理发店义剪10人」"
        in house.lead.last.text
    )
    await house.lead.says("/stats")
    assert "📋 需求 2，资源 1，对上成项目 1，办好 1" in house.lead.last.text
    assert "🧾 点单 1，有人接 1，办好 0" in house.lead.last.text
    await house.lead.says("/stats 求助")
    assert "点单" not in house.lead.last.text
    async with house.database.unit() as unit:
        found = await unit.listings.everything()
    written = table(found, house.setup.zone)
    rows = list(csv.DictReader(io.StringIO(written)))
    assert set(rows[0]) == set(COLUMNS)
    kinds = [row["kind"] for row in rows]
    assert [kinds.count(kind) for kind in ("need", "resource", "order", "project")] == [
        2,
        1,
        1,
        2,
    ]
    assert "'=HYPERLINK(1) 要两名志愿者" in [row["words"] for row in rows]
    for name in ("小王", "小刘", "李敏", "张强", "order:", "没放上去"):
        assert name not in written
    services = {row["code"]: row for row in rows if row["kind"] == "service"}
    assert services["a"]["left"] == "1"
    running = await newest(house, ListingKind.PROJECT)
    assert running == int(rows[-1]["number"])
