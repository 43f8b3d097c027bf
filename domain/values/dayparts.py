"""The parts of a day: the hour of the clock that is meant by an hour said at night."""

from __future__ import annotations

import re

Hours = dict[int, int]
"""Hour as said → hour of the clock, 0 to 24. What is missing is unusual or means two."""


def _same(first: int, last: int) -> Hours:
    return {hour: hour for hour in range(first, last + 1)}


def _later(first: int, last: int) -> Hours:
    return {hour: hour + 12 for hour in range(first, last + 1)}


AM = _same(1, 11) | {12: 0}
PM = _later(1, 11) | {12: 12}

SMALL_HOURS = _same(0, 6) | {12: 0}
MORNING = _same(1, 11)
"""Without 12: 上午12点 is noon to people and midnight to some telephones."""

NOON = _same(11, 14) | _later(1, 2)
AFTERNOON = _later(1, 11) | _same(12, 23)
DUSK = _later(4, 8) | _same(16, 20)
EVENING = _later(5, 12) | _same(17, 24)
NIGHT = _same(0, 5) | _later(6, 12) | _same(18, 24)

BEFORE: dict[str, Hours] = {
    "凌晨": SMALL_HOURS,
    "早上": MORNING,
    "早晨": MORNING,
    "清晨": MORNING,
    "清早": MORNING,
    "上午": MORNING,
    "早": MORNING,
    "中午": NOON,
    "正午": NOON,
    "下午": AFTERNOON,
    "午后": AFTERNOON,
    "傍晚": DUSK,
    "晚上": EVENING,
    "晚间": EVENING,
    "夜晚": EVENING,
    "晚": EVENING,
    "夜里": NIGHT,
    "夜间": NIGHT,
    "半夜": NIGHT,
    "深夜": NIGHT,
    "午夜": NIGHT,
}
AFTER: dict[str, Hours] = {
    "am": AM,
    "a.m.": AM,
    "a.m": AM,
    "pm": PM,
    "p.m.": PM,
    "p.m": PM,
    "in the morning": AM,
    "in the afternoon": PM,
    "in the evening": EVENING,
    "at night": NIGHT,
    "noon": NOON,
}
LATE = (EVENING, NIGHT)
"""Parts that go on over midnight: from ten in the evening to six in the morning."""

MORNING_AT, AFTERNOON_AT = 9 * 60, 14 * 60
DUSK_AT, EVENING_AT = 18 * 60, 19 * 60
AT_LARGE: dict[str, int] = {
    "in the morning": MORNING_AT,
    "morning": MORNING_AT,
    "早上": MORNING_AT,
    "上午": MORNING_AT,
    "早晨": MORNING_AT,
    "清晨": MORNING_AT,
    "早": MORNING_AT,
    "in the afternoon": AFTERNOON_AT,
    "afternoon": AFTERNOON_AT,
    "下午": AFTERNOON_AT,
    "午后": AFTERNOON_AT,
    "傍晚": DUSK_AT,
    "in the evening": EVENING_AT,
    "evening": EVENING_AT,
    "晚上": EVENING_AT,
    "晚间": EVENING_AT,
    "晚": EVENING_AT,
}
"""Words for a part of a day at large, the longer before what they end with, and the minute of the
day that is meant (ours).
"""


def _one_of(words: dict[str, Hours]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(map(re.escape, longest_first))


FIRST = re.compile(rf"({_one_of(BEFORE)})\s*(.+)")
LAST = re.compile(rf"(.*[^\sa-z])\s*({_one_of(AFTER)})")
LAST_WORD = re.compile(rf"(.*\S)\s+({_one_of(AFTER)})")


def parted(said: str) -> tuple[str, Hours | None, bool]:
    """(what is left, the part's hours or None, whether the part came after the hour)."""
    if first := FIRST.fullmatch(said):
        return first[2], BEFORE[first[1]], False
    last = LAST.fullmatch(said) or LAST_WORD.fullmatch(said)
    if last:
        return last[1], AFTER[last[2]], True
    return said, None, False
