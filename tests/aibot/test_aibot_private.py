"""What is said to the robot by name, or alone with it: the same handlers, and the answer is for
whoever asked.
"""

from __future__ import annotations

from sqlalchemy import select

from domain.messages import Address
from handlers.people import forgetting
from storage.tables.casework import history
from storage.tables.media import media
from storage.tables.people import accounts, open_ids
from tests.aibot.circle import Circle
from tests.telegram.town import PICTURE, eventually


async def test_whose_id_it_is_is_asked_once_and_forgotten_with_them(
    circle: Circle,
) -> None:
    """A restart asks nothing again; of who is nobody here nothing is written."""
    zhang, grid, asks = circle.zhang, circle.grid, "batch/openuserid_to_userid"
    await circle.binds()
    circle.wecom.aibot.line.tells_open_ids = True
    await grid.says(circle.wu, "/queue")
    await circle.told(circle.wu, "我还不认识你")
    assert await circle.rows(select(open_ids)) == []
    await grid.says(zhang, "/queue")
    await circle.told(zhang, "张强，我私聊回你")
    (row,) = await circle.rows(select(open_ids))
    assert row.userid == "zhangqiang" != row.open_id
    before = circle.wecom.counts[asks]
    await circle.close()
    await circle.open()
    await greeted_again(circle)
    await greeted_again(circle)
    assert circle.wecom.counts[asks] == before
    async with circle.house.database.unit() as unit:
        person = await unit.people.at_many([Address("wecom", "zhangqiang")])
        (known,) = person.values()
        await forgetting.forget(unit, known.id)
    assert await circle.rows(select(open_ids)) == []


async def greeted_again(circle: Circle) -> None:
    before = greeted(circle)
    await circle.grid.says(circle.zhang, f"/queue {before}")
    await circle.wecom.until(lambda: greeted(circle) > before)


def greeted(circle: Circle) -> int:
    return sum("我私聊回你" in one.words for one in circle.grid.phone(circle.zhang))


async def test_words_to_the_robot_are_answered_in_private(circle: Circle) -> None:
    zhang, grid, robot = circle.zhang, circle.grid, circle.wecom.aibot
    await circle.binds()
    await circle.files()
    await circle.group_card(zhang, "YH26-0001")

    # the robot tells another id than the app: whose it is, the app says
    robot.line.tells_open_ids = True
    circle.wecom.fail("batch/openuserid_to_userid")
    await grid.says(zhang, "/queue")
    await circle.told(zhang, "我还不认识你")
    await grid.says(zhang, "/queue")
    await circle.told(zhang, "张强，我私聊回你")
    await circle.reads(zhang, "YH26-0001")
    await grid.presses(zhang, "接单")
    card = await circle.group_card(zhang, "YH26-0001")
    await circle.wecom.until(lambda: "张强 · 处理中" in card.words)

    # a number is enough, as in private; who only calls it is greeted, and others keep their names
    await grid.says(zhang, "0001 办好了，换了灯泡")
    await circle.reads(zhang, "YH26-0001 办好了")
    await grid.says(zhang, "撤销")
    await circle.reads(zhang, "撤销了「办好了」：YH26-0001")
    await grid.says(zhang, "")
    await circle.reads(zhang, "路上有事找我")
    await grid.says(zhang, "@李敏 你去看看", quote=card.title)
    await eventually(lambda: noted(circle, "@李敏 你去看看"))
    await circle.rest()

    # what quotes the card is a note on the case; a photo goes on in private, as words do
    before = len(grid.phone(zhang))
    await grid.says(zhang, "今天下午去修", quote=card.title)
    await eventually(lambda: noted(circle, "今天下午去修"))
    await grid.sends_photos(zhang, "小区门口路灯不亮", [PICTURE])
    await eventually(lambda: stored(circle))
    await circle.rest()
    said = [one.words for one in grid.phone(zhang)[before:]]
    assert said == ["YH26-0001 备注记好了。", "张强，我私聊回你。"]

    # who is nobody is told where to begin, three times in all and no more
    for number in range(5):
        await grid.says(circle.wu, f"/queue {number}")
    await circle.wecom.until(lambda: unknown(circle) == 3)
    await grid.says(zhang, "/mine")
    await circle.reads(zhang, "手上")
    assert unknown(circle) == 3

    # alone with the robot a member is who they are in the app
    alone = robot.single(zhang)
    await alone.says(zhang, "/mine")
    await circle.wecom.until(
        lambda: any("YH26" in one.words for one in alone.phone(zhang))
    )
    rows = await circle.rows(select(accounts))
    people = {(row.channel, row.chat): row.person_id for row in rows}
    assert people["aibot", "zhangqiang"] == people["wecom", "zhangqiang"]
    assert (
        Address("aibot", "zhangqiang")
        in circle.house.database.directory.addresses[people["aibot", "zhangqiang"]]
    )


def unknown(circle: Circle) -> int:
    """How often the group read that somebody is not known."""
    said = [one.words for one in circle.grid.phone(circle.wu)]
    return sum("我还不认识你" in one for one in said)


async def noted(circle: Circle, words: str) -> bool:
    rows = await circle.rows(select(history.c.words, history.c.act))
    return any(row.act == "note" and words in row.words for row in rows)


async def stored(circle: Circle) -> bool:
    rows = await circle.rows(select(media.c.status, media.c.ref))
    return any(row.ref.startswith("sealed") and row.status == "stored" for row in rows)
