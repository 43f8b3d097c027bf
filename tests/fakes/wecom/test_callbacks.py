"""The fake WeCom's callbacks: three tries of five seconds, what a passive answer changes, and the
check in the console. The bot at the other end reads by wechatpy.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio

from tests.fakes.wecom.caller import Bot, Caller, card
from tests.fakes.wecom.envelope import BadEnvelope, Envelope
from tests.fakes.wecom.errors import Json
from tests.fakes.wecom.people import Person
from tests.fakes.wecom.server import AGENT_ID, CORP_ID, FakeWeCom

VECTORS = Path(__file__).parents[2] / "bot/channels/tencent/vectors.json"
VECTOR_FIELDS = ("encrypt", "msg_signature", "timestamp", "nonce")
JPEG = b"\xff\xd8\xff" + b"0" * 100


@pytest_asyncio.fixture
async def bot() -> AsyncIterator[Bot]:
    made = Bot()
    await made.start()
    yield made
    await made.stop()


@pytest_asyncio.fixture
async def wecom(bot: Bot) -> AsyncIterator[FakeWeCom]:
    async with FakeWeCom(clock=lambda: 1764150000.0) as running:
        running.callback_url = bot.url
        running.sender.patience = 0.05
        yield running


@pytest.fixture
def zhang(wecom: FakeWeCom) -> Person:
    return wecom.member("Zhang", "张强")


@pytest_asyncio.fixture
async def call(wecom: FakeWeCom) -> AsyncIterator[Caller]:
    async with aiohttp.ClientSession() as session:
        caller = Caller(wecom, session)
        await caller.signs_in()
        yield caller


def test_the_vectors_hold_for_the_fakes_own_envelope() -> None:
    vectors = json.loads(VECTORS.read_text(encoding="utf-8"))
    assert len(vectors) == 5
    for one in vectors:
        envelope = Envelope(one["token"], one["rid"], one["key"])
        made = envelope.seal(one["message"], one["random"].encode())
        assert made == one["encrypt"]
        asked = [one[name] for name in VECTOR_FIELDS]
        assert envelope.open(*asked) == one["message"]
        with pytest.raises(BadEnvelope):
            envelope.open(made, "0" * 40, *asked[2:])
        with pytest.raises(BadEnvelope):
            Envelope(one["token"], "wx0000000000000000", one["key"]).open(*asked)
        short = made[:-24]
        signature = envelope.signature(asked[2], asked[3], short)
        with pytest.raises(BadEnvelope):
            envelope.open(short, signature, *asked[2:])


async def test_what_is_said_and_sent_comes_with_the_fields_of_the_page(
    wecom: FakeWeCom, bot: Bot, zhang: Person
) -> None:
    sent = (
        partial(zhang.says, "a ]]> b 🚲"),
        partial(zhang.sends_photo, JPEG),
        zhang.sends_voice,
        partial(zhang.sends_video, b"....ftypmp42"),
        partial(zhang.sends_location, 39.905603, 116.413642, "和平里"),
        partial(zhang.sends_link, "标题", "https://a.example/"),
        partial(zhang.clicks, "/queue"),
    )
    for sends in sent:  # one after the other: together they come in any order
        assert (await sends().over()).outcome == "nothing"
    text, photo, voice, _, place, link, click = bot.came
    assert list(text)[-2:] == ["MsgId", "AgentID"]
    assert (text["FromUserName"], text["Content"]) == ("Zhang", "a ]]> b 🚲")
    assert text["AgentID"] == str(AGENT_ID) and text["ToUserName"] == CORP_ID
    assert wecom.state.file(photo["MediaId"]).data == JPEG
    assert (voice["Format"], link["Url"]) == ("amr", "https://a.example/")
    assert (place["Location_X"], place["Location_Y"]) == ("39.905603", "116.413642")
    assert (click["Event"], click["EventKey"], "MsgId" in click) == (
        "click",
        "/queue",
        False,
    )
    assert not zhang.phone


async def test_anything_but_200_is_tried_three_times_in_all(
    wecom: FakeWeCom, bot: Bot, zhang: Person
) -> None:
    bot.statuses = [500, 204]
    callback = await zhang.says("x").over()
    assert [one.status for one in callback.tries] == [500, 204, 200]
    assert len({fields["MsgId"] for fields in bot.came}) == 1
    assert len({query["nonce"] for query in bot.queries}) == 3
    bot.statuses = [503] * 3
    assert (await zhang.says("y").over()).outcome == "lost"
    assert len(bot.came) == 6 and not zhang.phone
    wecom.sender.repeats_address = True
    bot.delays = [0.08]
    callback = await zhang.says("z").over()
    assert [one.error for one in callback.tries] == ["TimeoutError", ""]
    assert bot.queries[-1] == bot.queries[-2]
    await bot.stop()
    callback = await zhang.says("nobody is there").over()
    assert [one.status for one in callback.tries] == [0, 0, 0]


async def test_an_answer_in_words_is_shown_and_cut_at_2048_bytes(
    wecom: FakeWeCom, bot: Bot, zhang: Person
) -> None:
    bot.answer = lambda fields: {"MsgType": "text", "Content": "井" * 700}
    callback = await zhang.says("x").over()
    assert (callback.outcome, zhang.last.how) == ("answered", "passive")
    assert zhang.last.text == "井" * 682
    media_id = wecom.state.keep("image", JPEG, "a.jpg")
    bot.answer = lambda fields: {"MsgType": "image", "Image": {"MediaId": media_id}}
    await zhang.says("y").over()
    assert zhang.last.media == JPEG
    wrong: tuple[Json, ...] = (
        {"MsgType": "text", "Content": ""},
        {"MsgType": "image", "Image": {"MediaId": "none"}},
        {"MsgType": "image"},
        {"MsgType": "poem"},
        {"MsgType": "update_button", "Button": {"ReplaceName": "x"}},
        {"MsgType": "text", "Content": "x", "ToUserName": "zhou"},
    )
    for made in wrong:
        bot.answer = lambda fields, made=made: made  # type: ignore[misc]
        assert (await zhang.says("z").over()).outcome == "bad answer", made
    assert len(zhang.phone) == 2


async def test_a_press_brings_a_code_and_its_answer_changes_the_pressers_card_only(
    wecom: FakeWeCom, bot: Bot, zhang: Person, call: Caller
) -> None:
    zhou = wecom.member("zhou")
    menu = {"desc": "更多", "action_list": [{"text": "详情", "key": "c:7:more"}]}
    await call.sends("zhang|zhou", "template_card", card(action_menu=menu))
    button = {"Button": {"ReplaceName": "已接单"}}
    bot.answer = lambda fields: {"MsgType": "update_button"} | button
    callback = await zhang.presses("接单").over()
    assert (callback.outcome, callback.answered.kind) == ("answered", "update_button")
    pressed = bot.came[-1]
    names = ("Event", "EventKey", "TaskId", "CardType")
    assert [pressed[name] for name in names] == [
        "template_card_event",
        "c:7:accept",
        "case-7-1",
        "button_interaction",
    ]
    assert (zhang.cards[0].replaced, zhou.cards[0].replaced) == ("已接单", "")
    with pytest.raises(AssertionError):
        zhang.presses("接单")
    changed = {"replace_name": "已由张强接单"}
    told = await call.updates(pressed["ResponseCode"], button=changed, userids=["zhou"])
    assert told["errcode"] == 0 and zhou.cards[0].replaced == "已由张强接单"
    bot.answer = lambda fields: None
    assert (await zhang.chooses("详情").over()).outcome == "nothing"
    assert bot.came[-1]["Event"] == "template_card_menu_event"


NEW: Json = {
    "CardType": "button_interaction",
    "TaskId": "case-7-1",
    "MainTitle": {"Title": "YH26-0007 · 已接单", "Desc": "张强"},
    "HorizontalContentList": [
        {"KeyName": "地点", "Value": "和平里"},
        {"KeyName": "期限", "Value": "今天"},
    ],
    "CardAction": {"Type": 1, "Url": "https://bee.example/c/7"},
    "ButtonList": {"Text": "办好了", "Style": 1, "Key": "c:7:done"},
}


async def test_a_whole_card_may_take_the_pressed_ones_place(
    bot: Bot, zhang: Person, call: Caller
) -> None:
    await call.sends("zhang", "template_card", card())
    bot.answer = lambda fields: {"MsgType": "update_template_card", "TemplateCard": NEW}
    callback = await zhang.presses("c:7:accept").over()
    assert callback.why == "" and callback.outcome == "answered"
    assert zhang.cards[0].words == "YH26-0007 · 已接单\n张强\n地点 和平里\n期限 今天"
    assert [one.key for one in zhang.cards[0].buttons] == ["c:7:done"]
    assert zhang.last.links == ["https://bee.example/c/7"]
    assert zhang.cards[0].versions == [card()]
    wrongs: tuple[Json, ...]
    wrongs = {"TaskId": "case-7-2"}, {"ButtonList": []}, {"MainTitle": {}}
    for wrong in wrongs:
        made: dict[str, Any] = {"TemplateCard": NEW | wrong}
        bot.answer = lambda fields, made=made: (  # type: ignore[misc]
            {"MsgType": "update_template_card"} | made
        )
        assert (await zhang.presses("办好了").over()).outcome == "bad answer", wrong


async def test_the_console_wants_the_bare_text_within_a_second(
    wecom: FakeWeCom, bot: Bot, zhang: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert await wecom.console()
    bad = wecom.sender.letter({"MsgType": "text"})
    bad.query["msg_signature"] = "0" * 40
    assert (await wecom.sender.post(bad)).status == 403
    crypto = bot._crypto
    monkeypatch.setattr(crypto, "check_signature", lambda *marks: '"161"\n')
    assert not await wecom.sender.console("161")
    await bot.stop()
    assert not await wecom.console()


async def test_who_waits_in_vain_is_told_of_the_last_calls(wecom: FakeWeCom) -> None:
    with pytest.raises(AssertionError, match="in vain"):
        await wecom.until(lambda: False, timeout=0.01)
