"""The days_file of a calendar: days that are unlike their weekday."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bot.config.dated import day_of
from bot.config.given import text_of
from bot.config.periods import NO_PERIOD
from domain.periods import Periods, in_order
from domain.values.hours import several_hours


def read_days(path: Path, hours: Periods) -> dict[date, Periods]:
    """The days of a file with lines like `2027-02-06,work` (`hours`), `2027-02-17,off,note`,
    `2027-05-01,9:00-12:00`.

    Several periods have a space between them. Raises ValueError naming the file and, for a mistake
    in it, the line.
    """
    days: dict[date, Periods] = {}
    for number, line in enumerate(_lines(path), start=1):
        text = line.partition("#")[0].strip()
        if not text.strip(","):
            continue
        try:
            day, periods = _day(text, hours)
            if day in days:
                raise ValueError(f"{day} is there twice; keep one")
        except ValueError as error:
            raise ValueError(f"{path} line {number}: {error}") from None
        days[day] = periods
    return days


def _lines(path: Path) -> list[str]:
    return text_of(path).splitlines()


def _day(text: str, hours: Periods) -> tuple[date, Periods]:
    when, what, *_ = [part.strip() for part in text.split(",")] + [""]
    day = day_of(when)
    if what.lower() in ("work", "off"):
        return day, hours if what.lower() == "work" else ()
    if not what[:1].isdigit():
        choice = "work, off or hours like 09:00-12:00"
        raise ValueError(f"after '{when},' comes {choice}, and not '{what}'")
    periods = several_hours(what)
    if periods is None:
        raise ValueError(NO_PERIOD.format(what))
    return day, in_order(periods)
