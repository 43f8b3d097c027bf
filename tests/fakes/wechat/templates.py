"""Template messages: fields as the template has them, none empty, none too long, none twice."""

from __future__ import annotations

import re

from tests.fakes.wechat.errors import ApiError, Json, require
from tests.fakes.wechat.phone import Shown
from tests.fakes.wechat.state import Follower, State

FIELD = re.compile(r"\{\{(\w+)\.DATA\}\}")
SAME = 600.0  # seconds in which one client_msg_id is one message
FIRST_MESSAGE = 3_500_000_000_000_000_000
FIELDS = {
    "thing": r".{1,20}",
    "character_string": r"[\x20-\x7e]{1,32}",
    "phrase": r"[\u4e00-\u9fff]{1,5}",
    "number": r"-?\d{1,32}(\.\d+)?",
    "letter": r"[A-Za-z]{1,32}",
    "symbol": r"[^\w\s]{1,5}",
    "phone_number": r"[\d+() -]{1,17}",
    "name": r"[\u4e00-\u9fff·]{1,10}|[A-Za-z .·-]{1,20}",
    "amount": r"[^\d\s]?\d{1,10}(\.\d+)?元?",
    "time": r"(\d{4}[年-]\d{1,2}[月-]\d{1,2}日?\s*)?\d{1,2}:\d{2}(:\d{2})?",
    "date": r"\d{4}[年-]\d{1,2}[月-]\d{1,2}日?(\s*\d{1,2}:\d{2}(:\d{2})?)?",
    "const": r".{1,20}",
}
"""By the beginning of a field's name (developers.weixin.qq.com, "订阅消息参数值内容限制")."""


def template_send(state: State, wish: Json) -> Json:
    """POST /cgi-bin/message/template/send. Raises ApiError."""
    require(state.verified, 48001)
    follower = state.follower(wish.get("touser"))
    content = state.templates.get(str(wish.get("template_id")))
    if content is None:
        raise ApiError(40037)
    words = FIELD.sub(lambda found: _value(wish, found[1]), content)
    known = _same(state, wish, follower)
    if known:
        return _told(known)
    number = FIRST_MESSAGE + state.number("template")
    _remember(state, wish, follower, number)
    if not follower.refuses_templates:
        state.shows(follower, Shown("template", "template", words, state.now(), wish))
    state.told_templates(follower.openid, number, not follower.refuses_templates)
    return _told(number)


def all_templates(state: State, wish: Json) -> Json:
    """GET /cgi-bin/template/get_all_private_template."""
    require(state.verified, 48001)
    kept = [
        {
            "template_id": template,
            "title": "事项进度通知",
            "primary_industry": "政府与公共事业",
            "deputy_industry": "公共事业",
            "content": content,
            "example": "",
        }
        for template, content in state.templates.items()
    ]
    return {"template_list": kept}


def _value(wish: Json, name: str) -> str:
    """The value of a field. Raises ApiError 47003 with the field's name, as WeChat does."""
    data = wish.get("data")
    given = data.get(name) if isinstance(data, dict) else None
    value = given.get("value") if isinstance(given, dict) else None
    detail = f"data.{name}.value"
    require(isinstance(value, str) and value.strip(), 47003, f"{detail} is empty")
    kind = name.rstrip("0123456789")
    require(re.fullmatch(FIELDS[kind], str(value)), 47003, f"{detail} invalid")
    return str(value)


def _key(wish: Json, follower: Follower) -> tuple[str, str] | None:
    mark = str(wish.get("client_msg_id") or "")
    return (follower.openid, mark) if mark else None


def _same(state: State, wish: Json, follower: Follower) -> int | None:
    """The message that went out with this mark in the last ten minutes."""
    key = _key(wish, follower)
    at, number = state.sent_templates.get(key, (0.0, 0)) if key else (0.0, 0)
    return number if state.now() < at + SAME else None


def _remember(state: State, wish: Json, follower: Follower, number: int) -> None:
    key = _key(wish, follower)
    if key:
        state.sent_templates[key] = (state.now(), number)


def _told(number: int) -> Json:
    return {"errcode": 0, "errmsg": "ok", "msgid": number}
