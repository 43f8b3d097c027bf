"""A day as people say it: 12-01, 12月1日, 明天, 下周一, next monday; and how it is written."""

from __future__ import annotations

import re
from datetime import date, timedelta

from domain.values.dates import of_month, with_month
from domain.values.text import spoken

NEAR = {
    "大前天": -3,
    "前天": -2,
    "前日": -2,
    "前儿": -2,
    "day before yesterday": -2,
    "the day before yesterday": -2,
    "昨天": -1,
    "昨日": -1,
    "昨儿": -1,
    "yesterday": -1,
    "今天": 0,
    "今日": 0,
    "今儿": 0,
    "today": 0,
    "明天": 1,
    "明日": 1,
    "明儿": 1,
    "tomorrow": 1,
    "tmr": 1,
    "tmrw": 1,
    "后天": 2,
    "后日": 2,
    "day after tomorrow": 2,
    "the day after tomorrow": 2,
    "大后天": 3,
}
WEEKDAY = re.compile(
    "(上上|上|下下|下|这|本)?个?(?:周|星期|礼拜)([一二三四五六日天1-7])",
)
NAMES = (
    "mon(?:day)?",
    "tue(?:s(?:day)?)?",
    "wed(?:nesday)?",
    "thu(?:r(?:s(?:day)?)?)?",
    "fri(?:day)?",
    "sat(?:urday)?",
    "sun(?:day)?",
)
ENGLISH = re.compile(rf"(?:(this|coming|next|last) )?({'|'.join(NAMES)})")
CHINESE_DAYS = {
    **{name: number for number, name in enumerate("一二三四五六日")},
    **{str(number + 1): number for number in range(7)},
    "天": 6,
}
ENGLISH_DAYS = tuple(name[:3] for name in NAMES)
WEEKS = {
    "上上": -2,
    "上": -1,
    "last": -1,
    "下下": 2,
    "下": 1,
    "next": 1,
    "这": 0,
    "本": 0,
}
"""Weeks begin on Monday, also in English: next friday is that of the week to come."""
LOOKED_BACK = tuple(timedelta(days) for days in (6, 31, 366, 4 * 366, 8 * 366))
"""Within one of them there was such a weekday, day of a month, date; 29 February at last."""


def day(text: str, today: date) -> date | None:
    """The day, or None. The month comes first everywhere: 12/1 is the first of December.

    Without a year, or as a weekday, it is the next one not before today.
    What names its year or week (2026-12-01, 这周一, 昨天) may lie in the past:
    what that means is the caller's.
    """
    said = spoken(text).removeprefix("on ")
    try:
        if said in NEAR:
            return today + timedelta(days=NEAR[said])
        return _weekday(said, today) or with_month(said, today) or of_month(said, today)
    except (ValueError, OverflowError):  # after the year 9999
        return None


def past_day(text: str, today: date) -> date | None:
    """As `day`; but without a year, or as a weekday, it is the last one not after today."""
    found = day(text, today)
    if found is None or found <= today or day(text, found) != found:
        return found
    for back in LOOKED_BACK:
        earlier = day(text, today - back)
        if earlier is not None and earlier <= today:
            return earlier
    return found


def show_day(at: date) -> str:
    """'2026-12-01'."""
    return at.isoformat()


def _weekday(said: str, today: date) -> date | None:
    if chinese := WEEKDAY.fullmatch(said):
        number = CHINESE_DAYS[chinese[2]]
        return _in_week(chinese[1], number, today)
    if english := ENGLISH.fullmatch(said):
        number = ENGLISH_DAYS.index(english[2][:3])
        return _in_week(english[1], number, today)
    return None


def _in_week(week: str | None, number: int, today: date) -> date:
    """`number` counts from Monday, 0; without a week that is in the table the next one."""
    if week not in WEEKS:
        return today + timedelta(days=(number - today.weekday()) % 7)
    monday = today - timedelta(days=today.weekday())
    return monday + timedelta(weeks=WEEKS[week], days=number)
