"""A station's hours in words: days alike together, holidays, closures. No syntax."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from domain.stations.hours import Hours, Spans
from domain.stations.written import grouped, times
from handlers.casework import phrases
from handlers.dialog.turn import Turn


def in_words(turn: Turn, hours: Hours | None) -> str:
    """'周一至周五 08:30-18:00；放假不开；12月20日至12月31日停'."""
    if hours is None:
        return turn.label("station-hours-unknown")
    return turn.label("station-then").join(_parts(turn, hours))


def _parts(turn: Turn, hours: Hours) -> Iterator[str]:
    if hours.round_the_clock:
        yield turn.label("station-always")
    else:
        yield from _week(turn, hours)
        if hours.holidays is not None:
            yield _holidays(turn, hours.holidays)
    for one in hours.closures:
        one_day = one.first == one.last
        yield turn.label(
            "station-closure-day" if one_day else "station-closure",
            first=_day(turn, one.first),
            last=_day(turn, one.last),
        )


def _week(turn: Turn, hours: Hours) -> Iterator[str]:
    if not any(hours.week):
        yield turn.label("station-never")
    for first, last, spans in grouped(hours.week):
        yield turn.label(
            _days(first, last),
            first=turn.label("station-weekday", number=first),
            last=turn.label("station-weekday", number=last),
            times=times(spans),
        )


def _days(first: int, last: int) -> str:
    if (first, last) == (0, 6):
        return "station-every-day"
    return "station-day" if first == last else "station-days"


def _holidays(turn: Turn, spans: Spans) -> str:
    if not spans:
        return turn.label("station-not-on-holidays")
    return turn.label(
        "station-on-holidays",
        times=times(spans),
    )


def _day(turn: Turn, day: date) -> str:
    month = phrases.month(turn.language, day.month)
    return turn.label(
        "day-date",
        month=month,
        day=str(day.day),
    )
