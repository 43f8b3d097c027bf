"""What a rider says of a colleague on a case that all may read: by no command and no press do they
or their colleagues read it, and no picture of it comes along; whoever leads the place reads it.
Made from the tables: a new door is tried by being a row.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from handlers.stats import slip
from tests.handlers.actions.everybody import NUMBER, Everybody
from tests.handlers.actions.test_matrix import PRESSED, SENT, VALUES
from tests.house import Actor, TestHouse

SECRET = "红包Qz"
COLLEAGUES = ("in charge", "colleague", "helper office", "mediator")
LEADS = ("lead", "lead above", "admin above")
SAID = ("", NUMBER, "红包", "G01", "某colleague")


@pytest.fixture
async def everybody(tmp_path: Path) -> AsyncIterator[Everybody]:
    async with TestHouse(tmp_path) as house:
        made = Everybody(house)
        await made.come()
        await made.actors["filer"].says(f"/add {NUMBER} 某colleague收了{SECRET}")
        yield made


def heard(everybody: Everybody, name: str) -> str:
    """All that ever stood in their chat."""
    shown = everybody.house.channel.chats.get(everybody.actors[name].chat, [])
    return "\n".join(v.text for one in shown for v in (one.reply, *one.earlier))


async def test_only_whoever_leads_was_told_and_reads_it(everybody: Everybody) -> None:
    assert SECRET in heard(everybody, "lead")
    for name in COLLEAGUES:
        assert SECRET not in heard(everybody, name), name
    for name in LEADS:
        event = everybody.event(name, text=f"/case {NUMBER}")
        told = await everybody.tries(name, event)
        assert SECRET in told.to(everybody.actors[name]), name


@pytest.mark.parametrize("name", COLLEAGUES)
async def test_no_command_and_no_press_tells_it(
    everybody: Everybody, name: str
) -> None:
    texts = [f"/{command} {said}".strip() for command in SENT for said in SAID]
    events = [everybody.event(name, text=text) for text in texts]
    for press in PRESSED:
        data = f"c:1:{press}{VALUES.get(press, '')}"
        events.append(everybody.press(name, data))
    for event in events:
        told = await everybody.tries(name, event)
        assert SECRET not in told.to(everybody.actors[name]), event


async def test_its_picture_and_its_line_on_the_slip_are_as_little_for_them(
    tmp_path: Path,
) -> None:
    async with TestHouse(tmp_path) as house:
        await house.files_hazard()
        shown = next(one for one in house.rider.sees if NUMBER in one.text)
        await house.rider.sends_photo(f"李敏收了{SECRET}", reply_to=shown)
        await house.fetches()
        carer = Actor(house, "coordinator2", "张强")
        photos = {}
        for who in (carer, house.coordinator, house.lead):
            await who.says(f"/case {NUMBER}")
            photos[who.name] = len(who.last.reply.photos)
        assert photos == {"张强": 1, "李敏": 1, "赵网格长": 2}
        for who, reads in ((carer, False), (house.lead, True)):
            page = await _slip(house, who)
            assert (SECRET in str(page["history"])) is reads
            assert len(page["photos"]) == 1


async def _slip(house: TestHouse, who: Actor) -> dict[str, Any]:
    async with house.database.unit() as unit:
        spec = {
            "case": 1,
            "person": who.person.id,
            "language": "zh-CN",
            "zone": "Asia/Shanghai",
            "team": "",
        }
        page = await slip.page(unit, spec)
    assert page is not None
    return page
