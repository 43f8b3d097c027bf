"""Applications, members and errands as people make them; presses as anybody could send them."""

from __future__ import annotations

from domain.messages import EventKind
from tests.house import Actor, TestHouse

HOME = "幸福路口网格"


async def applies(who: Actor, post: str = "志愿服务员", home: str = HOME) -> None:
    """To the grid G01, unless another one is named."""
    await who.says("/member")
    if "我的岗位" in who.last.text:
        await who.presses("再认领一个岗位")
    await who.says(home)
    await who.presses("就跑这一片")
    await who.presses(post)


async def is_accepted(by: Actor) -> None:
    await by.presses("接收")
    await by.presses("欢迎加入！")


async def joins(who: Actor, by: Actor, home: str = HOME) -> None:
    await applies(who, home=home)
    await is_accepted(by)


async def calls(by: Actor, wanted: int = 1, area: str = "G01") -> None:
    """For an errand of tomorrow."""
    await by.says(f"/errand {area} 搬桌子")
    await by.presses("明天 9:00")
    await by.presses(str(wanted))
    await by.presses("发给")
    await by.house.passes(seconds=1)


async def forges(who: Actor, data: str) -> str:
    """Sends a press's data, shown or not. Returns the word at the top of the screen."""
    ref = f"p{next(who.house.events)}"
    who.house.channel.toasts.pop(who.chat, None)
    await who.does(kind=EventKind.PRESS, data=data, press_ref=ref, message_id="m0")
    return who.toast


async def takers(house: TestHouse, errand_id: int = 1) -> list[int]:
    async with house.database.unit() as unit:
        return await unit.errands.takers(errand_id)
