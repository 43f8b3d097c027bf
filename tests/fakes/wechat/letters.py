"""Callbacks as WeChat writes and seals them, and its reading of passive answers: by wechatpy, which
knows nothing of this house.
"""

from __future__ import annotations

import secrets
from typing import Any, NamedTuple

import xmltodict
from wechatpy.crypto import WeChatCrypto
from wechatpy.replies import deserialize_reply
from wechatpy.utils import WeChatSigner

from tests.fakes.wechat.errors import ApiError, Json
from tests.fakes.wechat.phone import Shown
from tests.fakes.wechat.sending import checked_text
from tests.fakes.wechat.state import State

AROUND = ["Encrypt", "MsgSignature", "TimeStamp", "Nonce"]
NOTHING_TO_SAY = (b"", b"success")


class Bare(str):
    """A value without CDATA around it, as WeChat writes numbers."""

    __slots__ = ()


class Letter(NamedTuple):
    """A callback: what stands in the address, and the body."""

    query: dict[str, str]
    body: bytes


class BadAnswer(Exception):
    """What WeChat shows "出现故障" for."""


class Seal:
    """Seals for one account, and reads what it answers, with the key of now."""

    def __init__(self, app_id: str, account: str, token: str, key: str) -> None:
        self.app_id, self.account, self.token, self.key = app_id, account, token, key

    def crypto(self) -> Any:
        """The judge, with the key of now."""
        return WeChatCrypto(self.token, self.key, self.app_id)

    def signed(self, *parts: str) -> str:
        signer = WeChatSigner()
        signer.add_data(self.token, *parts)
        return str(signer.signature)

    def letter(self, fields: Json, now: float, nonce: str | None = None) -> Letter:
        """In the safe mode, as WeChat posts it."""
        when, mark = str(int(now)), nonce or str(secrets.randbelow(10**10))
        sealed = self.crypto().encrypt_message(written(fields), mark, when)
        made = xmltodict.parse(sealed)["xml"]
        query = {
            "signature": self.signed(when, mark),
            "timestamp": when,
            "nonce": mark,
            "openid": str(fields["FromUserName"]),
            "encrypt_type": "aes",
            "msg_signature": made["MsgSignature"],
        }
        around = {"ToUserName": self.account, "Encrypt": made["Encrypt"]}
        return Letter(query, written(around).encode())

    def read(self, body: bytes, openid: str, state: State) -> Shown | None:
        """What an answer shows; None for nothing to say. Raises BadAnswer."""
        if body in NOTHING_TO_SAY:
            return None
        try:
            plain = self._opened(body)
            reply, fields = deserialize_reply(plain), xmltodict.parse(plain)["xml"]
        # whatever a library may raise for what is no answer
        except Exception as error:
            raise BadAnswer(f"not read: {type(error).__name__}") from error
        _require(reply.target == openid, "it is for somebody else")
        _require(reply.source == self.account, "it is from another account")
        _require(str(fields["CreateTime"]).isdecimal(), "no time")
        return _shown(reply, fields, state)

    def _opened(self, body: bytes) -> str:
        made: Json = xmltodict.parse(body)["xml"]
        _require(sorted(made) == sorted(AROUND), "other elements than four")
        when, mark = made["TimeStamp"], made["Nonce"]
        return str(
            self.crypto().decrypt_message(made, made["MsgSignature"], when, mark)
        )


def written(fields: Json) -> str:
    """XML as WeChat writes it: text as CDATA, a line for each element."""
    return f"<xml>{_lines(fields)}</xml>"


def _lines(fields: Json) -> str:
    return "\n".join(
        f"<{name}>{_value(one)}</{name}>"
        for name, value in fields.items()
        for one in (value if isinstance(value, list) else [value])
    )


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return _lines(value)
    if isinstance(value, str) and not isinstance(value, Bare):
        return f"<![CDATA[{value.replace(']]>', ']]]]><![CDATA[>')}]]>"
    return str(value)


def _require(holds: object, reason: str) -> None:
    if not holds:
        raise BadAnswer(reason)


def _shown(reply: Any, fields: Json, state: State) -> Shown:
    """Raises BadAnswer for a kind, a text or a file that WeChat does not take."""
    text, media = "", None
    try:
        if reply.type == "text":
            text = checked_text(reply.content)
        elif reply.type in ("image", "voice"):
            media = state.file(getattr(reply, reply.type), reply.type).data
        elif reply.type == "news":
            _require(fields["ArticleCount"] == "1", "not one article")
            text = str(fields["Articles"]["item"]["Title"])
        else:
            raise BadAnswer(f"an answer of this kind: {reply.type}")
    except ApiError as error:
        raise BadAnswer(f"refused as {error.code}") from error
    return Shown("passive", reply.type, text, state.now(), fields, media)
