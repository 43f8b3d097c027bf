"""An event that was kept raw, read once more by the channel that brought it."""

from __future__ import annotations

from bot.channels.telegram.loose import one
from bot.channels.telegram.receive import read_safely
from bot.channels.web.events import unpack
from domain.messages import Event


def read_again(channel: str, external_id: str, raw: object) -> Event | None:
    """The event that was kept raw, None where that cannot be read."""
    if channel == "telegram":
        update = raw if isinstance(raw, dict) else one(str(raw).encode())
        return read_safely(update)
    return unpack(external_id, raw) if channel == "web" else None
