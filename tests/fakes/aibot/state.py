"""What a fake aibot remembers: its chats, what may still be answered, and what goes to whom."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from tests.fakes.wecom.errors import ApiError, Json, require
from tests.fakes.wecom.phone import Card, How, Shown

RATES = ((60.0, 30), (3600.0, 1000))
"""Seconds and messages of one chat, answers and others together."""
ANSWER_LIFE = 24 * 3600.0
MOMENT = 5.0
"""Seconds for a welcome, and for the update after a press: once."""


@dataclass(slots=True)
class Chat:
    """`phones` is what each member sees, by userid; `open` once somebody spoke there."""

    id: str
    kind: Literal["single", "group"]
    phones: dict[str, list[Shown]] = field(default_factory=dict)
    open: bool = False
    sent: deque[float] = field(default_factory=deque)

    @property
    def shown(self) -> list[Shown]:
        """What the first of its members sees."""
        return next(iter(self.phones.values()), [])

    def shows(self, one: Shown) -> None:
        for phone in self.phones.values():
            card = one.card and Card(one.card.task_id, one.card.raw)
            copy = Shown(one.how, one.kind, one.text, one.at, one.raw, card, one.media)
            phone.append(copy)

    def cards(self, task_id: str) -> dict[str, Card]:
        """By userid."""
        return {
            userid: one.card
            for userid, phone in self.phones.items()
            for one in phone
            if one.card is not None and one.card.task_id == task_id
        }


@dataclass(slots=True)
class Request:
    """What came to the bot and may be answered: a message, a press, somebody who came in."""

    kind: Literal["message", "press", "enter"]
    chat: Chat
    at: float
    task_id: str = ""
    answered: bool = False


class Memory:
    """Of one bot. Its clock is that of the fake."""

    def __init__(self, now: Callable[[], float]) -> None:
        self.now = now
        self.chats: dict[str, Chat] = {}
        self.requests: dict[str, Request] = {}
        self.tasks: set[str] = set()
        self.streams: dict[str, tuple[float, bool, Chat]] = {}

    def request(self, req_id: str, kind: str) -> Request:
        """Raises ApiError 846605: unknown, of another kind, too late, answered before."""
        found = self.requests.get(req_id)
        if found is None or found.kind != kind:
            raise ApiError(846605)
        life = ANSWER_LIFE if kind == "message" else MOMENT
        require(self.now() - found.at <= life, 846605, "too late")
        require(kind == "message" or not found.answered, 846605, "answered")
        return found

    def count(self, chat: Chat) -> None:
        """Raises ApiError 45009."""
        now = self.now()
        while chat.sent and chat.sent[0] <= now - RATES[-1][0]:
            chat.sent.popleft()
        for seconds, most in RATES:
            require(sum(at > now - seconds for at in chat.sent) < most, 45009)
        chat.sent.append(now)

    def show(self, chat: Chat, how: How, kind: str, text: str, **more: object) -> None:
        chat.shows(Shown(how, kind, text, self.now(), **more))  # type: ignore[arg-type]


Frame = Json
"""{cmd, headers: {req_id}, body}"""
