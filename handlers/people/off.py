"""Staff say in plain words that they are off: leave is offered for just that, with one press."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from domain.values.moment import moment
from domain.values.period import Period, period
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
    _offer(turn, days)
    return True


def _offer(turn: Turn, days: Period) -> None:
    first, last = _midnight(turn, days.first), _midnight(turn, days.last + A_DAY)
    at = {
        "first": phrases.day(turn.language, first, turn.setup),
        "day": phrases.day(turn.language, last, turn.setup),
    }
    now = days.first == _today(turn)
    length = (days.last + A_DAY - days.first).days
    data = f"{PRESS}:{days.first.isoformat()},{length}d"
    yes = turn.choice("button-off-now" if now else "button-off", data, **at)
    turn.reply(turn.say("ask-off-today" if now else "ask-off", **at), [[yes]])


def _days(turn: Turn, said: str) -> Period | None:
    """The days off; None for what names no day ahead."""
    today = _today(turn)
    length, days = span(said), period(said, today)
    if length is not None:
        return Period(today, today + max(length, A_DAY) - A_DAY)
    if days is not None:
        return days if days.last >= today else None
    found = moment(said, turn.unit.now, turn.setup.zone)
    if found is None:
        return None
    day = found.at.astimezone(turn.setup.zone).date()
    return Period(day, day) if day >= today else None


def _today(turn: Turn) -> date:
    return turn.unit.now.astimezone(turn.setup.zone).date()


def _midnight(turn: Turn, day: date) -> datetime:
    return datetime.combine(day, time(), turn.setup.zone)
