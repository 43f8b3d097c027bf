"""The [[calendars]] of config.toml: working hours per area, with China's holidays and make-up
working days.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, tzinfo
from functools import cached_property
from pathlib import Path
from typing import Literal

from pydantic import Field, field_validator, model_validator

from bot.config.days_file import read_days
from bot.config.holidays import announced_until, china
from bot.config.periods import Hours
from bot.config.section import Section
from domain.periods import Periods
from domain.working_hours import WorkingHours


class CalendarConfig(Section):
    """One calendar: `hours` are those of a working day, and of a day that makes up for a
    holiday.
    """

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
            example = 'for example ["09:00-17:00"]'
            raise ValueError(
                f"must not be empty: give the hours of a working day, {example}"
            )
        return hours

    @model_validator(mode="after")
    def opens(self) -> CalendarConfig:
        _ = self.announced
        if not any(self.week):
            mend = "give at least one day of the week its hours"
            raise ValueError(f"the calendar '{self.name}' never opens: {mend}")
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
                both = f"the calendars '{names[area]}' and '{config.name}'"
                raise ValueError(f"{both} are both for {where}; keep one")
            names[area], made[area] = config.name, calendar
    return made
