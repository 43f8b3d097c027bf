"""What Tencent signed and nobody can read: it is kept, as whatever nobody can read is."""

from __future__ import annotations

from hashlib import sha256

from bot.channels.tencent.xml import BadXml, Fields, parse, text_of
from domain.messages import NOBODY, Address, Event, EventKind

UNREAD = "unread"
"""The name of what stands for a message that nobody can read: its text."""


def fields_of(text: bytes, around: Fields) -> Fields:
    """What an opened letter says; where that cannot be read, `around` and its text under UNREAD."""
    try:
        return parse(text)
    except BadXml:
        return around | {UNREAD: text.decode("utf-8", "replace")}


def again_of(raw: object) -> Fields | None:
    """What was kept, looked at anew; None where it is nothing of ours."""
    if not isinstance(raw, dict):
        return None
    unread = raw.get(UNREAD)
    return fields_of(unread.encode(), raw) if isinstance(unread, str) else raw


def unreadable(channel: str, fields: Fields) -> Event:
    """The same for each try, as far as its text is the same."""
    mark = sha256(text_of(fields, UNREAD).encode()).hexdigest()[:32]
    sender = Address(channel, text_of(fields, "FromUserName") or NOBODY)
    kind, why = EventKind.UNREADABLE, BadXml.__name__
    return Event(f"x:{mark}", sender, sender, kind, text=why, raw=dict(fields))
