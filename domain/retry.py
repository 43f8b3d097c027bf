"""How long to wait before a failed send or fetch is tried again, and when it is hopeless."""

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
