"""Group robots: one way, twenty a minute, and the key is all that one has to know (99110)."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.wecom.errors import DONE, ApiError, Json, require
from tests.fakes.wecom.phone import Shown

MINUTE, MOST = 60.0, 20
LONGEST = {"text": 2048, "markdown": 4096, "markdown_v2": 4096}
"""Bytes of UTF-8: more is refused, not cut."""
LARGEST_IMAGE = 2 * 1024 * 1024
CARDS = ("text_notice", "news_notice")


@dataclass(slots=True)
class Robot:
    """One robot of one group; `shown` is what the group sees of it."""

    key: str
    shown: list[Shown] = field(default_factory=list)
    calls: deque[float] = field(default_factory=deque)


class Robots:
    """By key."""

    def __init__(self, now: Callable[[], float]) -> None:
        self.now = now
        self.known: dict[str, Robot] = {}

    def send(self, query: Json, wish: Json) -> Json:
        """POST /cgi-bin/webhook/send?key=…. Raises ApiError."""
        robot = self.known.get(str(query.get("key")))
        if robot is None:
            raise ApiError(93000)
        now = self.now()
        while robot.calls and robot.calls[0] <= now - MINUTE:
            robot.calls.popleft()
        require(len(robot.calls) < MOST, 45009)
        robot.calls.append(now)
        kind = str(wish.get("msgtype"))
        part = wish.get(kind)
        require(isinstance(part, dict), 40008)
        assert isinstance(part, dict)
        text, media = _content(kind, part)
        robot.shown.append(Shown("pushed", kind, text, now, wish, media=media))
        return dict(DONE)


def _content(kind: str, part: Json) -> tuple[str, bytes | None]:
    if kind in LONGEST:
        content = part.get("content")
        require(isinstance(content, str) and content, 44004)
        require(len(str(content).encode()) <= LONGEST[kind], 40058, "too long")
        return str(content), None
    if kind == "image":
        return "", _image(part)
    if kind == "news":
        articles: Any = part.get("articles")
        require(isinstance(articles, list), 40058, "articles")
        require(1 <= len(articles) <= 8, 40058, "articles")
        return "\n".join(str(one["title"]) for one in articles), None
    require(kind == "template_card", 40008)
    require(part.get("card_type") in CARDS, 40058, "no buttons in a group")
    require(part.get("card_action"), 40058, "card_action")
    return str(part.get("main_title", {}).get("title", "")), None


def _image(part: Json) -> bytes:
    try:
        data = base64.b64decode(str(part.get("base64")), validate=True)
    except binascii.Error:
        raise ApiError(40058, "base64") from None
    require(0 < len(data) <= LARGEST_IMAGE, 40009)
    digest = hashlib.md5(data, usedforsecurity=False).hexdigest()
    require(part.get("md5") == digest, 40058, "md5")
    return data
