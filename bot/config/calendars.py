"""The [[calendars]] of config.toml: working hours per area, with China's holidays and make-up
working days.

The days are those of the library `holidays`: it agrees with `chinesecalendar` on every working day
from 2006 to 2026, and reckons the statutory holidays of a year that is not announced yet, where the
other raises.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, tzinfo
from functools import cache, cached_property
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    field_validator,
    model_validator,
)

from domain.calendar import DAY
from domain.periods import Periods, in_order
from domain.working_hours import WorkingHours

# the years whose holidays are looked up, at a millisecond or two each, when the bot starts
YEARS = range(2015, 2051)
PERIOD = re.compile(r"\s*(\d?\d):([0-5]\d)\s*[-–]\s*(\d?\d):([0-5]\d)\s*")
# a spreadsheet saves 2027-02-06 as 2027/2/6
DATE = re.compile(r"(\d{4})[-/](\d?\d)[-/](\d?\d)")


def _period(text: str) -> tuple[int, int]:
    found = PERIOD.fullmatch(text)
    if found is None:
        raise ValueError(f"'{text}' is no period of a day; an example is 09:00-12:00")
    hours, minutes, until_hours, until_minutes = map(int, found.groups())
    return hours * 60 + minutes, until_hours * 60 + until_minutes


def _periods(texts: Any) -> Periods:
    if not isinstance(texts, list | tuple) or not all(
        isinstance(text, str) for text in texts
    ):
        raise ValueError(
            'must be a list of periods, for example ["09:00-12:00", "14:00-17:30"], or [] for closed'
        )
    return in_order(_period(text) for text in texts)


Hours = Annotated[Periods, BeforeValidator(_periods)]


class CalendarConfig(BaseModel):
    """One calendar: `hours` are those of a working day, and of a day that makes up for a
    holiday.
    """

    model_config = ConfigDict(extra="forbid", ignored_types=(cached_property,))

    name: str = Field(min_length=1)
    areas: list[str] = []
    hours: Hours
    monday: Hours | None = None
    tuesday: Hours | None = None
    wednesday: Hours | None = None
    thursday: Hours | None = None
    friday: Hours | None = None
    saturday: Hours = ()
    sunday: Hours = ()
    holidays: Literal["china", "none"] = "china"
    days_file: Path | None = None

    @field_validator("hours")
    @classmethod
    def some_hours(cls, hours: Periods) -> Periods:
        if not hours:
            raise ValueError(
                'must not be empty: give the hours of a working day, for example ["09:00-17:00"]'
            )
        return hours

    @model_validator(mode="after")
    def opens(self) -> CalendarConfig:
        _ = self.announced
        if not any(self.week):
            raise ValueError(
                f"the calendar '{self.name}' never opens: give at least one day of the week its hours"
            )
        return self

    @property
    def week(self) -> tuple[Periods, ...]:
        workdays = (
            self.monday,
            self.tuesday,
            self.wednesday,
            self.thursday,
            self.friday,
        )
        return (
            *(self.hours if own is None else own for own in workdays),
            self.saturday,
            self.sunday,
        )

    @cached_property
    def announced(self) -> dict[date, Periods]:
        """The days of `days_file`. Raises ValueError as `read_days` does."""
        return read_days(self.days_file, self.hours) if self.days_file else {}

    def days(self) -> Mapping[date, Periods]:
        """Every day unlike its weekday; the file goes before the library."""
        if self.holidays == "none":
            return self.announced
        off, made_up = china()
        return (
            dict.fromkeys(off, ()) | dict.fromkeys(made_up, self.hours) | self.announced
        )

    def unannounced(self, year: int) -> bool:
        """Whether `year`'s make-up days and moved holidays are known neither from the library
        nor from the file.
        """
        known = year <= announced_until() or any(
            day.year == year for day in self.announced
        )
        return self.holidays == "china" and not known


def build(configs: Iterable[CalendarConfig], zone: tzinfo) -> dict[str, WorkingHours]:
    """The calendar of each area code, '' for everywhere. Raises ValueError for two calendars of
    one area.
    """
    names: dict[str, str] = {}
    made: dict[str, WorkingHours] = {}
    for config in configs:
        calendar = WorkingHours(zone, config.week, config.days())
        for area in config.areas or [""]:
            if area in names:
                where = f"area '{area}'" if area else "everywhere (they name no areas)"
                raise ValueError(
                    f"the calendars '{names[area]}' and '{config.name}' are both for {where}; keep one"
                )
            names[area], made[area] = config.name, calendar
    return made


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


def read_days(path: Path, hours: Periods) -> dict[date, Periods]:
    """The days of a file with lines like `2027-02-06,work` (`hours`), `2027-02-17,off,note`,
    `2027-05-01,9:00-12:00`.

    Several periods have a space between them. Raises ValueError naming the file and, for a mistake
    in it, the line.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise ValueError(
            f"{path} is not UTF-8 text; in a spreadsheet, save it as 'CSV UTF-8'"
        ) from None
    except OSError as error:
        raise ValueError(f"cannot read {path}: {error.strerror}") from None
    days: dict[date, Periods] = {}
    for number, line in enumerate(lines, start=1):
        text = line.partition("#")[0].strip()
        if text:
            try:
                day, periods = _day(text, hours)
                if day in days:
                    raise ValueError(f"{day} is there twice; keep one")
            except ValueError as error:
                raise ValueError(f"{path} line {number}: {error}") from None
            days[day] = periods
    return days


def _day(text: str, hours: Periods) -> tuple[date, Periods]:
    when, what, *_ = [part.strip() for part in text.split(",")] + [""]
    found = DATE.fullmatch(when)
    try:
        day = date(*map(int, found.groups())) if found else None
    except ValueError:
        day = None
    if day is None:
        raise ValueError(f"'{when}' is no date; an example is 2027-02-06")
    if what.lower() in ("work", "off"):
        return day, hours if what.lower() == "work" else ()
    if not what[:1].isdigit():
        raise ValueError(
            f"after '{when},' comes work, off or hours like 09:00-12:00, and not '{what}'"
        )
    return day, in_order(_period(period) for period in what.split())
