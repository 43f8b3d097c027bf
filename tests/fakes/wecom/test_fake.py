"""The fake WeCom refuses, cuts and silently drops what the real one does: tokens, messages, cards,
codes, files. All over real HTTP.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
import pytest_asyncio

from tests.fakes.wecom.caller import Caller, card
from tests.fakes.wecom.directory import open_id
from tests.fakes.wecom.server import AGENT_ID, FakeWeCom

HOUR, DAY = 3600.0, 86400.0
JPEG = b"\xff\xd8\xff" + b"0" * 100


@pytest_asyncio.fixture
async def wecom() -> AsyncIterator[FakeWeCom]:
    async with FakeWeCom(clock=lambda: 1764150000.0) as running:
        running.callback_url = "http://127.0.0.1:9/wecom"
        running.member("Zhang", "张强")
        running.member("zhou")
        yield running


@pytest_asyncio.fixture
async def call(wecom: FakeWeCom) -> AsyncIterator[Caller]:
    async with aiohttp.ClientSession() as session:
        caller = Caller(wecom, session)
        await caller.signs_in()
        yield caller


async def code_of(call: Caller, touser: str, made: dict[str, Any]) -> str:
    return str((await call.sends(touser, "template_card", made))["response_code"])


async def test_a_token_is_the_same_for_two_hours_and_may_end_before(
    wecom: FakeWeCom, call: Caller
) -> None:
    first = call.token
    wecom.passes(7199)
    assert (await call.signs_in())["access_token"] == first
    assert (await call.says("zhang", "x"))["errcode"] == 0
    wecom.passes(1)
    assert (await call.says("zhang", "x"))["errcode"] == 42001
    await call.signs_in()
    assert call.token != first
    wecom.state.tokens.end()
    assert (await call.says("zhang", "x"))["errcode"] == 42001
    assert (await call.gets("gettoken", corpid="ww1", corpsecret="x"))[
        "errcode"
    ] == 40013
    assert (await call.signs_in("wrong"))["errcode"] == 40001
    call.token = "made-up"
    assert (await call.says("zhang", "x"))["errcode"] == 40014
    call.token = ""
    assert (await call.says("zhang", "x"))["errcode"] == 41001


async def test_a_text_is_cut_at_2048_bytes_and_nobody_is_told(
    wecom: FakeWeCom, call: Caller
) -> None:
    told = await call.says("ZHANG", "井" * 700)
    assert (told["errcode"], told["invaliduser"]) == (0, "")
    assert wecom.member("zhang").last.text == "井" * 682
    assert (await call.says("zhang", ""))["errcode"] == 44004
    assert (await call.posts("message/send", b'{"touser":'))["errcode"] == 47001
    assert (await call.posts("message/send", b'{"a":"\xff"}'))["errcode"] == 40033
    assert (await call.sends("zhang", "poem", {}))["errcode"] == 40008


async def test_who_is_not_there_is_named_and_nobody_at_all_is_refused(
    wecom: FakeWeCom, call: Caller
) -> None:
    wecom.member("li", sees=False)
    wecom.member("sun").member.licensed = False
    told = await call.says("Zhang|nobody|li|sun", "x")
    assert told["invaliduser"] == "nobody|li"
    assert told["unlicenseduser"] == "sun"
    assert len(wecom.member("zhang").phone) == 1
    assert not wecom.member("sun").phone
    for touser in ("nobody|li", "", "|"):
        assert (await call.says(touser, "x"))["errcode"] == 81013
    wish: dict[str, Any] = {"touser": "zhang", "msgtype": "text"}
    wish["text"] = {"content": "x"}
    assert (await call.posts("message/send", wish))["errcode"] == 41011
    wish["agentid"] = AGENT_ID + 1
    assert (await call.posts("message/send", wish))["errcode"] == 301002


async def test_beyond_thirty_a_minute_and_a_thousand_an_hour_all_is_dropped_silently(
    wecom: FakeWeCom, call: Caller
) -> None:
    zhang, zhou = wecom.member("zhang"), wecom.member("zhou")
    for _ in range(31):
        assert (await call.says("zhang|zhou", "x"))["errcode"] == 0
    assert (len(zhang.phone), zhang.member.dropped) == (30, 1)
    wecom.passes(60)
    await call.says("zhang", "y")
    assert zhang.last.text == "y"
    zhou.member.sent.extend([wecom.state.now() - 100] * 969)
    await call.says("zhou", "z")
    await call.says("zhou", "too much")
    assert (zhou.last.text, zhou.member.dropped) == ("z", 2)
    wecom.passes(HOUR)
    await call.says("zhou", "again")
    assert zhou.last.text == "again"
    wecom.state.accounts = 0
    assert (await call.says("zhou", "x"))["errcode"] == 45009


async def test_a_repetition_is_kept_back_only_where_that_is_asked_for(
    wecom: FakeWeCom, call: Caller
) -> None:
    zhang = wecom.member("zhang")
    await call.says("zhang", "x")
    await call.says("zhang", "x")
    assert len(zhang.phone) == 2
    checks: dict[str, Any] = {
        "enable_duplicate_check": 1,
        "duplicate_check_interval": 600,
    }
    assert (await call.says("zhang", "x", **checks))["errcode"] == 0
    await call.says("zhang", "y", **checks)
    assert [one.text for one in zhang.phone] == ["x", "x", "y"]
    wecom.passes(600)
    await call.says("zhang", "y", **checks)
    assert len(zhang.phone) == 4
    checks["duplicate_check_interval"] = 14401
    assert (await call.says("zhang", "y", **checks))["errcode"] == 40058


BUTTON = {"text": "x", "key": "k"}
MENU = {"desc": "更多", "action_list": [{"text": "详情", "key": "d"}]}
BAD: dict[str, dict[str, Any]] = {
    "seven buttons": {"button_list": [BUTTON | {"key": str(n)} for n in range(7)]},
    "no button": {"button_list": []},
    "a key twice": {"button_list": [BUTTON, BUTTON]},
    "no key": {"button_list": [{"text": "x"}]},
    "a key of 1025 bytes": {"button_list": [BUTTON | {"key": "k" * 1025}]},
    "no label": {"button_list": [{"key": "x"}]},
    "a fifth style": {"button_list": [BUTTON | {"style": 5}]},
    "seven rows": {"horizontal_content_list": [{"keyname": "x"}] * 7},
    "a row that leads nowhere": {
        "horizontal_content_list": [{"keyname": "x", "type": 1}]
    },
    "four in the menu": {
        "action_menu": {"action_list": [{"text": "x", "key": str(n)} for n in range(4)]}
    },
    "no words": {"main_title": {}, "sub_title_text": ""},
    "a link to nowhere": {"card_action": {"type": 1}},
    "an unknown part": {"title": "x"},
    "a task_id with a colon": {"task_id": "case:7"},
    "a task_id of 129": {"task_id": "a" * 129},
}


async def test_a_card_has_bounds_and_a_task_of_its_own(
    wecom: FakeWeCom, call: Caller
) -> None:
    for why, wrong in BAD.items():
        told = await call.sends("zhang", "template_card", card(**wrong))
        assert told["errcode"] == 40058, why
    told = await call.sends("zhang", "template_card", {"card_type": "text_notice"})
    assert told["errcode"] == 41048
    assert not wecom.member("zhang").phone
    assert await code_of(call, "zhang", card("a" * 128, action_menu=MENU))
    again = await call.sends("zhou", "template_card", card("a" * 128))
    assert again["errcode"] == 42014
    wecom.callback_url = ""
    assert (await call.sends("zhang", "template_card", card()))["errcode"] == 40058


async def test_a_phone_shows_a_card_with_what_is_too_long_cut(
    wecom: FakeWeCom, call: Caller
) -> None:
    buttons = [{"text": "一" * 11, "key": "k"}]
    rows = [{"keyname": "负责人呢呢呢", "value": "二" * 31}]
    top = {"title": "三" * 37, "desc": "四" * 45}
    more: dict[str, Any] = {
        "button_list": buttons,
        "horizontal_content_list": rows,
        "main_title": top,
    }
    await code_of(call, "zhang", card(sub_title_text="五" * 161, **more))
    shown = wecom.member("zhang").cards[0]
    assert shown.buttons[0].text == "一" * 9 + "…"
    assert [len(line) for line in shown.words.splitlines()] == [36, 44, 160, 36]


async def test_a_code_changes_cards_once_within_72_hours(
    wecom: FakeWeCom, call: Caller
) -> None:
    zhang, zhou = wecom.member("zhang"), wecom.member("zhou")
    first = await code_of(call, "zhang|zhou", card())
    button = {"replace_name": "已接单"}
    assert (await call.updates(first, button=button))["errcode"] == 81013
    told = await call.updates(first, button=button, userids=["ZHANG", "li"])
    assert (told["errcode"], told["invaliduser"]) == (0, ["li"])
    assert (zhang.cards[0].replaced, zhou.cards[0].replaced) == ("已接单", "")
    assert zhang.cards[0].buttons == []
    assert (await call.updates(first, button=button, atall=1))["errcode"] == 42012
    second = await code_of(call, "zhang|zhou", card("case-7-2"))
    new = card("case-7-2", main_title={"title": "已转给周主任"})
    wrong = await call.updates(second, template_card=card("case-7-3"), atall=1)
    assert wrong["errcode"] == 40058
    third = await code_of(call, "zhang|zhou", card("case-7-4"))
    new["task_id"] = "case-7-4"
    assert (await call.updates(third, template_card=new, atall=1))["errcode"] == 0
    assert zhou.cards[-1].title == "已转给周主任" and zhou.cards[-1].buttons
    late = await code_of(call, "zhang", card("case-7-5"))
    wecom.passes(72 * HOUR)
    await call.signs_in()
    assert (await call.updates(late, button=button, atall=1))["errcode"] == 42012


async def test_files_live_three_days_and_have_bounds(
    wecom: FakeWeCom, call: Caller
) -> None:
    told = await call.uploads("image", JPEG)
    media_id = told["media_id"]
    assert await call.file(media_id) == ("image/jpeg", JPEG)
    await call.sends("zhang", "image", {"media_id": media_id})
    assert wecom.member("zhang").last.media == JPEG
    as_file = await call.sends("zhang", "file", {"media_id": media_id})
    assert as_file["errcode"] == 40007
    assert (await call.uploads("image", b"GIF89a"))["errcode"] == 40004
    assert (await call.uploads("file", b"12345"))["errcode"] == 40006
    assert (await call.uploads("thumb", JPEG))["errcode"] == 40004
    large = b"#!AMR" + bytes(2 * 1024 * 1024)
    assert (await call.uploads("voice", large))["errcode"] == 40009
    wecom.passes(3 * DAY)
    await call.signs_in()
    kind, body = await call.file(media_id)
    assert kind == "application/json" and b"40007" in body


async def test_who_is_who_by_login_and_by_open_id(
    wecom: FakeWeCom, call: Caller
) -> None:
    zhang = wecom.member("zhang")
    told = await call.gets("user/get", userid="ZHANG")
    assert (told["userid"], told["name"], "mobile" in told) == ("Zhang", "张强", False)
    assert (await call.gets("user/get", userid="li"))["errcode"] == 60111
    code = zhang.opens()
    assert (await call.gets("auth/getuserinfo", code=code))["userid"] == "Zhang"
    assert (await call.gets("auth/getuserinfo", code=code))["errcode"] == 40029
    late = zhang.opens()
    wecom.passes(301)
    assert (await call.gets("auth/getuserinfo", code=late))["errcode"] == 40029
    opened = open_id(wecom.state, zhang.member)
    wish = {"open_userid_list": [opened, "zhou"], "source_agentid": AGENT_ID}
    told = await call.posts("batch/openuserid_to_userid", wish)
    assert told["userid_list"] == [{"open_userid": opened, "userid": "Zhang"}]
    assert told["invalid_open_userid_list"] == ["zhou"]


async def test_a_menu_has_three_buttons_with_five_below_each(
    wecom: FakeWeCom, call: Caller
) -> None:
    async def made(*buttons: dict[str, Any]) -> int:
        wish = {"button": list(buttons)}
        told = await call.posts("menu/create", wish, agentid=str(AGENT_ID))
        return int(told["errcode"])

    one = {"name": "待办", "type": "click", "key": "/queue"}
    assert await made(one, {"name": "更多", "sub_button": [one] * 5}) == 0
    assert wecom.state.menu is not None
    assert await made(*[one] * 4) == 40058
    assert await made({"name": "更多", "sub_button": [one] * 6}) == 40058
    assert await made(one | {"name": "待办事项列表"}) == 40058
    assert await made(one | {"key": "k" * 129}) == 40058


async def test_a_robot_of_a_group_refuses_what_the_app_cuts(
    wecom: FakeWeCom, call: Caller
) -> None:
    robot = wecom.robot()

    async def says(text: str, key: str = robot.key) -> int:
        wish = {"msgtype": "text", "text": {"content": text}}
        return int((await call.posts("webhook/send", wish, key=key))["errcode"])

    assert await says("x", key="another") == 93000
    assert await says("井" * 683) == 40058
    assert [await says("x") for _ in range(20)] == [0] * 19 + [45009]
    wecom.passes(60)
    assert await says("y") == 0
    assert robot.shown[-1].text == "y"
    wish = {"msgtype": "template_card", "template_card": card()}
    assert (await call.posts("webhook/send", wish, key=robot.key))["errcode"] == 40058


async def test_what_goes_wrong_is_planned(wecom: FakeWeCom, call: Caller) -> None:
    wecom.fail("message/send", errcode=45033, skip=1)
    codes = [(await call.says("zhang", "x"))["errcode"] for _ in range(3)]
    assert codes == [0, 45033, 0]
    wecom.fail("message/send", kind="cut")
    with pytest.raises(aiohttp.ClientError):
        await call.says("zhang", "arrived")
    assert wecom.member("zhang").last.text == "arrived"
    wecom.fail("message/send", kind="cut_before")
    with pytest.raises(aiohttp.ClientError):
        await call.says("zhang", "never left")
    assert wecom.member("zhang").last.text == "arrived"
    assert wecom.counts["message/send"] == 5
