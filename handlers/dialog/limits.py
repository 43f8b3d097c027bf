"""What is said to somebody who talks faster than we listen."""

from __future__ import annotations

from domain.messages import Event, Reply
from handlers.dialog.setup import Setup
from handlers.dialog.turn import ALBUM_PAUSE
from handlers.texts.sentences import known, say
from storage.unit import Unit


def too_fast(unit: Unit, setup: Setup, event: Event, seconds: int) -> None:
    """Said once for all that comes too fast, with the seconds to wait."""
    language = known(event.language or setup.language)
    reply = Reply(text=say(language, "refuse-too-fast", seconds=seconds))
    at = unit.now + ALBUM_PAUSE
    unit.outbox.add(event.chat, reply, replaces="too-fast", at=at)
