"""The fake WeChat calls back as the real one does: three tries, safe mode, and a fault on the phone
for what is no answer. The bot here is WeRoBot.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
import pytest_asyncio

from tests.fakes.wechat.caller import WeChatCaller
from tests.fakes.wechat.letters import BadAnswer, Bare, written
from tests.fakes.wechat.robot import Robot
from tests.fakes.wechat.server import FakeWeChat

NOW = 1764150000.0
OFFER = (
    "收到。\n<a href='weixin://bizmsgmenu?msgmenucontent=提交&msgmenuid=f:7:submit'>1 提交</a>\n"
    '<a href="https://bee.example/c/7">打开事项</a>'
)


def answer(message: Any) -> str | bytes | None:
    """By what is said."""
    said = getattr(message, "content", message.type)
    known: dict[str, str | bytes | None] = {
        "井盖松了": OFFER,
        "json": b'{"errcode":0}',
        "too long": "格" * 683,
        "nothing": None,
        "empty": b"",
        "subscribe_event": "欢迎",
    }
    return known.get(said, f"听到：{said}")


@pytest_asyncio.fixture
async def robot() -> AsyncIterator[Robot]:
    robot = Robot(answer)
    await robot.start()
    yield robot
    await robot.stop()


@pytest_asyncio.fixture
async def wechat(robot: Robot) -> AsyncIterator[FakeWeChat]:
    async with FakeWeChat(clock=lambda: NOW) as running:
        running.sender.patience = 0.15
        running.callback_url = robot.url
        yield running


async def test_a_word_is_answered_and_its_lines_are_tapped(
    wechat: FakeWeChat, robot: Robot
) -> None:
    assert await wechat.sender.console()
    rider = wechat.rider("oRider0001")
    callback = await rider.says("井盖松了").over()
    assert (callback.outcome, len(callback.tries)) == ("passive", 1)
    assert rider.last.words == "收到。\n1 提交\n打开事项"
    assert rider.last.options == [("提交", "f:7:submit")]
    assert rider.last.links == [("打开事项", "https://bee.example/c/7")]
    assert robot.queries[0]["encrypt_type"] == "aes"
    assert robot.queries[0]["openid"] == rider.openid
    assert rider.follower.windows.left(NOW) == 5

    await rider.taps("提交").over()
    came = robot.came[-1]
    assert (came.content, came.bizmsgmenuid) == ("提交", "f:7:submit")
    assert came.message_id == robot.came[0].message_id + 1
    rider.tells_menu_ids = False
    await rider.taps("f:7:submit").over()
    assert not hasattr(robot.came[-1], "bizmsgmenuid")
    assert rider.follower.windows.left(NOW) == 5 + 3
    with pytest.raises(AssertionError, match="no line"):
        rider.taps("删除")


async def test_what_is_no_answer_shows_a_fault(wechat: FakeWeChat) -> None:
    rider = wechat.rider("oRider0001")
    outcomes = {
        said: (await rider.says(said).over()).outcome
        for said in ("nothing", "empty", "json", "too long")
    }
    assert outcomes == dict(
        zip(outcomes, ["nothing", "nothing", "fault", "fault"], strict=True)
    )
    assert [shown.how for shown in rider.phone] == ["fault", "fault"]


async def test_silence_is_tried_three_times_with_new_marks(
    wechat: FakeWeChat, robot: Robot
) -> None:
    rider = wechat.rider("oRider0001")
    robot.delays = [0.4, 0.4]
    callback = await rider.says("慢").over()
    assert callback.outcome == "passive"
    assert [tried.status for tried in callback.tries] == [0, 0, 200]
    assert len({query["nonce"] for query in robot.queries}) == 3
    assert len({message.message_id for message in robot.came}) == 1
    wechat.sender.repeats_address = True
    robot.delays = [0.4, 0.4, 0.4]
    callback = await rider.says("太慢").over()
    assert (callback.outcome, rider.faults) == ("fault", 1)
    assert len({query["nonce"] for query in robot.queries[3:]}) == 1


async def test_a_word_outlives_the_bot(wechat: FakeWeChat, robot: Robot) -> None:
    rider = wechat.rider("oRider0001")
    await robot.stop()
    wechat.sender.patience = 0.3
    callback = rider.says("还在吗")
    await wechat.until(lambda: callback.tries)
    assert callback.tries[0].error == "ClientConnectorError"
    await robot.start()
    await callback.over()
    assert (callback.outcome, callback.why) == ("passive", "")
    assert rider.last.text == "听到：还在吗"


async def test_files_places_and_links_come_as_wechat_sends_them(
    wechat: FakeWeChat, robot: Robot
) -> None:
    rider = wechat.rider("oRider0001")
    pictures = [b"\xff\xd8\xff" + bytes([number]) for number in range(9)]
    for callback in rider.sends_photos(pictures):
        await callback.over()
    assert {message.type for message in robot.came} == {"image"}
    assert len({message.message_id for message in robot.came}) == 9
    async with aiohttp.ClientSession() as session:
        caller = WeChatCaller(wechat, session)
        await caller.signs_in()
        async with session.get(robot.came[0].img) as response:
            assert await response.read() in pictures
        assert (await caller.file(robot.came[0].MediaId))[1] in pictures
        await rider.sends_voice(b"#!AMR\n", "井盖松了").over()
        heard = robot.came[-1]
        assert (heard.format, heard.recognition) == ("amr", "井盖松了")
        assert await caller.file(heard.media_id) == ("audio/amr", b"#!AMR\n")
    await rider.sends_location(39.905603, 116.413642, "东单路口").over()
    place = robot.came[-1]
    assert (place.location, place.label) == ((39.905603, 116.413642), "东单路口")
    await rider.sends_link("标题", "https://a.b").over()
    assert robot.came[-1].url == "https://a.b"
    await rider.sends_video(b"\0\0\0\x18ftyp").over()
    assert robot.came[-1].type == "video"


async def test_events_come_as_wechat_sends_them(
    wechat: FakeWeChat, robot: Robot
) -> None:
    wechat.state.tickets["T"] = "g_G01"
    wechat.state.menu = {
        "button": [
            {"name": "上报", "type": "click", "key": "report"},
            {"name": "页", "type": "view", "url": "https://a.b"},
            {"name": "位置", "type": "location_select", "key": "place"},
            {"name": "拍照", "type": "pic_photo_or_album", "key": "pics"},
        ]
    }
    rider = wechat.rider("oRider0001", follows=False)
    with pytest.raises(AssertionError, match="followers"):
        rider.says("太早")
    await rider.scans("T").over()
    came = robot.came[-1]
    assert (came.type, came.key, came.ticket) == (
        "subscribe_event",
        "qrscene_g_G01",
        "T",
    )
    assert (rider.last.text, rider.follower.windows.left(NOW)) == ("欢迎", 3)
    await rider.scans("T").over()
    assert (robot.came[-1].type, robot.came[-1].key) == ("scan_event", "g_G01")
    await rider.clicks("上报").over()
    assert (robot.came[-1].type, robot.came[-1].key) == ("click_event", "report")
    await rider.clicks("页").over()
    await rider.is_at(39.9, 116.4).over()
    assert (robot.came[-1].type, robot.came[-1].latitude) == ("location_event", 39.9)
    await rider.picks_place("位置", 39.9, 116.4, "东单").over()
    rider.picks_photos("拍照", [b"\xff\xd8\xff1", b"\xff\xd8\xff2"])
    await wechat.settled()
    kinds = [message.type for message in robot.came]
    assert {"location_select_event", "location", "pic_photo_or_album_event"} <= {*kinds}
    assert kinds.count("image") == 2
    with pytest.raises(AssertionError, match="no button"):
        rider.clicks("不存在")
    before = len(rider.phone)
    await rider.unfollows().over()
    assert (robot.came[-1].type, len(rider.phone)) == ("unsubscribe_event", before)
    await rider.follows().over()
    assert robot.came[-1].key in (None, "")


async def test_a_template_is_followed_by_the_event_that_says_how_it_ended(
    wechat: FakeWeChat, robot: Robot
) -> None:
    rider = wechat.rider("oRider0001")
    wechat.template("T1", "事项：{{thing1.DATA}}")
    wish = {
        "touser": rider.openid,
        "template_id": "T1",
        "data": {"thing1": {"value": "好"}},
    }
    async with aiohttp.ClientSession() as session:
        caller = WeChatCaller(wechat, session)
        await caller.signs_in()
        sent = await caller.posts("message/template/send", wish)
        await wechat.settled()
        came = robot.came[-1]
        assert (came.message_id, came.status) == (sent["msgid"], "success")
        rider.follower.refuses_templates = True
        await caller.posts("message/template/send", wish)
        await wechat.settled()
    assert robot.came[-1].status == "failed:user block"
    assert len(rider.phone) == 1


def test_an_answer_is_judged_by_whom_it_is_for_and_how_it_is_sealed() -> None:
    wechat = FakeWeChat(clock=lambda: NOW)
    fields: dict[str, Any] = {
        "ToUserName": "oRider0001",
        "FromUserName": wechat.seal.account,
        "CreateTime": 1764150000,
        "MsgType": "text",
        "Content": "收到",
    }

    def read(changed: dict[str, Any], key: str = "") -> object:
        judge = wechat.seal.crypto()
        wechat.seal.key = key or wechat.seal.key
        sealed = judge.encrypt_message(written(fields | changed), "1", "1764150000")
        return wechat.seal.read(sealed.encode(), "oRider0001", wechat.state)

    assert read({}) is not None
    for changed in (
        {"ToUserName": "oRider0002"},
        {"FromUserName": "gh_other"},
        {"CreateTime": "now"},
        {"MsgType": "msgmenu"},
        {"MsgType": "image", "Image": {"MediaId": "none"}},
        {"Content": ""},
        {"CreateTime": Bare("")},
    ):
        with pytest.raises(BadAnswer):
            read(changed)
    with pytest.raises(BadAnswer):
        read({}, "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C")
