"""When a leave begins and ends, as it is typed behind /away."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from domain.values.moment import Moment, moment
from domain.values.period import Period, period
from handlers.casework import phrases
from handlers.dialog.turn import Refused, Turn
from handlers.texts.words import words

DAY = timedelta(days=1)
LONGEST = timedelta(days=366)


def is_back(said: str) -> bool:
    return said.lower() in words("words-back") | words("words-off")


def says_when(turn: Turn, said: str) -> bool:
    """Whether all of it does."""
    return bool(_moment(turn, said) or _days(turn, said))


def _moment(turn: Turn, said: str) -> Moment | None:
    return moment(
        said,
        turn.unit.now,
        turn.setup.zone,
        bare=DAY,
    )


def _days(turn: Turn, said: str) -> Period | None:
    return period(said, turn.unit.now.astimezone(turn.setup.zone).date())


def begins(turn: Turn, said: str) -> datetime | None:
    """When it begins: the first midnight of the days that were named; None for now."""
    days = _days(turn, said)
    start = _midnight(turn, days.first) if days else turn.unit.now
    return start if start > turn.unit.now else None


def _midnight(turn: Turn, day: date) -> datetime:
    local = datetime.combine(day, time(), turn.setup.zone)
    return local.astimezone(turn.unit.now.tzinfo)


def ends(turn: Turn, said: str) -> datetime:
    """The hour that was named, else the midnight before the day on which they are back."""
    now, days, found = turn.unit.now, _days(turn, said), _moment(turn, said)
    if days is not None:
        at = _midnight(turn, days.last + DAY)
    elif found is not None and found.exact:
        at = found.at
    elif found is not None:
        at = _midnight(turn, found.at.astimezone(turn.setup.zone).date())
    else:
        raise Refused("refuse-away", word=said[:20])
    if not now < at <= now + LONGEST:
        raise Refused("refuse-away", word=said[:20])
    return at


def back_at(turn: Turn, until: datetime, language: str = "") -> str:
    """The day on which they are back, with the hour if it is not the day's beginning."""
    local = until.astimezone(turn.setup.zone)
    if local.hour or local.minute:
        return phrases.when(
            language or turn.language,
            until,
            turn.unit.now,
            turn.setup,
        )
    return phrases.day(language or turn.language, until, turn.setup)
