"""What nobody says in words: a sticker, faces, and the language of a sentence."""

from __future__ import annotations

import pytest

from bot.channels.tencent.said import FACE, said
from bot.channels.tencent.xml import Fields
from domain.messages import Address, Event

HERE = Address("wechat", "oRider0001")


def of(text: str) -> Event:
    fields: Fields = {"MsgType": "text", "Content": text, "MsgId": "1"}
    return said(fields, Event("m:1", HERE, HERE), gcj02=True)


@pytest.mark.parametrize("mark", ["[{}]", "【{}】"])
def test_what_stands_for_a_sticker_are_nobodys_words(mark: str) -> None:
    event = of(mark.format("收到不支持的消息类型，暂无法显示"))
    assert (event.text, event.message_id) == ("", "1")


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("[裂开]", FACE),
        ("[裂开]/:<L> ", FACE),
        ("/::)", FACE),
        ("/:rose/:rose", "🌹🌹"),
        ("[OK]", "👌"),
        ("好的/:ok", "好的👌"),
        ("提交[强][强]", "提交👍👍"),
        ("[抱拳]谢谢", "🙏谢谢"),
        ("井盖没了[裂开]", "井盖没了[裂开]"),
        ("[3]号楼", "[3]号楼"),
        ("/my", "/my"),
        ("", ""),
    ],
)
def test_faces_are_signs_and_words_stay_words(text: str, heard: str) -> None:
    assert of(text).text == heard


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The manhole cover is missing", "en"),
        ("井盖没了", "zh-CN"),
        ("APP 打不开 what now please", "zh-CN"),
        ("ok", ""),
        ("YH26-0001", ""),
        ("/start g_G05 one two three", ""),
        ("1", ""),
    ],
)
def test_a_sentence_has_a_language_and_a_word_has_none(
    text: str, language: str
) -> None:
    assert of(text).language == language
