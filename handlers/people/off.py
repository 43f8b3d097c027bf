"""Staff say in plain words that they are off: leave is offered for just that, with one press."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from domain.values.moment import moment
from domain.values.span import span
from domain.values.text import spoken
from handlers.casework import phrases
from handlers.dialog.turn import Turn
from handlers.people.leave import OFF, away
from handlers.texts.words import anywhere

A_DAY = timedelta(days=1)
PRESS = f"w:{OFF}"
SIGNS = re.compile(r"[^\w:/-]+")
LONGEST = 30
"""Letters: whoever says more tells a story."""


async def asked(turn: Turn) -> bool:
    """Whether somebody said so, and was asked."""
    said = spoken(turn.event.text)
    if len(said) > LONGEST or not anywhere("words-off-work").search(said):
        return False
    left = anywhere("words-off-work").sub(" ", said)
    left = " ".join(SIGNS.sub(" ", anywhere("words-off-filler").sub(" ", left)).split())
    if not left:
        await away(turn, "")
        return True
    days = _days(turn, left)
    if days is None:
        return False
    _offer(turn, *days)
    return True


def _offer(turn: Turn, first: datetime, back: datetime) -> None:
    day = phrases.day(turn.language, back, turn.setup)
    yes = turn.choice("button-off", f"{PRESS}:{back:%Y-%m-%d}", day=day)
    key = "ask-off-today" if first.date() == _today(turn).date() else "ask-off"
    on = phrases.day(turn.language, first, turn.setup)
    turn.reply(turn.say(key, on=on, day=day), [[yes]])


def _days(turn: Turn, said: str) -> tuple[datetime, datetime] | None:
    """The first day off, and the one on which they are back; None for what names no day ahead."""
    today = _today(turn)
    length = span(said)
    if length is not None:
        return today, today + max(length, A_DAY)
    found = moment(said, turn.unit.now, turn.setup.zone)
    if found is None:
        return None
    first = _midnight(found.at.astimezone(turn.setup.zone))
    return (first, first + A_DAY) if first >= today else None


def _today(turn: Turn) -> datetime:
    return _midnight(turn.unit.now.astimezone(turn.setup.zone))


def _midnight(at: datetime) -> datetime:
    return at.replace(hour=0, minute=0, second=0, microsecond=0)
