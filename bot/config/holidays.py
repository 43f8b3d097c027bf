"""China's days off and make-up working days.

The days are those of the library `holidays`: it agrees with `chinesecalendar` on every working day
from 2006 to 2026, and reckons the statutory holidays of a year that is not announced yet, where the
other raises.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib import import_module
from typing import Any

from domain.calendar import DAY

# the years whose holidays are looked up, at a millisecond or two each, when the bot starts
YEARS = range(2015, 2051)


def _library() -> Any:
    """`holidays`, loaded by whoever has a calendar: it takes 9 MB, which a house without one
    need not carry.
    """
    return import_module("holidays")


@cache
def china() -> tuple[frozenset[date], frozenset[date]]:
    """(days off, make-up working days) of YEARS. A weekend that touches a holiday belongs to it,
    as is announced.
    """
    library = _library().country_holidays("CN", years=YEARS)
    made_up = frozenset(library.weekend_workdays)
    off = set(library)
    for day in library:
        for step in (-DAY, DAY):
            near = day + step
            while near.weekday() >= 5 and near not in made_up:
                off.add(near)
                near += step
    return frozenset(off), made_up


@cache
def announced_until() -> int:
    """The last year whose make-up days and moved holidays the library knows; later years it
    reckons by the law.
    """
    last: int = max(_library().country_holidays("CN").special_public_holidays)
    return last
