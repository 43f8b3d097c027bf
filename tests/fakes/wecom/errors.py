"""What a fake WeCom refuses, with the codes of its own table (全局错误码)."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]

DONE: Json = {"errcode": 0, "errmsg": "ok"}

MESSAGES = {
    -1: "system busy",
    40001: "invalid credential",
    40004: "invalid media file type",
    40006: "invalid media file size",
    40007: "invalid media_id",
    40008: "invalid message type",
    40009: "invalid media file size",
    40013: "invalid corpid",
    40014: "invalid access_token",
    40029: "invalid code",
    40031: "some userid in list invalid",
    40033: "invalid charset",
    40058: "invalid request parameter",
    40163: "code been used",
    41001: "access_token missing",
    41002: "corpid missing",
    41004: "corpsecret missing",
    41006: "media_id missing",
    41011: "agentid missing",
    41048: "invalid card_type",
    42001: "access_token expired",
    42012: "response_code cannot be used",
    42014: "task_id repeated",
    43004: "require POST method",
    44001: "empty media data",
    44004: "text content is empty",
    45002: "message content size out of limit",
    45009: "api freq out of limit",
    45033: "api concurrent out of limit",
    46003: "menu not found",
    47001: "json/xml data format error",
    60011: "no privilege to access/modify contact/party/agent",
    60020: "not allow to access from your ip, from ip: 203.0.113.7",
    60111: "userid not found",
    81013: "user & party & tag all invalid",
    93000: "invalid webhook url",
    301002: "not allow operate another agent",
    846605: "invalid req_id",
    846607: "chat not open to bot",
    846608: "stream expired",
    853000: "invalid bot_id or secret",
}
"""40058 stands for each limit whose code is written nowhere, 42012 for a spent response_code."""


class ApiError(Exception):
    """A refusal: HTTP 200, and `errcode` in the body. `detail` says what a real one hides."""

    def __init__(self, code: int, detail: str = "") -> None:
        super().__init__(f"{code} {detail}")
        self.code, self.detail = code, detail

    def body(self) -> Json:
        message = MESSAGES.get(self.code, "unknown error")
        hint = f"{message}, {self.detail}" if self.detail else message
        return {"errcode": self.code, "errmsg": f"{hint}, hint: [1764150000]"}


def require(holds: object, code: int, detail: str = "") -> None:
    """Raises ApiError where it does not hold."""
    if not holds:
        raise ApiError(code, detail)
