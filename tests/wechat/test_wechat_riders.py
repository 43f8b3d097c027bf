"""A rider in WeChat: the main job, what it costs of what may be said, and what waits."""

from __future__ import annotations

from argparse import Namespace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot.channels.wechat.codes import CREATES
from bot.channels.wechat.pages import Pages
from bot.commands import poster
from domain.messages import Address, Matter, Reply
from handlers.casework.notices.receivers import hears_at
from handlers.dialog.scene import Scene
from storage.outbox.letters import NOTICE
from storage.tables.cases import cases
from storage.tables.media import media
from storage.tables.messages import outbox
from storage.tables.web import web_links, web_messages
from tests.telegram.town import PICTURE, eventually
from tests.wechat.village import OPENID, Village


async def files(village: Village, words: str = "路口地砖坏了") -> None:
    rider, spot = village.wechat.rider(OPENID), village.place()
    await rider.says(words).over()
    await rider.sends_location(spot.lat, spot.lon).over()
    await rider.says("1").over()


async def test_a_rider_files_and_hears_with_answers_alone(village: Village) -> None:
    rider = village.wechat.rider(OPENID)
    first = await rider.says("路口地砖坏了").over()
    assert first.outcome == "passive"
    assert rider.last.words.startswith("在哪儿？发个位置")
    spot = village.place()
    await rider.sends_location(spot.lat, spot.lon).over()
    assert "1 ✅ 提交" in rider.last.words
    await rider.taps("✅ 提交").over()
    assert rider.last.words.startswith("✅ 收到，编号 YH26-0001")
    assert [one.how for one in rider.phone] == ["passive"] * 3
    filed = await village.rows(select(cases.c.number))
    assert len(filed) == 1


async def test_nine_pictures_at_once_are_one_album_and_one_answer(
    village: Village,
) -> None:
    rider = village.wechat.rider(OPENID)
    for callback in rider.sends_photos([PICTURE] * 9):
        await callback.over()
    assert [one.how for one in rider.phone] == ["passive"]
    kept = await village.rows(select(media.c.id))
    assert len(kept) == 9


async def test_a_typed_number_is_a_press_that_changes_no_message(
    village: Village,
) -> None:
    """What was typed is the rider's own: there is nothing of ours to edit."""
    await files(village)
    rows = await village.rows(
        select(outbox.c.reply).where(outbox.c.channel == "wechat")
    )
    assert len(rows) == 3 and not any("edits" in row.reply for row in rows)


async def test_what_happens_later_is_a_message_that_counts(village: Village) -> None:
    await files(village)
    village.group.sees()
    card = await village.sees(village.group, "YH26-0001")
    village.coordinator.presses("接单", card)
    shown = await village.shows("接单了")
    assert shown.how == "customer"
    rider = village.wechat.rider(OPENID)
    assert rider.follower.windows.left(village.wechat.state.now()) == 4


async def test_outside_the_window_it_waits_for_their_next_word(
    village: Village,
) -> None:
    await files(village)
    village.clock.ahead = timedelta(hours=49)
    await village.writes_wechat("第一句", "第二句")
    waiting = await village.rows(
        select(outbox.c.state).where(outbox.c.channel == "wechat")
    )
    assert [row.state for row in waiting].count("waiting") == 2
    rider = village.wechat.rider(OPENID)
    await rider.says("进度").over()
    assert "第一句\n\n第二句" in rider.last.words
    assert rider.last.how == "passive" and rider.faults == 0


async def test_the_first_word_after_a_restart_gets_what_waits_whenever_it_comes(
    village: Village,
) -> None:
    """Also while the house, just begun, is finding out that nothing may go yet."""
    await files(village)
    village.clock.ahead = timedelta(hours=49)
    await village.writes_wechat("第一句")
    await village.close()
    await village.open()
    await village.wechat.rider(OPENID).says("进度").over()
    assert "第一句" in village.wechat.rider(OPENID).last.words


async def test_the_last_message_says_how_much_more_there_is_and_where(
    village: Village,
) -> None:
    await files(village)
    for number in range(4):
        await village.writes_wechat(f"消息{number}")
        await village.shows(f"消息{number}")
    await village.writes_wechat("消息五", "消息六")
    shown = await village.shows("还有 2 条")
    assert shown.links[0].id.startswith(
        f"http://127.0.0.1:{village.port}/?start=letter_"
    )
    pages = select(web_messages.c.body).order_by(web_messages.c.id)

    async def both() -> bool:
        said = [row.body["html"] for row in await village.rows(pages)]
        return said == ["消息五", "消息六"]

    await eventually(both)
    assert (
        village.wechat.rider(OPENID).follower.windows.left(village.wechat.state.now())
        == 0
    )


async def test_what_is_about_several_cases_leads_to_the_page_and_else_to_the_case(
    village: Village,
) -> None:
    """Also where a link to the case of one of them was made before."""
    rider = Address("wechat", OPENID)
    async with village.house.database.unit() as unit:
        unit.people.meet(rider, "")
        for case in (1, 1, 2):
            unit.outbox.add(rider, Reply(text="话"), NOTICE, case_id=case)
    one, same, other = unit.outbox.handover
    pages = Pages(village.house.database, "https://p", "zh-CN", lambda letters: None)
    for shown in ([one], [one, same], [one, same, other], [other], [other]):
        await pages.url(shown[0], shown)
    rows = await village.rows(select(web_links.c.case_id))
    assert [row.case_id for row in rows] == [1, 1, None, 2]


async def test_what_was_pressed_is_answered_in_the_first_line(
    village: Village,
) -> None:
    await files(village)
    rider = Address("wechat", OPENID)
    async with village.house.database.unit() as unit:
        unit.outbox.add(rider, Reply(text="还有这个"))
        unit.outbox.add(rider, Reply(text="催了", press_ref="m:1"))
    village.house.delivery.offer(unit.outbox.handover)
    shown = await village.shows("催了")
    assert shown.words == "催了\n\n还有这个"


async def test_who_looks_after_the_case_sees_that_the_rider_is_out_of_reach(
    village: Village,
) -> None:
    await files(village)
    village.clock.ahead = timedelta(hours=52)  # no quiet hours
    card = await village.sees(village.group, "YH26-0001")
    village.coordinator.presses("接单", card)
    await village.sees(village.group, "处理中")
    far = select(outbox.c.id).where(
        outbox.c.error == "they have to say something first"
    )
    await eventually(lambda: village.rows(far))
    village.coordinator.says("/case YH26-0001")
    await village.sees(village.coordinator, "📵 还有 1 条没送到报事人手上")


async def test_whoever_has_it_done_hears_at_once_that_the_rider_is_out_of_reach(
    village: Village,
) -> None:
    """The window is shut; with it open nothing of the kind is said."""
    await files(village)
    await files(village, "楼下路灯不亮")
    await village.house.channels["wechat"]._quotas.write()  # type: ignore[attr-defined]
    for number in ("YH26-0001", "YH26-0002"):
        card = await village.sees(village.group, number)
        village.coordinator.presses("接单", card)
        await village.rest()
    village.coordinator.says("办好了 YH26-0001 换了新砖")
    await village.sees(village.coordinator, "YH26-0001 办好了")
    village.clock.ahead = timedelta(hours=52)
    village.coordinator.says("办好了 YH26-0002 换了灯")
    await village.sees(
        village.coordinator, "YH26-0002 记下了。📵 但报事人现在收不到消息"
    )


async def test_a_page_beside_a_shut_chat_reaches_only_while_it_lives(
    village: Village,
) -> None:
    await files(village)
    house, page = village.house, Address("web", "p" * 32)
    async with house.database.unit() as unit:
        await unit.people.load([Address("wechat", OPENID)])
        person = unit.people.at(Address("wechat", OPENID))
        assert person is not None
        unit.people.add_address(person, page)
        await unit.logins.add("s" * 32, page.chat)
    await village.wechat.rider(OPENID).unfollows().over()

    async def hears() -> bool:
        async with house.database.unit() as unit:
            scene = Scene(unit, house.setup)
            return await hears_at(scene, person, page, (1, Matter.RESULT))

    assert await hears()
    village.clock.ahead = timedelta(hours=25)
    assert not await hears()


async def test_a_poster_leads_into_the_grid_by_a_code_for_ever(
    village: Village, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    args = Namespace(area=["G01"], stations=False, to=tmp_path)
    await poster.run(args, village.config())
    printed = capsys.readouterr().out
    assert "G01-wechat.png  http://weixin.qq.com/q/" in printed
    assert (tmp_path / "G01-wechat.png").read_bytes().startswith(b"\x89PNG")
    assert (tmp_path / "G01-telegram.png").exists()
    asked = [one for one in village.wechat.state.calls if one.path == "qrcode/create"]
    assert asked[-1].params["action_name"] == "QR_LIMIT_STR_SCENE"
    rider = village.wechat.rider("oNewRider", follows=False)
    await rider.follows("g_G01").over()
    assert "幸福路口网格" in rider.last.words


async def test_an_admin_gets_the_codes_of_a_grid_as_pictures(village: Village) -> None:
    village.admin.says("/poster")
    await village.sees(village.admin, "请写是哪个网格")
    village.admin.says("/poster g01")
    told = "幸福路口网格 的二维码：Telegram、网页、微信"
    await village.sees(village.admin, told)
    assert village.calls("sendMediaGroup") and village.calls("sendPhoto")
    kept = await village.rows(select(media.c.channel, media.c.status))
    channels = ("house", "house", "wechat")
    assert sorted(map(tuple, kept)) == [(one, "stored") for one in channels]
    (asked,) = [one for one in village.wechat.state.calls if one.path == CREATES]
    assert asked.params["action_info"] == {"scene": {"scene_str": "g_G01"}}
    village.coordinator.says("/poster G01")
    await village.sees(village.coordinator, "没有这个命令")


async def test_an_answer_that_a_kill_cut_off_stands_on_the_page_and_is_not_said_again(
    village: Village,
) -> None:
    await files(village)
    rider = Address("wechat", OPENID)
    async with village.house.database.unit() as unit:
        letter = unit.outbox.add(rider, Reply(text="这句不知道到没到"))
    cut = update(outbox).where(outbox.c.id == letter.id).values(state="sending")
    async with village.house.database.unit() as unit:
        await unit.query(cut)
    await village.close()
    await village.open()
    pages = select(web_messages.c.body)
    (shown,) = await eventually(lambda: village.rows(pages))
    assert "这句不知道到没到" in shown.body["html"]
    phone = village.wechat.rider(OPENID).phone
    assert not any("这句不知道到没到" in one.words for one in phone)


async def test_no_bare_number_takes_an_emergency_back(village: Village) -> None:
    rider = village.wechat.rider(OPENID)
    await rider.says("有人晕倒了叫不醒").over()
    assert "没事了" in [one.label for one in rider.last.options]
    assert "2 没事了" not in rider.last.words
    for number in ("1", "2", "3"):
        await rider.says(number).over()
    states = await village.rows(select(cases.c.state))
    assert [row.state for row in states] == ["assigned"]
    await rider.taps("没事了").over()
    assert "没事就好" in rider.last.words
