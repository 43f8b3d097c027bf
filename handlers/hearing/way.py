"""From a group to the chat between the two of us."""

from __future__ import annotations

from domain.messages import Event, Reply
from handlers.dialog.setup import Setup
from handlers.dialog.turn import Turn


def told_in_private(turn: Turn) -> None:
    """Says in the group where what they said is answered."""
    way = way_to(turn.event, turn.setup)
    text = turn.say("told-in-private", name=turn.person.name, way=way)
    turn.unit.outbox.add(turn.event.chat, Reply(text=text))


def way_to(event: Event, setup: Setup) -> str:
    """The address of the private chat, where the channel has one."""
    link = setup.link(event.channel, "")
    return f" {link}" if "://" in link else ""
