"""How long to wait before what failed is tried again, and when it is hopeless."""

from __future__ import annotations

from datetime import datetime, timedelta

FIRST = timedelta(seconds=1)
LONGEST = timedelta(minutes=10)
GIVE_UP = timedelta(days=3)
LEAST_TRIES = 20  # some two hours of them


def again_at(now: datetime, tries: int) -> datetime:
    """1 s after the first failure, then doubling, never more than 10 minutes."""
    wait: timedelta = FIRST * 2 ** min(tries, 20)
    return now + min(wait, LONGEST)


def hopeless(now: datetime, made_at: datetime, tries: int) -> bool:
    """Three days of trying: whoever it was for has long been told otherwise, or is gone. A clock
    that was set, or a house that was shut meanwhile, does not make it hopeless.
    """
    return now - made_at > GIVE_UP and tries >= LEAST_TRIES


def believed(asked: object, most: timedelta, least: timedelta = FIRST) -> timedelta:
    """How long another side wants us to wait (seconds, or a timedelta), as far as that is
    believed: what is no such number counts as `least`.
    """
    seconds = asked.total_seconds() if isinstance(asked, timedelta) else asked
    if isinstance(seconds, bool) or not isinstance(seconds, (int, float)):
        return least
    # not `<`: nan is neither more nor less than anything
    if not seconds >= least.total_seconds():
        return least
    return most if seconds > most.total_seconds() else timedelta(seconds=seconds)
