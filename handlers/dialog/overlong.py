"""A text that is longer than is taken at a time."""

from __future__ import annotations

from dataclasses import replace

from domain.messages import Event
from handlers.dialog.turn import Refused, Turn
from storage.sent_messages import SentMessage

SHAPE = "too long"
"""Of the row that says that a message was not taken."""


def overlong(turn: Turn) -> Refused | None:
    """What is said of it, None where it is short enough."""
    most, count = turn.setup.most_letters, len(turn.event.text)
    if count <= most:
        return None
    return Refused("refuse-too-long", count=count, most=most)


def cut(turn: Turn) -> Event:
    """The event as far as it is taken."""
    return replace(turn.event, text=turn.event.text[: turn.setup.most_letters])


def remember(turn: Turn, shape: str = SHAPE) -> None:
    """Whoever shortens the message by an edit says it anew."""
    event = turn.event
    if event.message_id:
        row = SentMessage(event.chat, event.message_id, None, None, shape=shape)
        turn.unit.sent_messages.add(row)


async def shortened(turn: Turn) -> bool:
    """Whether the message that is edited was not taken before; from now on it is."""
    event = turn.event
    row = await turn.unit.sent_messages.at(event.chat, event.message_id)
    if row is None or row.shape != SHAPE:
        return False
    remember(turn, "")
    return True
