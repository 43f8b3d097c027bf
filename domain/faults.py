"""What our own faults do to a piece of work: it is tried again, ever more rarely, and from the
third time on somebody is told.

A fault is a child that died or hung, no memory, no file: nothing of which the sender could do
anything. It is counted before the work begins, so that a process that dies of it has counted too.
"""

from __future__ import annotations

from datetime import datetime, timedelta

TOLD_FROM = 3
SOON = timedelta(seconds=1)
LATER = timedelta(seconds=20)
LONGEST = timedelta(hours=6)
OF_THE_SYSTEM = timedelta(seconds=20)
"""The most that is waited where the disk or the table of open files is full: that is over at once
for all."""

LONGEST_WITHOUT_END = timedelta(days=1)
"""After work that was begun again and again and never ended: the process died each time."""
GIVE_UP = timedelta(days=30)
LEAST_TRIES = 20  # some two days of them


def again_at(now: datetime, faults: int, of_the_system: bool = False) -> datetime:
    """After the `faults`-th fault: 1, 2 s, then 20 s and doubling, never more than 6 hours."""
    wait = SOON * (1 << max(faults - 1, 0))
    if faults >= TOLD_FROM:
        wait = _doubled(LATER, faults, LONGEST)
    return now + (min(wait, OF_THE_SYSTEM) if of_the_system else wait)


def unended_at(now: datetime, faults: int) -> datetime:
    """When work that begins now as the `faults`-th try is tried again if nothing is heard of it:
    from the third on 20 s and doubling, never more than a day.

    Whether the process died of it or was killed with it in hand, nobody can say. A house that
    dies of it dies nine times in its first half hour, sixteen in two days, then once a day; a
    picture that only happened to be in hand is there soon.
    """
    if faults < TOLD_FROM:
        return again_at(now, faults)
    return now + _doubled(LATER, faults, LONGEST_WITHOUT_END)


def hopeless(now: datetime, made_at: datetime, faults: int) -> bool:
    """A month: whoever runs the house was told, and did not mend it. A clock that was set does
    not make it hopeless.
    """
    return now - made_at > GIVE_UP and faults >= LEAST_TRIES


def _doubled(first: timedelta, faults: int, most: timedelta) -> timedelta:
    doubled: timedelta = first * 2 ** min(faults - TOLD_FROM, 20)
    return min(doubled, most)
