"""Frames of the robot as events; those that nobody can read are kept."""

from __future__ import annotations

import asyncio
import base64
from asyncio import StreamReader, StreamWriter
from typing import Any

import pytest

from bot.channels.aibot.draw import LONGEST, markdown, with_word
from bot.channels.aibot.errors import judged
from bot.channels.aibot.line import wait_after
from bot.channels.aibot.making import asked, read_again
from bot.channels.aibot.receive import quoted, read_safely, unnamed
from bot.channels.channel import FetchError
from bot.channels.tencent.calls import Refused, Uncertain, Unreached
from bot.channels.tencent.sealed import opened, ref_of, unsealed
from bot.config.mistakes import ConfigError
from bot.config.reading import read
from domain.messages import Address, Event, EventKind, Media, MediaKind
from tests.fakes.wecom.server import FakeWeCom

ZHANG = Address("wecom", "zhang")
KEY = base64.b64encode(b"0123456789abcdef" * 2).decode()
SEALED = bytes.fromhex(
    "41933d448ed61a70048339e28a61a5ad85df6757e32568ca6d8ccc3e86052943"
)
GROUP = {
    "msgid": "m1",
    "chattype": "group",
    "chatid": "wr1",
    "from": {"userid": "Zhang"},
}


def frame(cmd: str = "aibot_msg_callback", **body: Any) -> dict[str, Any]:
    return {"cmd": cmd, "headers": {"req_id": "r1"}, "body": GROUP | body}


def text(words: str, **more: Any) -> dict[str, Any]:
    return frame(msgtype="text", text={"content": words}, **more)


def event(told: dict[str, Any]) -> Event:
    found = read_safely(told, ZHANG)
    assert found is not None
    assert read_again(found.external_id, found.raw) == found
    return found


def test_what_is_said_in_a_group_is_said_without_the_robots_name() -> None:
    said = event(text("@网格蜂 /bind G07"))
    assert (said.text, said.chat, said.sender) == (
        "/bind G07",
        Address("aibot", "group:wr1"),
        ZHANG,
    )
    assert said.addressed and not said.private
    for words, left in (
        ("@网格蜂\u2005井盖坏了", "井盖坏了"),
        ("@网格蜂 @张强 看一下", "看一下"),
        ("@网格蜂", ""),
        ("写给 a@b.cn", "写给 a@b.cn"),
    ):
        assert unnamed(words) == left
    for words in ("@网格蜂 @张强 看一下", "@张强 @网格蜂 看一下"):
        assert unnamed(words, ("张强",)) == "@张强 看一下"
        found = read_safely(text(words), ZHANG, ("张强", "李敏"))
        assert found is not None and found.text == "@张强 看一下"
        assert read_again(found.external_id, found.raw) == found
    quote = {"msgtype": "text", "text": {"content": "🟡 YH26-0007 · 道路井盖"}}
    assert quoted(text("@网格蜂 好了", quote=quote)) == "YH26-0007"
    assert quoted(text("@网格蜂 好了")) == ""


def test_words_and_pictures_together_are_one_message() -> None:
    picture = {"url": "https://x.example.org/a?b=c", "aeskey": KEY}
    items = [
        {"msgtype": "text", "text": {"content": "@网格蜂 井盖"}},
        {"msgtype": "image", "image": picture},
    ]
    said = event(frame(msgtype="mixed", mixed={"msg_item": items}))
    assert said.text == "井盖"
    ref = ref_of(picture["url"], KEY)
    assert said.media == (Media(MediaKind.PHOTO, ref),)
    voice = frame(msgtype="voice", voice={"content": "路灯不亮"}, chattype="single")
    assert event(voice).text == "路灯不亮" and event(voice).private


def test_a_press_has_its_fields_within_or_beside() -> None:
    told = {"event_key": "c:7:accept", "task_id": "case-7-1"}
    kind = {"eventtype": "template_card_event"}
    for given in (kind | {"template_card_event": told}, kind | told):
        pressed = event(frame("aibot_event_callback", msgtype="event", event=given))
        assert (pressed.kind, pressed.data) == (EventKind.PRESS, "c:7:accept")
        assert (pressed.message_id, pressed.press_ref) == ("case-7-1", "r1")
    label = kind | told | {"event_key": "=提交"}
    assert event(frame("aibot_event_callback", event=label)).text == "提交"


def test_what_is_none_of_ours_is_nothing_and_what_is_odd_is_kept() -> None:
    for kind in ("enter_chat", "feedback_event"):
        told = frame("aibot_event_callback", event={"eventtype": kind})
        assert read_safely(told, ZHANG) is None
    assert read_safely(frame("ping"), ZHANG) is None
    for odd in (
        {"cmd": "aibot_msg_callback", "headers": {"req_id": "r1"}, "body": []},
        frame("aibot_event_callback", event={"eventtype": "template_card_event"}),
        frame(msgtype="image", image={}),
        {**text("x"), "body": {"chattype": "group"}},
    ):
        found = read_safely(odd, ZHANG)
        assert found is not None and found.kind is EventKind.UNREADABLE
        assert found.raw["frame"] == odd


async def test_a_sealed_file_is_opened_with_its_key() -> None:
    async def sealed(url: str) -> bytes:
        if url == "gone":
            raise Refused(404)
        return SEALED

    assert opened(await sealed(""), KEY).decode() == "一张照片"
    good = Media(MediaKind.PHOTO, ref_of("https://x", KEY.rstrip("=")))
    assert (await unsealed(sealed, good)).decode() == "一张照片"
    for ref in (ref_of("gone", KEY), ref_of("https://x", KEY[::-1]), ref_of("u", "")):
        with pytest.raises(FetchError) as failed:
            await unsealed(sealed, Media(MediaKind.PHOTO, ref))
        assert failed.value.permanent


def test_what_somebody_wrote_is_no_markdown_and_what_is_ours_is() -> None:
    said = markdown(
        '<b>井</b>\n# 大\n&lt;@all&gt; [x](http://e) *a* <a href="https://g/?a=1&amp;b">开</a>'
    )
    assert said == "井\n＃ 大\n＜@all> ［x］(http://e) ＊a＊ [开](https://g/?a=1&b)"
    assert markdown("https://g.example.org/?start=c_YH26-0001*").startswith(
        "https://g.example.org/?start=c_YH26-0001"
    )
    assert len(markdown("[" * LONGEST).encode()) <= LONGEST
    card = with_word({"sub_title_text": "x" * 160}, "不行")
    assert card["sub_title_text"].startswith("❗ 不行\nxx")
    assert len(card["sub_title_text"]) == 160


def test_what_the_robots_error_codes_mean() -> None:
    for code, busy, permanent in (
        (45009, True, False),
        (846607, False, False),
        (-1, False, False),
        (40058, False, True),
    ):
        error = judged(Refused(code))
        assert (error.busy, error.permanent) == (busy, permanent)
    assert judged(Unreached()).busy and judged(Uncertain()).uncertain
    waits = [wait_after(tries) for tries in (1, 2, 3, 9, 99)]
    assert all(
        most / 2 <= wait <= most
        for wait, most in zip(waits, (1, 2, 4, 30, 30), strict=True)
    )


async def test_the_section_and_what_check_says_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert not read({}).aibot.enabled
    for section, says in (
        ({"bot_id": "aib1"}, "needs secret"),
        ({"url": "ws://openws.work.weixin.qq.com"}, "must be an address"),
        ({"url": "https://x.example.org"}, "must be an address"),
        ({"secret_file": "/nowhere/at/all", "bot_id": "aib1"}, "cannot read"),
    ):
        with pytest.raises(ConfigError, match=says):
            read({"aibot": section})
    async with FakeWeCom() as wecom:
        config = read(
            {"aibot": {"bot_id": "b", "secret": "s-e-c", "url": wecom.aibot_url}}
        )
        (result,) = await asked(config, 5)
        assert result.fine and wecom.aibot.counts["aibot_subscribe"] == 0
    (result,) = await asked(config, 5)
    assert not result.fine and "url" in result.text

    # as of https, through the proxy of the house
    heads: list[bytes] = []

    async def proxy(reader: StreamReader, writer: StreamWriter) -> None:
        heads.append(await reader.readuntil(b"\r\n\r\n"))
        writer.close()

    async with await asyncio.start_server(proxy, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        monkeypatch.setenv("HTTPS_PROXY", f"http://me:word@127.0.0.1:{port}")
        (result,) = await asked(read({"aibot": {"bot_id": "b", "secret": "s"}}), 5)
    assert not result.fine
    assert heads[0].startswith(b"CONNECT openws.work.weixin.qq.com:443 ")
    assert b"Proxy-Authorization: Basic bWU6d29yZA==" in heads[0]
    assert "s-e-c" not in repr(config)
