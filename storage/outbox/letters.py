"""A letter: one row of the outbox, and how what it says is kept.

`state`: waiting (delivery has it in hand), later (at `due_at`), held (over quiet hours, then told
in one message), sending (an announcement that may have arrived: a new run does not send it again),
sent, dropped (something newer took its place), gave_up.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

import orjson

from domain.messages import Address, Choice, Key, Matter, Place, Reply

ANSWER, NOTICE, ANNOUNCEMENT = 0, 1, 2
BEHIND = "only a link to it went"
"""Why a letter waits whose chat was told where else it stands."""


@dataclass(slots=True)
class Letter:
    """One row of the outbox. `replaces` is a key: an unsent letter to the same chat with the same
    key is dropped.

    `about` is the number of the case it speaks of, for a digest. One that is not `durable` says
    nothing (it only ends the wait below a pressed button) and has no row. `along` go out with it
    as one message; put together, it has them as they were in `parts`. `behind`: a link
    to it went. `over`: nobody is to be told it any more.
    """

    id: int
    to: Address
    reply: Reply
    lane: int
    state: str
    due_at: datetime
    made_at: datetime
    case_id: int | None = None
    form_id: int | None = None
    about: str = ""
    replaces: str = ""
    tries: int = 0
    durable: bool = True
    along: list[Letter] = field(default_factory=list)
    parts: list[Letter] = field(default_factory=list)
    behind: bool = False
    over: bool = False

    @property
    def whole(self) -> list[Letter]:
        """All that goes as one message with it, in its order."""
        return [self, *self.along]

    @property
    def alarm(self) -> bool:
        """Whether it goes before all else of its lane."""
        return self.reply.matter == Matter.EMERGENCY

    @property
    def pressing(self) -> bool:
        """Whether somebody is in danger, or waits for this very word."""
        return self.alarm or self.lane == ANSWER


EMPTY = {name: getattr(Reply(), name) for name in Reply.__slots__}


def reply_to_json(reply: Reply) -> dict[str, Any]:
    """Only what differs from an empty Reply, so that rows stay short."""
    values = {}
    for name, empty in EMPTY.items():
        value = getattr(reply, name)
        if value != empty:
            values[name] = asdict(value) if name == "place" else value
    return values


def reply_from_json(values: dict[str, Any]) -> Reply:
    made = dict(values)
    if "choices" in made:
        made["choices"] = tuple(
            tuple(Choice(**choice) for choice in row) for row in made["choices"]
        )
    if "keyboard" in made:
        made["keyboard"] = tuple(
            tuple(Key(**key) for key in row) for row in made["keyboard"]
        )
    if "place" in made:
        made["place"] = Place(**made["place"])
    plain: dict[str, Any] = {
        name: tuple(v) if isinstance(v, list) else v for name, v in made.items()
    }
    return Reply(**plain)


def row_of(letter: Letter) -> dict[str, Any]:
    return {
        "id": letter.id,
        "channel": letter.to.channel,
        "chat": letter.to.chat,
        "lane": letter.lane,
        "state": letter.state,
        "reply": reply_to_json(letter.reply),
        "replaces": letter.replaces,
        "case_id": letter.case_id,
        "form_id": letter.form_id,
        "about": letter.about,
        "due_at": letter.due_at,
        "made_at": letter.made_at,
        "tries": letter.tries,
        "sent_at": None,
        "error": "",
    }


def letter_of(row: Any) -> Letter:
    """Of a row whose `reply` is still text. Raises ValueError, TypeError and the like where that
    says nothing.
    """
    return Letter(
        row.id,
        Address(row.channel, row.chat),
        reply_from_json(orjson.loads(row.reply)),
        row.lane,
        row.state,
        row.due_at,
        row.made_at,
        row.case_id,
        row.form_id,
        row.about,
        row.replaces,
        row.tries,
        behind=row.error == BEHIND,
    )
