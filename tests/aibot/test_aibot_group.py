"""A grid's group in WeCom with the robot in it: bound by a word, at work by presses on cards."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from sqlalchemy import delete, select

from bot.channels.aibot import taking, uploading
from bot.channels.aibot.channel import Aibot
from domain.messages import Event
from domain.privacy import Privacy
from storage.outbox.letters import ANSWER, NOTICE
from storage.tables.areas import groups
from storage.tables.cases import cases
from storage.tables.messages import outbox, sent_messages
from tests.aibot.circle import Circle
from tests.fakes.wecom.phone import Card


def forged(card: Card, key: str) -> Card:
    """A press that the card of the group does not offer."""
    button = {"text": "办", "key": key}
    return Card(card.task_id, card.raw | {"button_list": [button]})


def stored_at_last(robot: Aibot, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first two that come cannot be stored at once."""
    stored, tries = robot._taking._offer, iter(range(2))

    async def offer(events: Sequence[Event]) -> None:
        if next(tries, None) is not None:
            raise OSError("the disk is full")
        await stored(events)

    monkeypatch.setattr(taking, "AGAIN", 0.05)
    monkeypatch.setattr(robot._taking, "_offer", offer)


async def test_a_group_hears_of_a_case_and_does_it_by_presses_on_its_card(
    circle: Circle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploading, "PIECE", 256)
    zhang, wu, grid = circle.zhang, circle.wu, circle.grid
    await grid.says(circle.chen, "/bind G01")
    await circle.told(wu, "这个群")
    bound = {row.chat: row.area for row in await circle.rows(groups.select())}
    assert bound["group:wrG01"] == "G01"

    await circle.files()
    mine = await circle.group_card(zhang, "YH26-0001")
    theirs = await circle.group_card(wu, "YH26-0001")
    assert "待接单" in theirs.words
    kinds = [one.kind for one in grid.phone(wu)]
    assert kinds == ["markdown", "image", "card"]
    assert circle.wecom.aibot.counts["aibot_upload_media_chunk"] > 1

    # whoever has no role hears so, and nothing else changes for anybody
    await grid.presses(wu, "接单")
    await circle.wecom.until(lambda: "我还不认识你" in theirs.words)
    assert theirs.buttons == mine.buttons and "❗" not in mine.words
    await grid.presses(wu, "c:1:resolve", forged(mine, "c:1:resolve"))
    await circle.wecom.until(lambda: len(theirs.versions) == 2)
    assert await states(circle) == ["assigned"]

    # two at the same moment, while nothing can be stored: one has it, the other hears so
    late = await circle.group_card(circle.li, "YH26-0001")
    stored_at_last(circle.robot, monkeypatch)
    await grid.presses(zhang, "接单", mine)
    await grid.presses(circle.li, "接单", late)
    await circle.wecom.until(lambda: "❗ 已经由张强接单了" in late.words)
    assert "张强 · 处理中" in mine.words and "张强 · 处理中" in theirs.words
    assert "❗" not in mine.words + theirs.words

    # what has to be asked for is asked alone
    await grid.presses(zhang, "问一句", mine)
    await circle.reads(zhang, "想问报事人什么")
    await circle.wecom.until(lambda: "私聊" in mine.words)
    assert await states(circle) == ["in_progress"]
    answered = [one for one in circle.wecom.aibot.frames if "update" in one["cmd"]]
    assert len(answered) == 5


async def test_what_has_waited_and_become_confidential_is_not_said_in_the_group(
    circle: Circle,
) -> None:
    zhang, wu, grid = circle.zhang, circle.wu, circle.grid
    await circle.binds()
    await circle.files()
    card = await circle.group_card(wu, "地砖")
    await circle.chen.says("/privacy YH26-0001 保密").over()
    await circle.rest()
    async with circle.house.database.unit() as unit:
        case = await unit.cases.by_number("YH26-0001")
        assert case is not None and case.privacy is Privacy.CONFIDENTIAL
    await circle.says_in_group("of the case", case_id=case.id)
    await circle.says_in_group("of nothing")
    await circle.told(wu, "of nothing")
    assert "of the case" not in [one.words for one in grid.phone(wu)]

    # nobody could change the card by anything but a press
    assert "地砖" in card.words
    await grid.presses(wu, "接单", card)
    await circle.wecom.until(lambda: "❗ 我还不认识你" in card.words)
    assert "地砖" not in card.words

    # a house that has begun anew draws it as it is, with the word
    await circle.close()
    await circle.open()
    pressed = Card(card.task_id, card.versions[0])
    before = len(card.versions)
    await grid.presses(wu, "接单", pressed)
    await circle.wecom.until(lambda: len(card.versions) > before)
    assert "❗ 我还不认识你" in card.words and "地砖" not in card.words

    # where no row is left of it the word is said aloud, and not often
    async with circle.house.database.unit() as unit:
        await unit.query(delete(sent_messages))
    for _ in range(2):
        await grid.presses(wu, "接单", pressed)
    await circle.told(zhang, "吴路：我还不认识你")
    await circle.says_in_group("and nothing else")
    await circle.told(zhang, "and nothing else")
    assert sum("吴路" in one.words for one in grid.phone(zhang)) == 1


async def states(circle: Circle) -> list[str]:
    return [row.state for row in await circle.rows(select(cases.c.state))]


async def test_no_more_than_thirty_a_minute_in_a_group_though_the_house_restarts(
    circle: Circle,
) -> None:
    """What is more waits; changing a card does not count, and another chat has its own."""
    grid, zhang = circle.grid, circle.zhang
    await circle.binds()
    for many, lane in ((15, NOTICE), (30, ANSWER)):
        before = len(grid.phone(zhang))
        for number in range(many - before):
            await circle.says_in_group(f"{many} {number}", lane=lane)
        await circle.wecom.until(lambda: len(grid.phone(zhang)) >= many)  # noqa: B023
        await circle.rest()
        await circle.close()
        await circle.open()
    await circle.says_in_group("one too many")
    await circle.said_wait("more than WeCom takes")
    assert len(grid.phone(zhang)) == 30
    why = await circle.rows(select(outbox.c.error).where(outbox.c.error != ""))
    assert {row.error for row in why} == {"more than WeCom takes"}


async def test_what_is_said_below_a_card_is_done_and_the_card_comes_anew(
    circle: Circle,
) -> None:
    """Nothing but a press could change it where it stands; a press still does."""
    zhang, li, grid = circle.zhang, circle.li, circle.grid
    await circle.binds()
    await circle.files()
    first = await circle.group_card(zhang, "YH26-0001")
    await grid.says(zhang, "我来", quote=first.title)
    await circle.told(zhang, "张强 · 处理中")
    second = await circle.group_card(zhang, "张强 · 处理中")
    assert second.task_id != first.task_id and "待接单" in first.words

    # what only beside a number says what to do, and what is not theirs to do
    await grid.says(zhang, "改成垃圾类", quote=first.title)
    await circle.told(zhang, "垃圾污水")
    third = await circle.group_card(zhang, "垃圾污水")
    await grid.says(zhang, "撤销", quote=third.title)
    await circle.wecom.until(lambda: "道路井盖" in grid.phone(zhang)[-1].words)
    before = len(grid.phone(li))
    await grid.says(li, "办好了", quote=third.title)
    await circle.reads(li, "在张强手上，我没动它")
    await circle.rest()
    assert [one.words for one in grid.phone(li)[before:]] == ["李敏，我私聊回你。"]

    # a note changes nothing, and a press right after it the card where it stands
    await grid.says(zhang, "带把锤子", quote=third.title)
    await circle.told(zhang, "备注记好了")
    last = await circle.group_card(zhang, "道路井盖")
    await circle.rest()
    before = len(grid.phone(li))
    await grid.presses(zhang, "办好了", last)
    await circle.wecom.until(lambda: "私聊" in last.words)
    assert len(grid.phone(li)) == before
