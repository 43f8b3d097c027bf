"""The fake WeChat refuses what the real one refuses: tokens, bodies, windows, templates."""

from __future__ import annotations

import json
from typing import Any

import aiohttp
import pytest

from tests.fakes.wechat.caller import CREDENTIAL, WeChatCaller
from tests.fakes.wechat.server import FakeWeChat

HOUR = 3600.0
THING = {"thing1": {"value": "井盖松了"}, "phrase2": {"value": "已办结"}}


async def test_a_token_is_the_same_until_five_minutes_before_its_end(
    wechat: FakeWeChat, ask: WeChatCaller
) -> None:
    first = ask.token
    assert len(first) == 512
    wechat.passes(6890)
    assert await ask.signs_in() == {"access_token": first, "expires_in": 310}
    wechat.passes(20)
    assert (await ask.signs_in())["expires_in"] == 7200
    second, ask.token = ask.token, first
    assert "ip_list" in await ask.gets("getcallbackip")
    wechat.passes(300)
    assert (await ask.gets("getcallbackip"))["errcode"] == 42001
    ask.token = second
    assert "ip_list" in await ask.gets("getcallbackip")
    assert wechat.state.tokens.given == 2


async def test_a_forced_token_ends_the_one_before_and_is_rationed(
    wechat: FakeWeChat, ask: WeChatCaller
) -> None:
    first = ask.token
    await ask.signs_in(force_refresh=True)
    assert ask.token != first
    assert (await ask.signs_in(force_refresh=True))["errcode"] == 45011
    forced = []
    for _ in range(21):
        wechat.passes(30)
        forced.append((await ask.signs_in(force_refresh=True)).get("errcode"))
    assert forced == [None] * 19 + [45009] * 2
    ask.token = first
    assert (await ask.gets("getcallbackip"))["errcode"] == 40001


async def test_a_token_is_for_who_knows_the_secret_and_calls_from_the_listed_address(
    wechat: FakeWeChat, ask: WeChatCaller
) -> None:
    answers = [
        await ask.posts("stable_token", CREDENTIAL | wrong)
        for wrong in ({"grant_type": "x"}, {"appid": "wx0"}, {"secret": "x"})
    ]
    assert [answer["errcode"] for answer in answers] == [40002, 40013, 40125]
    wechat.state.tokens.ip_allowed = False
    assert (await ask.signs_in())["errcode"] == 40164
    assert (await ask.gets("getcallbackip"))["errcode"] == 40164
    wechat.state.tokens.ip_allowed = True
    wechat.state.tokens.expire()
    assert (await ask.gets("getcallbackip"))["errcode"] == 42001
    wechat.state.tokens.revoke()
    assert (await ask.gets("getcallbackip"))["errcode"] == 40001
    ask.token = ""
    assert (await ask.gets("getcallbackip"))["errcode"] == 41001
    assert (await ask.gets("no/such/call"))["errcode"] == 40066


async def test_a_word_opens_five_messages_for_two_days_and_no_more(
    wechat: FakeWeChat, ask: WeChatCaller
) -> None:
    rider = wechat.rider("oRider0001")
    windows = rider.follower.windows
    assert await ask.says(rider.openid, "太早") == 45015
    windows.says(wechat.state.now())
    said = [await ask.says(rider.openid, f"第 {turn} 条") for turn in range(7)]
    assert said == [0] * 5 + [45047] * 2
    windows.says(wechat.state.now())
    wechat.passes(48 * HOUR - 1)
    await ask.signs_in()
    assert windows.left(wechat.state.now()) == 5
    assert await ask.says(rider.openid, "还在") == 0
    wechat.passes(1)
    assert await ask.says(rider.openid, "太晚") == 45015
    assert [shown.text for shown in rider.phone][-2:] == ["第 4 条", "还在"]


async def test_a_tap_opens_three_messages_for_a_minute_and_is_spent_first(
    wechat: FakeWeChat, ask: WeChatCaller
) -> None:
    rider = wechat.rider("oRider0001")
    windows = rider.follower.windows
    windows.taps(wechat.state.now())
    assert [await ask.says(rider.openid, "x") for _ in range(4)] == [0, 0, 0, 45047]
    windows.says(wechat.state.now())
    windows.taps(wechat.state.now())
    assert await ask.says(rider.openid, "x") == 0
    assert (windows.tap.left, windows.word.left) == (2, 5)
    wechat.passes(60)
    assert windows.left(wechat.state.now()) == 5


async def test_a_message_is_as_wechat_takes_it_or_costs_nothing(
    wechat: FakeWeChat, ask: WeChatCaller
) -> None:
    rider = wechat.rider("oRider0001")
    rider.follower.windows.says(wechat.state.now())
    article = {"title": "事项", "url": "https://bee.example"}
    wrong: list[tuple[int, str, dict[str, Any]]] = [
        (45002, "text", {"content": "格" * 683}),
        (44004, "text", {"content": ""}),
        (40007, "image", {"media_id": "none"}),
        (45008, "news", {"articles": [article, article]}),
        (
            45098,
            "msgmenu",
            {"list": [{"id": str(n), "content": "x"} for n in range(7)]},
        ),
        (47001, "msgmenu", {"list": [{"id": 1, "content": "提交"}]}),
        (40008, "template_card", {}),
    ]
    for code, kind, content in wrong:
        wish = {"touser": rider.openid, "msgtype": kind, kind: content}
        assert (await ask.posts("message/custom/send", wish))["errcode"] == code, kind
    assert rider.follower.windows.left(wechat.state.now()) == 5
    assert await ask.says(rider.openid, "格" * 682) == 0
    assert await ask.says("oNobody", "x") == 40003
    rider.follower.blacklisted = True
    assert await ask.says(rider.openid, "x") == 43019
    rider.follower.subscribed = False
    assert await ask.says(rider.openid, "x") == 43004


async def test_a_body_is_raw_utf8(wechat: FakeWeChat, ask: WeChatCaller) -> None:
    rider = wechat.rider("oRider0001")
    rider.follower.windows.says(wechat.state.now())
    wish = {
        "touser": rider.openid,
        "msgtype": "text",
        "text": {"content": "井盖 \\u4e95"},
    }
    bodies = {
        json.dumps(wish).encode(): 40033,
        json.dumps(wish, ensure_ascii=False).encode(): 0,
        json.dumps(wish, ensure_ascii=False).encode("gbk"): 47001,
        b"[]": 47001,
        b"": 44002,
    }
    for body, code in bodies.items():
        assert (await ask.posts("message/custom/send", body))["errcode"] == code
    assert rider.last.text == "井盖 \\u4e95"
    assert (await ask.gets("message/custom/send"))["errcode"] == 43002


async def test_a_menu_of_lines_needs_a_verified_account(
    wechat: FakeWeChat, ask: WeChatCaller
) -> None:
    rider = wechat.rider("oRider0001")
    rider.follower.windows.says(wechat.state.now())
    lines = [{"id": "f:7:submit", "content": "提交"}, {"id": "2", "content": "补充"}]
    menu = {"head_content": "收到。", "list": lines, "tail_content": "请选"}
    wish = {"touser": rider.openid, "msgtype": "msgmenu", "msgmenu": menu}
    assert (await ask.posts("message/custom/send", wish))["errcode"] == 0
    assert rider.last.words == "收到。\n提交\n补充\n请选"
    assert rider.last.options == [("提交", "f:7:submit"), ("补充", "2")]
    wechat.state.verified = False
    assert (await ask.posts("message/custom/send", wish))["errcode"] == 40200


async def test_a_template_has_all_its_fields_within_their_lengths_and_comes_once(
    wechat: FakeWeChat, ask: WeChatCaller
) -> None:
    rider = wechat.rider("oRider0001")
    wechat.template("T1", "事项：{{thing1.DATA}}\n状态：{{phrase2.DATA}}")
    wish = {"touser": rider.openid, "template_id": "T1", "client_msg_id": "letter-7"}
    wish |= {"url": "https://bee.example/c/7"}

    async def sends(**data: dict[str, str]) -> dict[str, Any]:
        return await ask.posts("message/template/send", wish | {"data": THING | data})

    refused: list[dict[str, dict[str, str]]] = [
        {"thing1": {"value": "二" * 21}},
        {"thing1": {"value": " "}},
        {"thing1": {}},
        {"phrase2": {"value": "已经办结了吗"}},
        {"phrase2": {"value": "done"}},
    ]
    for wrong in refused:
        assert (await sends(**wrong))["errcode"] == 47003, wrong
    first = await sends()
    assert first == await sends()
    assert first["errcode"] == 0 and len(rider.phone) == 1
    assert rider.last.words == "事项：井盖松了\n状态：已办结"
    assert rider.last.links == [("", "https://bee.example/c/7")]
    wechat.passes(600)
    assert (await sends())["msgid"] != first["msgid"]
    wish["template_id"] = "T2"
    assert (await sends())["errcode"] == 40037
    kept = (await ask.gets("template/get_all_private_template"))["template_list"]
    assert [one["template_id"] for one in kept] == ["T1"]


async def test_what_a_test_plans_goes_wrong_and_nothing_else(
    wechat: FakeWeChat, ask: WeChatCaller
) -> None:
    rider = wechat.rider("oRider0001")
    rider.follower.windows.says(wechat.state.now())
    wechat.fail("message/custom/send", 45009, times=2, skip=1)
    said = [await ask.says(rider.openid, "x") for _ in range(4)]
    assert said == [0, 45009, 45009, 0]
    wechat.fail("message/custom/send", kind="cut")
    with pytest.raises(aiohttp.ClientError):
        await ask.says(rider.openid, "it arrived all the same")
    wechat.fail("message/custom/send", kind="cut_before")
    with pytest.raises(aiohttp.ClientError):
        await ask.says(rider.openid, "it did not")
    assert rider.last.text == "it arrived all the same"
    assert rider.follower.windows.left(wechat.state.now()) == 2
    assert wechat.counts["message/custom/send"] == 6
    assert [told.errcode for told in wechat.state.calls][-4:] == [45009, 0, 0, -1]
