"""Makes `gridbee-0.2.0.db.gz`: what a house of 0.2.0 has in its file after some busy days.

To be run with the code of 0.2.0 (commit 7d4f8e3), in a checkout of it:
    PYTHONPATH=. python /where/this/is/make_gridbee_0_2_0.py gridbee-0.2.0.db.gz
"""

# mypy: ignore-errors
# its types are those of 0.2.0

from __future__ import annotations

import asyncio
import gzip
import sqlite3
import sys
import tempfile
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from handlers.setup import Setup

from domain.messages import Address, Reply
from domain.rules import Rule
from storage import web
from tests.house import Actor, TestHouse

ZONE = ZoneInfo("Asia/Shanghai")
DAY = timedelta(days=1)
ONE, TWO, DEEP = "路口井盖坏了", "公园门口的路灯不亮", "路口井盖没了，坑很深"
VERIFIED = Rule("somebody else looks", words=("坑很深",), verify=True)
SETUP = Setup(rules=(VERIFIED,), most_messages_a_minute=10_000)


async def staff(house: TestHouse) -> tuple[Actor, Actor]:
    """The office's coordinator and a policeman; a ready answer, a shift, a policy of its own."""
    office, police = Actor(house, "cg", "刘队"), Actor(house, "police", "孙警官")
    await house.joins(office, "coordinator", "CG")
    await house.joins(police, "coordinator", "S1", "police")
    await house.lead.says("/templates add 道路井盖 已修好，谢谢提醒")
    await house.admin.says("/policy 一般 4 72")
    await house.admin.presses("就这样改")
    await house.admin.says("/invite lead S1")
    async with house.database.unit() as unit:
        on = unit.now + 90 * DAY
        await unit.duty.add(house.coordinator.person.id, "G01", unit.now, on)
        await web.add_login(unit, "a token of the web chat", "0a1b2c")
    return office, police


async def filed(house: TestHouse, words: str = ONE) -> str:
    house.clock.now += timedelta(minutes=7)
    return str(await house.files_hazard(house.rider, words))


async def old_buttons(house: TestHouse, office: Actor) -> None:
    """Case 1: somebody was just choosing to whom it goes. Case 2: it went to the office."""
    first = await filed(house)
    await house.coordinator.says(f"/accept {first}")
    await house.coordinator.says(f"/pass {first}")
    second = await filed(house, TWO)
    await house.coordinator.says(f"/pass {second} 城管")
    await office.says(f"/accept {second}")
    await house.lead.says(f"/urgency {second} complex")
    await house.street_lead.says(f"/supervise {second} yellow 抓紧")


async def every_state(house: TestHouse, office: Actor) -> None:
    """Cases 3 to 14, a state each, and what hangs on them."""
    lead, rider, other = house.lead, house.rider, house.second_rider
    held = await filed(house)
    await lead.says(f"/accept {held}")
    await lead.says(f"/hold {held} 7d 等配件")
    returned = await filed(house)
    await house.coordinator.says(f"/return {returned} 今天在外地")
    rejected = await filed(house)
    await lead.says(f"/reject {rejected} 找市政")
    asked = await filed(house)
    await lead.says(f"/deliberate {asked} 要不要封半边路修？")
    verified = await filed(house, DEEP)
    for number in (verified, await filed(house)):
        await house.coordinator.says(f"/accept {number}")
        await house.coordinator.says(f"/resolve {number} 换了新井盖")
    closed = await filed(house)
    await lead.says(f"/accept {closed}")
    await lead.says(f"/resolve {closed} 修好了")
    await house.passes(minutes=1)
    await rider.presses("已解决")
    reopened = await filed(house)
    await lead.says(f"/accept {reopened}")
    await lead.says(f"/resolve {reopened} 修好了")
    await house.passes(minutes=1)
    await rider.presses("没解决")
    await rider.says("又松了")
    withdrawn = await filed(house)
    await rider.says(f"/case {withdrawn}")
    await rider.presses("撤回")
    await rider.presses("确定撤回")
    kept, merged = await filed(house), str(await house.files_hazard(other, ONE))
    await lead.says(f"/merge {merged} {kept}")
    whole = await filed(house)
    await lead.says(f"/accept {whole}")
    await lead.says(f"/split {whole} 城管,片警 一起去看一下")


async def unfinished(house: TestHouse) -> None:
    """A step just taken, a draft, papers to be drawn, letters that wait, last night's figures."""
    number = await filed(house)
    await house.coordinator.says(f"/accept {number}")
    await house.coordinator.says(f"/pass {number} 城管")
    await house.second_rider.sends_photo("路灯不亮")
    await house.admin.says("/register 城管")
    await house.admin.says("/slip YH26-0002")
    here = Address("test", "rider")
    async with house.database.unit() as unit:
        unit.outbox.add(
            here, Reply("明天再说"), 1, at=unit.now + DAY, about="YH26-0001"
        )
        unit.outbox.add(here, Reply("夜里的话"), 1, at=unit.now + DAY, held=True)
    house.clock.now += DAY
    async with house.database.unit() as unit:
        await unit.daily.tonight(ZONE)


async def made(folder: Path) -> Path:
    async with TestHouse(folder, setup=SETUP) as house:
        office, _ = await staff(house)
        await old_buttons(house, office)
        await every_state(house, office)
        await unfinished(house)
    return house.file


def small(file: Path) -> bytes:
    """The file without its log, packed."""
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.execute("VACUUM")
    connection.close()
    return gzip.compress(file.read_bytes(), mtime=0)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        packed = small(asyncio.run(made(Path(name))))
    Path(sys.argv[1]).write_bytes(packed)
    print(len(packed), "bytes")
