"""路灯今天报的, G01昨天报的, 李敏今天到期的: what a list shall be of, where Chinese leaves no space
between the thing and the day.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from domain.things import names_one
from domain.wanted import (
    FILED_TODAY,
    FILED_YESTERDAY,
    SOON,
    TODAY,
    TOMORROW,
    WEEK,
)
from handlers.dialog.turn import Turn
from handlers.lists.kept import Listing
from handlers.lists.naming import (
    areas,
    one_word,
)
from handlers.texts.words import one_of

SHORTEST, LONGEST = 4, 20
"""Letters of what may be two names (ours)."""
DAYS = {FILED_TODAY, FILED_YESTERDAY, TODAY, TOMORROW, SOON, WEEK}
SIGNS = (
    "words-day-unit",
    "words-late",
    "words-unassigned",
    "words-urgent",
    "words-supervised",
    "words-due-soon",
)
LEAST = 2
"""Letters of a day that stands behind a thing: 路灯昨天 tells (ours)."""
Named = Callable[[str], Listing | None]


def apart(
    turn: Turn,
    piece: str,
    named: Named,
) -> list[str]:
    """Both names, or nothing. How a thing stands behind its name tells rather of it: 路灯没人管."""
    if not (SHORTEST <= len(piece) <= LONGEST and _signs().search(piece)):
        return []
    for at in range(len(piece) - 2, 1, -1):
        head, tail = piece[:at], piece[at:]
        if _of_days(named(head)) and _names(turn, tail):
            return [head, tail]
        behind = named(tail)
        if len(tail) > LEAST and _of_days(behind) and _names(turn, head):
            return [head, tail]
        if behind is not None and behind.only and _whose(turn, head):
            return [head, tail]
    return []


def _of_days(listing: Listing | None) -> bool:
    """Whether it says when something came in or has to be done."""
    if listing is None:
        return False
    return bool(listing.filed or listing.due or DAYS & {*listing.only})


def _names(
    turn: Turn,
    said: str,
) -> bool:
    """Whether it is a thing, or what a list can be of."""
    return (
        names_one(said) or bool(one_word(turn, said).categories) or _whose(turn, said)
    )


def _whose(
    turn: Turn,
    said: str,
) -> bool:
    """Whether it is an area, or a colleague."""
    return bool(areas(turn, said, whole=False) or one_word(turn, said).people)


@cache
def _signs() -> re.Pattern[str]:
    """What a day has, or what says how cases stand, beside a letter that is no Latin one."""
    return re.compile(rf"(?=.*[^\x00-\x7f]).*{one_of(*SIGNS)}")
