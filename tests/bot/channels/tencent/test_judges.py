"""What others who speak with Tencent seal, we open; what we seal, they open and read.

The Official Account is judged by wechatpy and WeRoBot, WeCom by wechatpy.work, which 1.8.18 does
not have: two versions of one package cannot stand beside each other, and 2.0.0a26 has both.
"""

from __future__ import annotations

from typing import Any

import pytest
from wechatpy import parse_message
from wechatpy.crypto import WeChatCrypto
from wechatpy.exceptions import InvalidAppIdException, InvalidSignatureException
from wechatpy.work import parse_message as parse_work_message
from wechatpy.work.crypto import WeChatCrypto as WorkCrypto
from werobot.crypto import MessageCrypt
from werobot.parser import parse_user_msg

from bot.channels.tencent.envelope import Envelope
from bot.channels.tencent.xml import build, parse, text_of

TOKEN, KEY, APP = "gridbeeoa", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG", "wx01"
AT, NONCE = "1764150000", "1320562132"
ENVELOPE = Envelope(TOKEN, APP, ["jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C", KEY])
CASES = [
    "井盖松了🚲",
    "a ]]> b",
    "<a href='weixin://bizmsgmenu?x=1&y=2'>提交</a>",
    "x" * 1000,
]


def fields(words: str) -> dict[str, Any]:
    return {
        "ToUserName": "gh_7f083739789a",
        "FromUserName": "oRider0001",
        "CreateTime": 1764150000,
        "MsgType": "text",
        "Content": words,
        "MsgId": 24700000000000001,
        "AgentID": 1000002,
    }


def opened(outer: str) -> str:
    """The words of a whole callback."""
    around = parse(outer.encode())
    encrypt, signature = text_of(around, "Encrypt"), text_of(around, "MsgSignature")
    letter = ENVELOPE.open(encrypt, signature, AT, NONCE)
    assert letter.key == 1
    return text_of(parse(letter.text), "Content")


def sealed(words: str) -> tuple[str, str, str]:
    """A whole answer, what is encrypted in it, and its signature."""
    encrypt = ENVELOPE.seal(build(fields(words)).encode(), key=1)
    signature = ENVELOPE.signed(encrypt, AT, NONCE)
    around = {"Encrypt": encrypt, "MsgSignature": signature}
    return build(around | {"TimeStamp": AT, "Nonce": NONCE}), encrypt, signature


@pytest.mark.parametrize("words", CASES)
def test_wechatpy_and_we_open_each_others_letters(words: str) -> None:
    judge = WeChatCrypto(TOKEN, KEY, APP)
    assert opened(judge.encrypt_message(build(fields(words)), NONCE, AT)) == words
    answer, _, signature = sealed(words)
    read = parse_message(judge.decrypt_message(answer, signature, AT, NONCE))
    assert (read.type, read.content, read.source) == ("text", words, "oRider0001")


@pytest.mark.parametrize("words", CASES)
def test_wechatpy_reads_us_as_wecom_too(words: str) -> None:
    judge = WorkCrypto(TOKEN, KEY, APP)
    assert opened(judge.encrypt_message(build(fields(words)), NONCE, AT)) == words
    answer, encrypt, signature = sealed(words)
    read = parse_work_message(judge.decrypt_message(answer, signature, AT, NONCE))
    assert (read.content, read.agent) == (words, 1000002)
    echo = judge.check_signature(signature, AT, NONCE, encrypt)
    assert echo == build(fields(words))


@pytest.mark.parametrize("words", CASES)
def test_werobot_and_we_open_each_others_letters(words: str) -> None:
    judge = MessageCrypt(TOKEN, KEY, APP)
    assert opened(judge.encrypt_message(build(fields(words)), AT, NONCE)) == words
    _, encrypt, signature = sealed(words)
    read = parse_user_msg(judge.decrypt_message(AT, NONCE, signature, encrypt))
    assert (read.type, read.content, read.source) == ("text", words, "oRider0001")


def test_the_judges_refuse_what_is_not_theirs() -> None:
    answer, _, signature = sealed("井盖")
    with pytest.raises(InvalidSignatureException):
        WeChatCrypto("another", KEY, APP).decrypt_message(answer, signature, AT, NONCE)
    with pytest.raises(InvalidAppIdException):
        WeChatCrypto(TOKEN, KEY, "wx02").decrypt_message(answer, signature, AT, NONCE)
