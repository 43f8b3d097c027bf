"""Hours in which nothing non-urgent is sent. Windows are (from, to) in minutes after local
midnight.

The defaults are facts/rules.md's etiquette: 22:00-08:00, and for riders the meal peaks.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

Windows = tuple[tuple[int, int], ...]
NIGHT: Windows = ((22 * 60, 8 * 60),)
RIDER: Windows = (*NIGHT, (11 * 60, 13 * 60), (17 * 60, 19 * 60 + 30))
AWAKE = timedelta(minutes=10)


def quiet_until(now: datetime, windows: Windows, zone: ZoneInfo) -> datetime | None:
    """The end (aware UTC) of the quiet that `now` is in, touching windows taken as one; None if
    nothing need wait.
    """
    end = _window_end(now, windows, zone)
    for _ in windows:
        further = _window_end(end, windows, zone) if end is not None else None
        end = further or end
    return min(end, now + timedelta(days=1)) if end is not None else None


def _window_end(now: datetime, windows: Windows, zone: ZoneInfo) -> datetime | None:
    local = now.astimezone(zone)
    minute = local.hour * 60 + local.minute
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    for start, end in windows:
        over_night = start > end
        if start <= minute < end or (over_night and (minute >= start or minute < end)):
            days = 1 if over_night and minute >= start else 0
            return (midnight + timedelta(days=days, minutes=end)).astimezone(now.tzinfo)
    return None


def next_local(now: datetime, minute_of_day: int, zone: ZoneInfo) -> datetime:
    """The next time (aware, in now's zone) strictly after `now` at which local clocks show
    `minute_of_day`.
    """
    local = now.astimezone(zone)
    then = local.replace(
        hour=minute_of_day // 60, minute=minute_of_day % 60, second=0, microsecond=0
    )
    if then <= local:
        then += timedelta(days=1)
    return then.astimezone(now.tzinfo)


def next_weekday(
    now: datetime, weekday: int, minute_of_day: int, zone: ZoneInfo
) -> datetime:
    """As `next_local`, but on the next such day of the week (0 = Monday)."""
    then = next_local(now, minute_of_day, zone)
    days = (weekday - then.astimezone(zone).weekday()) % 7
    return (then.astimezone(zone) + timedelta(days=days)).astimezone(now.tzinfo)
