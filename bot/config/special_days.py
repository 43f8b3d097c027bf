"""The days unlike their weekday that rest stations heed: what the calendars say, else China's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from bot.config.calendars import CalendarConfig
from bot.config.holidays import china
from domain.periods import Periods
from domain.special_days import NONE, Known, SpecialDays

SATURDAY = 5


def special_days(calendars: Sequence[CalendarConfig]) -> Known:
    """China's days, with those of the calendars' files before them; none where there are
    calendars and none of them keeps holidays. Looked up when first asked for, and once.
    """

    @cache
    def known() -> SpecialDays:
        kept = [one for one in calendars if one.holidays == "china"]
        days = SpecialDays(*china()) if kept or not calendars else NONE
        for calendar in calendars:
            days = _with(days, calendar.announced)
        return days

    return known


def _with(
    days: SpecialDays,
    announced: Mapping[date, Periods],
) -> SpecialDays:
    off = {day for day, hours in announced.items() if not hours}
    worked = announced.keys() - off
    made_up = {day for day in worked if day.weekday() >= SATURDAY}
    return SpecialDays(
        days.off - worked | off,
        days.made_up - off | made_up,
    )
