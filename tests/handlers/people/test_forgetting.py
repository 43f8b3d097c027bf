"""/forget: what the house knew of somebody is gone from every table; their cases stay."""

from __future__ import annotations

from sqlalchemy import func, select

from storage.tables.cases import cases
from storage.tables.media import media
from storage.tables.messages import outbox
from storage.tables.metadata import metadata
from tests.house import Actor, TestHouse
from tests.storage.making import event


async def _rows_of(house: TestHouse, who: Actor) -> dict[str, int]:
    """How many rows of each table name their chat."""
    named = [table for table in metadata.sorted_tables if "chat" in table.c]
    found = {}
    async with house.database.reader() as reader:
        for table in named:
            theirs = table.c.chat == who.chat
            count = select(func.count()).select_from(table).where(theirs)
            found[table.name] = int(await reader.scalar(count) or 0)
    return {name: count for name, count in found.items() if count}


async def test_nothing_names_the_chat_of_somebody_who_left_but_the_goodbye(
    house: TestHouse,
) -> None:
    rider = house.rider
    await rider.sends_photo("路口地砖坏了")
    await rider.sends_place("G01")
    await rider.presses("提交")
    await rider.sends_photo("")  # a draft that is never sent
    before = await _rows_of(house, rider)
    assert {"outbox", "sent_messages", "media", "accounts"} <= before.keys()

    await rider.says("/forget")
    await rider.presses("删掉")
    assert "删好了" in rider.last.text
    assert await _rows_of(house, rider) == {"outbox": 1}
    async with house.database.reader() as reader:
        pictures = await reader.scalar(select(func.count()).select_from(media))
        kept = await reader.scalar(select(cases.c.words))
        goodbye = await reader.scalar(
            select(outbox.c.reply).where(outbox.c.chat == rider.chat)
        )
    assert (pictures, kept) == (2, "路口地砖坏了")
    assert rider.last.text in str(goodbye)


async def test_what_lies_in_quarantine_goes_with_whom_it_names(
    house: TestHouse,
) -> None:
    at = {"message": {"from": [{"id": house.rider.chat}], "text": "地砖"}}
    for number, raw in enumerate((at, {"from": house.second_rider.chat})):
        spoilt = event(f"bad{number}", house.rider.address, raw=raw)
        async with house.database.unit() as unit:
            await unit.arrivals.quarantine(spoilt, "it was spoilt")
    await house.rider.says("/forget")
    await house.rider.presses("删掉")
    async with house.database.unit() as unit:
        (kept,) = await unit.arrivals.quarantined()
    assert kept.raw == {"from": house.second_rider.chat}
