"""kill -9 between a press and its answer: it counts once, and the card changes all the same."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

from domain.messages import Address
from domain.people import Grant, Role
from storage.database import Database
from tests.fakes.telegram.server import FakeTelegram
from tests.fakes.wecom.server import FakeWeCom
from tests.house import MORNING
from tests.telegram.test_kill import UNPACED
from tests.telegram.town import RIDER, Bot, free_port
from tests.wecom.office import SECTION

DANGER = "有人晕倒了叫不醒"
ACCEPTED = "SELECT count(*) FROM history WHERE act = 'accept'"


async def with_coordinator(template: Path, folder: Path) -> Path:
    path = folder / "seed.db"
    shutil.copy(template, path)
    database = Database(f"sqlite:///{path}", lambda: MORNING)
    await database.start()
    async with database.unit() as unit:
        for area in ("G01", "C"):
            address = Address("wecom", f"zhang-{area.lower()}")
            person = unit.people.meet(address, "张强", "zh-CN")
            await unit.staff.grant(person.id, Grant(Role.COORDINATOR, area))
    await database.close()
    return path


def config(wecom: FakeWeCom, port: int) -> str:
    given = SECTION | {"base_url": wecom.url}
    lines = [f"{name} = {value!r}" for name, value in given.items()]
    return f"{UNPACED}[web]\nenabled = true\nport = {port}\n[wecom]\n" + "\n".join(
        lines
    )


async def test_a_kill_between_a_press_and_its_answer_loses_nothing(
    tmp_path: Path, template: Path, telegram: FakeTelegram
) -> None:
    port = free_port()
    where = (telegram.base_url, telegram.base_file_url, telegram.token)
    seed = await with_coordinator(template, tmp_path)
    async with FakeWeCom() as wecom:
        wecom.sender.patience = 1.5
        wecom.callback_url = f"http://127.0.0.1:{port}/wecom"
        zhang = wecom.member("zhang-c", "张强")
        wecom.member("zhang-g01", "张强")
        extra = config(wecom, port)
        async with Bot(tmp_path, *where, extra=extra, fork=True) as bot:
            bot.seed(seed)
            await bot.start()
            telegram.user(RIDER, "小王", language="zh-hans", started=True).says(DANGER)
            await wecom.until(lambda: zhang.cards, 10)
            card = zhang.cards[-1]
            sent = wecom.counts["message/send"]
            wecom.fail("message/send", kind="slow", seconds=3.0)
            pressed = zhang.presses("接单", card)
            await wecom.until(lambda: wecom.counts["message/send"] > sent, 10)
            assert await bot.stop("kill") == -9
            await bot.start()
            await pressed.over()
            await wecom.until(lambda: "处理中" in card.words, 10)
            assert pressed.outcome in ("answered", "nothing")
            assert await bot.stop() == 0
    with sqlite3.connect(bot.data / "gridbee.db") as database:
        assert database.execute(ACCEPTED).fetchone() == (1,)
    database.close()
