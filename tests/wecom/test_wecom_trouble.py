"""WeCom refuses, does not answer, forgets a file, has no such member: nothing is lost."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from domain.messages import Address, Reply
from storage.outbox.letters import NOTICE
from storage.tables.media import media
from storage.tables.messages import card_codes, outbox
from storage.tables.people import accounts
from tests.fakes.telegram.server import FakeTelegram
from tests.telegram.town import eventually
from tests.wecom.office import Office


async def finds(office: Office, trouble: str) -> bool:
    """Whether this is what the channel finds wrong; '' for nothing."""
    return office.house.setup.refusals.get("wecom", "") == trouble


async def sends(office: Office, userid: str, reply: Reply) -> None:
    async with office.house.database.unit() as unit:
        unit.outbox.add(Address("wecom", userid), reply, NOTICE)
    office.house.delivery.offer(unit.outbox.handover)


async def test_a_card_whose_answer_was_lost_stands_once_and_is_still_changed(
    office: Office,
) -> None:
    await office.appoints(office.zhang)
    office.wecom.fail("message/send", skip=1, kind="accept_then_timeout", seconds=0.05)
    await office.files()
    card = await office.card(office.zhang, "YH26-0001")
    codes = [call.errcode for call in office.wecom.state.calls]
    assert 42014 in codes and len(office.zhang.cards) == 1

    # nobody knows the code of that one: a press brings another
    assert await office.rows(select(card_codes.c.code)) == []
    assert (await office.zhang.presses("接单", card).over()).outcome == "answered"
    assert "处理中" in card.words
    assert len(await office.rows(select(card_codes.c.code))) == 1
    assert len([one for one in office.zhang.phone if one.kind == "image"]) == 1


async def test_words_whose_answer_was_lost_are_read_once(office: Office) -> None:
    """Also where the house that said them is another one by now."""
    zhang = office.zhang
    await office.appoints(zhang)
    office.wecom.fail("message/send", kind="accept_then_timeout", seconds=0.05)
    await office.writes_wecom("zhangqiang", "先去路口看看")
    await eventually(lambda: said(office, 1))
    assert [one.words for one in zhang.phone] == ["先去路口看看"]
    # the same said on purpose is said
    await office.writes_wecom("zhangqiang", "先去路口看看")
    await eventually(lambda: said(office, 2))
    assert len(zhang.phone) == 2
    async with office.house.database.unit() as unit:
        cut = update(outbox).values(state="waiting", sent_at=None)
        await unit.query(cut.where(outbox.c.channel == "wecom"))
    await office.close()
    await office.open()
    await eventually(lambda: said(office, 2))
    assert len(zhang.phone) == 2


async def said(office: Office, many: int) -> bool:
    """Whether so many letters have gone to WeCom, and none waits."""
    rows = select(outbox.c.state).where(outbox.c.channel == "wecom")
    return [row.state for row in await office.rows(rows)] == ["sent"] * many


async def test_a_code_that_is_refused_is_spent_and_one_that_could_not_be_used_is_kept(
    office: Office,
) -> None:
    await office.appoints(office.zhang, office.li)
    await office.files()
    card = await office.card(office.zhang, "YH26-0001")
    other = await office.card(office.li, "YH26-0001")
    office.wecom.fail("message/update_template_card", -1)
    await office.zhang.presses("接单", card).over()
    await office.wecom.until(lambda: "处理中" in other.words)
    assert office.wecom.counts["message/update_template_card"] == 2

    for code in office.wecom.state.codes.values():
        code.spent = True
    await office.zhang.says("/note YH26-0001 带梯子去").over()
    await office.zhang.says("/resolve YH26-0001 换了新砖").over()
    await office.rest()
    theirs = card_codes.c.task_id == other.task_id
    assert await office.rows(select(card_codes.c.code).where(theirs)) == []
    assert len([one for one in office.li.phone if one.card]) == 1


async def test_a_file_is_sent_up_once_and_again_when_wecom_has_forgotten_it(
    office: Office,
) -> None:
    await office.files()
    number = (await office.rows(select(media.c.id)))[0].id
    for name in ("zhangqiang", "li.min"):
        await sends(office, name, Reply(photos=(number,)))
        await office.rest()
    assert office.wecom.counts["media/upload"] == 1
    office.wecom.state.media.clear()
    await sends(office, "zhangqiang", Reply(text="看看", photos=(number,)))
    await office.reads(office.zhang, "看看")
    assert office.wecom.counts["media/upload"] == 2
    assert [one.kind for one in office.zhang.phone] == ["image", "image", "text"]


async def test_who_is_not_there_is_gone_until_they_come_and_who_is_not_paid_for_waits(
    office: Office,
) -> None:
    await office.appoints(office.zhang, office.li)
    office.zhang.member.sees = False
    office.li.member.licensed = False
    await office.writes_wecom("zhangqiang", "for nobody")
    await office.writes_wecom("li.min", "for later")

    async def gone() -> list[str]:
        c = accounts.c
        lost = select(c.chat).where(c.unreachable_at.is_not(None))
        return [row.chat for row in await office.rows(lost)]

    await eventually(gone)
    assert await gone() == ["zhangqiang"]
    await office.said_wait("unlicenseduser")
    await office.zhang.joins().over()
    assert await gone() == []
    states = await office.rows(
        select(outbox.c.state).where(outbox.c.channel == "wecom")
    )
    assert "waiting" in [row.state for row in states]


async def test_an_app_that_was_switched_off_is_told_of_until_somebody_is_heard(
    office: Office,
) -> None:
    await office.appoints(office.zhang)
    await office.zhang.does("close_inactive_agent").over()
    await office.house.watching.look()
    assert office.house.state().channels == {"wecom": "inactive"}
    await office.sees(office.admin, "把应用停用了")
    await office.zhang.says("/queue").over()
    await office.house.watching.look()
    assert office.house.state().channels == {}


async def test_what_something_on_the_way_lets_not_through_is_tried_again(
    office: Office,
) -> None:
    """A proxy that asks for a password (407) says nothing of the letter."""
    await office.appoints(office.zhang)
    office.wecom.fail("message/send", 407)
    await office.writes_wecom("zhangqiang", "for later")
    await office.reads(office.zhang, "for later")


async def test_an_address_that_wecom_does_not_trust_is_told_and_stops_no_other_channel(
    office: Office,
) -> None:
    """What it says waits, and nothing of it is lost."""
    await office.appoints(office.zhang)
    office.wecom.fail("message/send", 60020, times=100)
    await office.writes_wecom("zhangqiang", "for later")
    await office.said_wait("errcode 60020")
    await office.house.watching.look()
    assert office.house.state().channels == {"wecom": "address"}
    told = await office.sees(office.admin, "不认这台机器的地址")
    office.admin.says("/health")
    health = await office.sees(office.admin, "运行情况")
    for shown in (told, health):
        assert "企业可信IP" in shown.words and "60020" not in shown.words
    office.rider.says("路口地砖坏了")
    await office.sees(office.rider, "在哪儿")
    office.wecom.state.failures.planned.clear()
    office.clock.ahead += timedelta(seconds=61)
    office.house.delivery.at_last(Address("wecom", "zhangqiang"))
    await office.reads(office.zhang, "for later")
    await eventually(lambda: finds(office, ""))
    await office.house.watching.look()
    assert office.house.state().channels == {}


@pytest.mark.parametrize(
    ("code", "trouble", "words"),
    [(40001, "account", "不认我们的 ID"), (60020, "address", "企业可信IP")],
)
async def test_what_is_refused_from_the_start_is_told_before_anything_waits(
    telegram: FakeTelegram, data: Path, code: int, trouble: str, words: str
) -> None:
    office = Office(telegram, data)
    office.wecom.fail(errcode=code, times=100)
    async with office:
        await eventually(lambda: finds(office, trouble))
        await office.house.watching.look()
        assert office.house.state().channels == {"wecom": trouble}
        await office.sees(office.admin, words)
        office.wecom.state.failures.planned.clear()
        await office.writes_wecom("zhangqiang", "the first word")
        await office.reads(office.zhang, "the first word")
        await eventually(lambda: finds(office, ""))
        await office.house.watching.look()
        assert office.house.state().channels == {}


async def test_a_clock_that_goes_wrong_is_told_of_until_somebody_is_heard(
    office: Office,
) -> None:
    await office.appoints(office.zhang)
    office.wecom.state.ahead = -700
    assert (await office.zhang.says("/queue").over()).outcome == "lost"
    await office.house.watching.look()
    assert office.house.state().channels == {"wecom": "clock"}
    await office.sees(office.admin, "时间和这台机器差了十分钟以上")
    office.wecom.state.ahead = 0
    await office.zhang.says("/queue").over()
    await office.house.watching.look()
    assert office.house.state().channels == {}
