"""A station's hours as they are after a press."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from domain.stations import changing
from domain.stations.changing import ADD, DAYS, HOLIDAYS, REPLACE
from domain.stations.hours import Hours
from handlers.dialog.turn import Refused, Turn, whole

CLOSURES = (1, 3, 7, 14, 30)
"""Days."""


def hours_after(
    turn: Turn,
    hours: Hours | None,
    verb: str,
    args: list[str],
) -> Hours | None:
    """Raises ValueError where spans overlap."""
    unknown = hours is None and (verb == "off" or HOLIDAYS in args)
    if unknown:  # what is not known does not become closed by the way
        raise Refused("station-old-button")
    if verb == "set" and len(args) == 4:
        return _set(hours, *args)
    if verb == "always":
        return replace(changing.ALWAYS, closures=hours.closures if hours else ())
    if verb == "unknown":
        return None
    if verb == "off" and args and args[0] in (*DAYS, HOLIDAYS):
        return changing.without(hours, args[0])
    if hours is None:
        raise Refused("station-old-button")
    return _closed_or_not(turn, hours, verb, args)


def _set(
    hours: Hours | None,
    days: str,
    mode: str,
    start: str,
    end: str,
) -> Hours:
    span = whole(start), whole(end)
    if days not in (*DAYS, HOLIDAYS) or mode not in (ADD, REPLACE):
        raise Refused("station-old-button")
    if span[0] is None or span[1] is None or max(span[0], span[1]) >= 24 * 60:
        raise Refused("station-old-button")
    return changing.with_span(hours, days, (span[0], span[1]), mode)


def _closed_or_not(
    turn: Turn,
    hours: Hours,
    verb: str,
    args: list[str],
) -> Hours:
    if verb == "same":
        return changing.like_its_weekday(hours)
    if verb == "reopen":
        return changing.reopened(hours)
    days = whole(args[0]) if args else None
    if verb != "close" or days not in CLOSURES:
        raise Refused("station-old-button")
    today = turn.unit.now.astimezone(turn.setup.zone).date()
    last = today + timedelta(days=days - 1)
    return changing.closed_for(hours, today, last)
