"""A moment to come: a day, a length of time, a time of day, or a day and a time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from domain.values.clock import DAY, minutes
from domain.values.day import day
from domain.values.dayparts import AT_LARGE, MORNING_AT
from domain.values.span import span
from domain.values.text import NUMERALS, spoken

ONE_DAY = timedelta(days=1)
LONGEST_PAIR = 48
"""Characters of a day and a time: "wednesday, 30 september 2026, half past eleven"."""

TONIGHT = re.compile(r"tonight (?:at )?(.+)|(.+) tonight")
FROM_NOW = re.compile(r"in (.+)|(.+?)\s*(?:之后|以后|后|later|from now)")
A_BIT = "一点"  # 明早一点 may be "tomorrow, a bit sooner"
HOUR = re.compile("(?<!小)时")
FIGURE = f"[0-9{NUMERALS}]"
FIGURES = re.compile(f"(?<![周期拜]){FIGURE}(?={FIGURE})")
"""Between them nothing is cut: 12月十一点 is no first hour of the tenth."""

LINK = re.compile(r"^(?:,\s*|的)|(?:\s*,|的)$")


@dataclass(frozen=True, slots=True)
class Moment:
    """`at` is aware, in the zone of the `now` that was given.

    Not `exact` is a moment of which nobody said the time of day.
    """

    at: datetime
    exact: bool


def moment(
    text: str,
    now: datetime,
    zone: tzinfo,
    *,
    bare: timedelta | None = None,
) -> Moment | None:
    """The moment, or None. `now` is aware; days and times of day are those of `zone`.

    What has no time of day is the local morning, 09:00 of that day, or the part of it that is
    named, and not exact: a day, or a length in whole days (3d, 一周后). Other lengths count
    from now to the minute (2h, 1天12小时). A time of day alone is the next such. A day wins over
    a time, a length over an hour: 9.30 is 30 September, 21h is 21 hours from now;
    but 9时 is nine o'clock. Midnight in English is refused, as it may be either end
    of a day. `bare` is the unit of a number alone. A day that was named may be past,
    and so its moment.
    """
    said = _untied(spoken(text))
    if "midnight" in said:
        return None
    heard = _Heard(said, now, zone, bare)
    try:
        return heard.day() or heard.length() or heard.clock() or heard.both()
    except OverflowError:  # after the year 9999
        return None


def has_part(text: str) -> bool:
    """Whether it ends with another part of a day than its morning: 明天下午."""
    said = _untied(spoken(text))
    return any(said.endswith(one) for one, at in AT_LARGE.items() if at != MORNING_AT)


def show_moment(at: datetime, zone: tzinfo) -> str:
    """'2026-12-01 09:00' by the clocks of `zone`."""
    local = at.astimezone(zone)
    return f"{local.date().isoformat()} {local:%H:%M}"


def _untied(said: str) -> str:
    """今晚8点 as 今天晚上8点, tonight as today in the evening, t09:00 with a space."""
    said = re.sub("(?<=[0-9])t(?=[0-9])", " ", said)
    if tonight := TONIGHT.fullmatch(said):
        hour = tonight[1] or tonight[2]
        part = " in the evening" if hour[-1].isdigit() else ""
        return f"today {hour}{part}"
    return re.sub(f"([今明])([早晚])(?!{A_BIT})上?", r"\1天\2上", said)


@dataclass(frozen=True, slots=True)
class _Heard:
    """What was said, and when and where; each reading of it is a moment or None."""

    said: str
    now: datetime
    zone: tzinfo
    bare: timedelta | None

    @property
    def today(self) -> date:
        return self.now.astimezone(self.zone).date()

    def day(self) -> Moment | None:
        """A day, also with the word for a part of it."""
        said, minute = self.said, MORNING_AT
        for word, at in AT_LARGE.items():
            if said != word and said.endswith(word):
                said, minute = said.removesuffix(word), at
                break
        named = day(said, self.today)
        return None if named is None else self._at_large(named, minute)

    def length(self) -> Moment | None:
        if HOUR.search(self.said):
            return None
        length = _after(self.said)
        if length is None:
            length = span(self.said, bare=self.bare)
        if length is None:
            return None
        if length % ONE_DAY:
            return Moment(self.now + length, exact=True)
        return self._at_large(self.today + length)

    def clock(self) -> Moment | None:
        minute = minutes(self.said)
        if minute is None:
            return None
        at = self._local(self.today, minute)
        if at <= self.now:
            at = self._local(self.today + ONE_DAY, minute)
        return Moment(at, exact=True)

    def both(self) -> Moment | None:
        """A day and a time in either order, if there is one way to cut them apart."""
        found = set()
        if len(self.said) > LONGEST_PAIR:
            return None
        tight = {match.start() + 1 for match in FIGURES.finditer(self.said)}
        for place in range(1, len(self.said)):
            left = LINK.sub("", self.said[:place].strip())
            right = LINK.sub("", self.said[place:].strip())
            if place not in tight:
                found |= {self._pair(left, right), self._pair(right, left)}
        found.discard(None)
        return found.pop() if len(found) == 1 else None

    def _pair(self, first: str, second: str) -> Moment | None:
        named = self._later(first)
        minute = None if named is None else minutes(second)
        if named is None or minute is None:
            return None
        return Moment(self._local(named, minute), exact=True)

    def _later(self, said: str) -> date | None:
        """A day, also as 三天后."""
        length = _after(said)
        if length is not None and not length % ONE_DAY:
            return self.today + length
        return day(said, self.today)

    def _at_large(self, named: date, minute: int = MORNING_AT) -> Moment:
        return Moment(self._local(named, minute), exact=False)

    def _local(self, named: date, minute: int) -> datetime:
        """1440 is the midnight at the end of that day."""
        days, rest = divmod(minute, DAY)
        clock = time(rest // 60, rest % 60)
        at = datetime.combine(named + days * ONE_DAY, clock, self.zone)
        return at.astimezone(self.now.tzinfo)


def _after(said: str) -> timedelta | None:
    """The length in 三天后, in 3 days, 3 days from now."""
    found = FROM_NOW.fullmatch(said)
    return span(found[1] or found[2]) if found else None
