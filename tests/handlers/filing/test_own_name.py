"""What somebody is called: said when asked, unasked or by /name, and what is no name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from domain.messages import Event
from handlers.filing.names import said_in, unasked
from tests.house import Actor, TestHouse

ASKED = {
    "Tom": "Tom",
    "tom": "tom",
    "我是小王": "小王",
    "I'm Tom": "Tom",
    "叫我Tom哥": "Tom哥",
    "call me back": "",
    "call me when the lamp is fixed": "",
    "I'm lost": "",
    "我是骑手": "",
    "What": "",
    "no": "",
}
UNASKED = {
    "叫我Tom": "Tom",
    "call me Tom": "Tom",
    "我叫王强": "王强",
    "call me back": "",
    "Call Me ASAP": "",
    "call me Monday": "",
    "叫我加班": "",
    "我叫外卖": "",
    "Tom": "",
    "小王": "",
}
REFUSED = {
    "李敏": "工作人员弄混",
    "李 敏 网格员": "工作人员弄混",
    "陈主任": "工作人员弄混",
    "管理员": "工作人员弄混",
    "<b>管理员</b>": "工作人员弄混",
    "网格蜂": "工作人员弄混",
    "官方客服": "工作人员弄混",
    "Gridbee": "工作人员弄混",
    "李敏同志": "工作人员弄混",
    "网格管理员": "工作人员弄混",
    "平台客服小王": "工作人员弄混",
    "系统通知": "工作人员弄混",
    "Gridbee Support": "工作人员弄混",
    "GridbeeSupport": "工作人员弄混",
    "admin of grid": "工作人员弄混",
    "http://x.example": "不放网址",
    "13800001111": "不放网址",
    "119": "不放网址",
    "很" * 21: "最多 20 个字",
    "。。": "发 /name 加上",
}


def test_a_name_is_told_from_other_words() -> None:
    assert {said: said_in(said) for said in ASKED} == ASKED
    assert {said: unasked(said) for said in UNASKED} == UNASKED


class Unnamed(Actor):
    """Whose channel tells no name."""

    async def does(self, **what: Any) -> Event:
        return await super().does(unnamed=True, **what)


async def name_of(house: TestHouse, actor: Actor) -> str:
    async with house.database.unit() as unit:
        await unit.people.load([actor.address])
        found = unit.people.at(actor.address)
        return found.name if found else ""


async def test_a_number_is_no_name_and_no_emergency_but_only_when_asked(
    tmp_path: Path,
) -> None:
    async with TestHouse(tmp_path) as house:
        rider = Unnamed(house, "nobody", "#0001")
        await house.files_hazard(rider)
        assert "怎么称呼你" in rider.last.text
        for said in ("叫我119", "叫我110师傅"):
            await rider.says(said)
            assert "光一个号码不能当称呼" in rider.last.text
        await rider.says("我是小王")
        assert rider.last.text.startswith("好，小王，记下了")
        await rider.says("叫我Tom")
        assert await name_of(house, rider) == "Tom"
        for said, why in REFUSED.items():
            await rider.says(f"/name {said}")
            assert why in rider.last.text, said
        assert await name_of(house, rider) == "Tom"
        for fine in ("李敏敏", "Badminton Tom", "Wang the courier"):
            await rider.says(f"/name {fine}")
            assert await name_of(house, rider) == fine
        await rider.says("叫我119")
        assert any("先打电话" in one.text for one in rider.sees[-3:])


async def test_a_call_for_help_is_heard_while_a_name_is_asked(tmp_path: Path) -> None:
    async with TestHouse(tmp_path) as house:
        for said in ("快叫119", "我叫119了"):
            actor = Unnamed(house, said, said)
            await house.files_hazard(actor)
            assert "怎么称呼你" in actor.last.text
            await actor.says(said)
            assert any("先打电话" in one.text for one in actor.sees[-3:]), said
