"""A time of day as people say it: 09:00, 9点半, 下午3点, 9:30 pm, half past nine."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time

from domain.values.dayparts import Hours, parted
from domain.values.text import ENGLISH, NUMERALS, spoken, whole

DAY = 24 * 60
"""Minutes."""

NAMED = {
    "noon": 720,
    "midday": 720,
    "中午": 720,
    "正午": 720,
    "midnight": 0,
}
QUARTERS = {
    "一": 15,
    "1": 15,
    "两": 30,
    "2": 30,
    "三": 45,
    "3": 45,
}
STEPS = {
    "half past": 30,
    "quarter past": 15,
    "quarter to": -15,
}

NUMBER = f"[0-9]{{1,2}}|[{NUMERALS}]{{1,4}}"
FIGURES = re.compile(r"([0-9]{1,2})(?:\s*:\s*|\.)([0-5][0-9])(?::00)?")
SAID = re.compile(rf"({NUMBER})\s*(?:点钟?|时|h)\s*(.*)")
MINUTE = re.compile(rf"({NUMBER}|零[一二三四五六七八九])(分?)")
A_BIT = re.compile("[早晚]一点.*")
"""一点 after 早 or 晚 alone is "a bit": 早一点 is sooner. 早上一点 and 晚1点 are hours."""

PAST = re.compile(r"(?:a )?(half past|quarter past|quarter to) ([a-z]{3,6}|[0-9]{1,2})")
HOUR = re.compile(r"([0-9]{1,2}|[a-z]{3,6})( ?o'?clock)?")


@dataclass(frozen=True, slots=True)
class Said:
    """An hour and a minute as they were said.

    `part` are the hours of the part of the day, if one was named;
    `after` says whether it came after the hour, as in 9pm.
    """

    hour: int
    minute: int
    part: Hours | None = None
    after: bool = False

    def minutes(self, part: Hours | None = None) -> int | None:
        """Minutes after midnight, at most 1440; by `part` where none was named."""
        hours = self.part or part
        hour = self.hour if hours is None else hours.get(self.hour)
        if hour is None:
            return None
        total = hour * 60 + self.minute
        return total if total <= DAY else None


def clock(text: str, *, bare: bool = False) -> time | None:
    """The time of day, or None. 24:00 is none, since it is an end only: see `minutes`.

    `bare` takes a number alone for the hour. 9.30 and 21h are times here;
    where days or spans may stand too, those win (see `moment`).
    An hour without a part of the day is one of 24: 3点 is 03:00.
    """
    found = minutes(text, bare=bare)
    if found is None or found == DAY:
        return None
    return time(found // 60, found % 60)


def minutes(text: str, *, bare: bool = False) -> int | None:
    """As `clock`, in minutes after midnight from 0 to 1440 (24:00, 晚上12点)."""
    said = spoken(text)
    if said in NAMED:
        return NAMED[said]
    found = read(said, bare=bare)
    return None if found is None else found.minutes()


def show_clock(at: time) -> str:
    """'09:05'."""
    return f"{at:%H:%M}"


def read(said: str, *, bare: bool) -> Said | None:
    """The hour and minute in what `spoken` made of a text."""
    if A_BIT.fullmatch(said):
        return None
    at = said.startswith("at ")
    rest, part, after = parted(said.removeprefix("at "))
    found = _figures(rest, bare=bare or after or at)
    if found is None:
        return None
    return Said(*found, part, after)


def _figures(said: str, *, bare: bool) -> tuple[int, int] | None:
    if figures := FIGURES.fullmatch(said):
        return int(figures[1]), int(figures[2])
    if chinese := SAID.fullmatch(said):
        hour = whole(chinese[1])
        minute = _minute(chinese[2])
        return None if hour is None or minute is None else (hour, minute)
    if past := PAST.fullmatch(said):
        return _past(past[1], _hour(past[2]))
    found = HOUR.fullmatch(said)
    if found is None or not (bare or found[2]):
        return None
    hour = _hour(found[1])
    return None if hour is None else (hour, 0)


def _minute(said: str) -> int | None:
    """The minute after the hour: none, 整, 半, 一刻, 15, 15分, 零五, 5分."""
    if said in ("", "整"):
        return 0
    if said == "半":
        return 30
    if said[1:] in ("刻", "刻钟"):
        return QUARTERS.get(said[0])
    found = MINUTE.fullmatch(said)
    if found is None or not _sure(found):
        return None
    minute = whole(found[1].removeprefix("零") or "零")
    return minute if minute is not None and minute < 60 else None


def _sure(minute: re.Match[str]) -> bool:
    """A lone 5 may mean five or fifty."""
    figure = minute[1]
    return bool(minute[2]) or len(figure) > 1 or figure == "十"


def _past(how: str, hour: int | None) -> tuple[int, int] | None:
    step = STEPS[how]
    if not hour:
        return None
    return (hour, step) if step > 0 else (hour - 1, 60 + step)


def _hour(word: str) -> int | None:
    return int(word) if word.isdigit() else ENGLISH.get(word)
