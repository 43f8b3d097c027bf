"""A refusal of WeChat's API, as it words it: always HTTP 200, a number and a text."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]

TEXTS = {
    -1: "system error",
    40001: "invalid credential, access_token is invalid or not latest",
    40002: "invalid grant_type",
    40003: "invalid openid",
    40004: "invalid media type",
    40005: "invalid file type",
    40006: "invalid meida size",
    40007: "invalid media_id",
    40008: "invalid message type",
    40013: "invalid appid",
    40014: "invalid access_token",
    40016: "invalid button size",
    40017: "invalid button type",
    40018: "invalid button name size",
    40019: "invalid button key size",
    40020: "invalid button url size",
    40023: "invalid sub button size",
    40025: "invalid sub button name size",
    40029: "invalid code",
    40033: "invalid charset. please check your request, if include \\uxxxx will create fail!",
    40037: "invalid template_id",
    40052: "invalid action name",
    40053: "invalid action info",
    40066: "invalid url",
    40125: "invalid appsecret",
    40163: "code been used",
    40164: "invalid ip 127.0.0.1 ipv6 ::ffff:127.0.0.1, not in whitelist",
    40200: "invalid account type",
    41001: "access_token missing",
    41005: "media data missing",
    42001: "access_token expired",
    43001: "require GET method",
    43002: "require POST method",
    43004: "require subscribe",
    43019: "require remove blacklist",
    43101: "user refuse to accept the msg",
    44002: "empty post data",
    44004: "empty content",
    45001: "media size out of limit",
    45002: "content size out of limit",
    45008: "article size out of limit",
    45009: "reach max api daily quota limit",
    45011: "api minute-quota reach limit, must slower, retry next minute",
    45015: "response out of time limit or subscription is canceled",
    45047: "out of response count limit",
    45098: "menu msg list size out of limit",
    46003: "menu no exist",
    47001: "data format error",
    47003: "argument invalid!",
    48001: "api unauthorized",
    50005: "user is unsubscribed",
}
"""developers.weixin.qq.com, "全局返回码"."""


class ApiError(Exception):
    """One refusal; `detail` is what WeChat adds to its text."""

    def __init__(self, code: int, detail: str = "") -> None:
        super().__init__(code)
        self.code, self.detail = code, detail

    def body(self) -> Json:
        told = f"{TEXTS.get(self.code, 'error')} {self.detail}".rstrip()
        return {"errcode": self.code, "errmsg": f"{told} rid: 6a278c51-0d3f-4c1a"}


def require(holds: object, code: int, detail: str = "") -> None:
    """Raises ApiError unless it holds."""
    if not holds:
        raise ApiError(code, detail)
