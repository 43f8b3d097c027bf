"""How many and when, as far as the words of a need or a resource say so."""

from __future__ import annotations

import re

from domain.matching.listing import MOST_CAPACITY
from domain.matching.times import ANY, DAYS
from domain.values.day import CHINESE_DAYS
from domain.values.text import ENGLISH as NUMBERS
from domain.values.text import NUMERALS, plain, spoken, whole

PERSONS = "位|名|人|口|户"
PIECES = "个|份|次|件|套|把|双|台|辆|间|张|本|箱|瓶|场|节"
ENGLISH = (
    "people|persons|volunteers|men|women|pieces|places|times|hours|boxes|pairs|rooms"
)
NAMED = "|".join(word for word in NUMBERS if word not in ("a", "an"))
LENGTHS = "(?:minute|hour|day|night|week|month|year|yuan|o'clock|[ap]m)"
"""For ten people, and not for ten days."""

MEASURED = (
    re.compile(rf"([0-9]{{1,4}}|[{NUMERALS}]{{1,4}})\s*({PERSONS})"),
    re.compile(rf"([0-9]{{1,4}}|[{NUMERALS}]{{1,4}})\s*({PIECES})(?!月|小?时|星期)"),
)
COUNTED = (
    *MEASURED,
    re.compile(rf"\b([0-9]{{1,4}}|{NAMED}) (?:\w+ )?(?:{ENGLISH})\b"),
    re.compile(rf"\bfor ([0-9]{{1,4}}|{NAMED})\b(?! (?:\w+ )?{LENGTHS})"),
)
"""People count before things: 三位老人要一个书架 is three."""

ALONE = re.compile(
    rf"([0-9]{{1,4}}|[{NUMERALS}]{{1,4}})\s*(?:{PERSONS}|{PIECES}|天|days?)?"
)
"""A number as an answer."""

WEEKDAY = re.compile(rf"(?:周|星期|礼拜)([一二三四五六日天])|\b({'|'.join(DAYS)})s?\b")
FURTHER = re.compile(
    "(?:周|星期|礼拜)[一二三四五六日天][、,和及至到~-]?[一二三四五六日天](?![个次名位场件人点])"
)
"""Further days follow upon one: 周一三五, 周一至五."""

SAID = (
    ("weekend_days", re.compile("周末白天|weekend days?|weekends by day")),
    (
        "weekends",
        re.compile("周末|双休|周[六日天]|星期[六日天]|weekend|saturday|sunday"),
    ),
    (
        "workdays",
        re.compile(
            "工作日|周[一二三四五]|星期[一二三四五]|workday|weekday|(?:mon|tues|wednes|thurs|fri)day"
        ),
    ),
    ("nights", re.compile("深夜|半夜|夜里|通宵|at night|overnight")),
    ("evenings", re.compile("晚上|傍晚|下班后|evening")),
    ("days", re.compile("白天|上午|下午|中午|by day|morning|afternoon")),
)
"""The first that is said counts."""


def many(words: str) -> int:
    """How many are spoken of; 1 where no number with its measure stands there."""
    said = plain(words).lower()
    for pattern in COUNTED:
        for hit in pattern.finditer(said):
            number = NUMBERS.get(hit[1]) or whole(hit[1])
            if number and number <= MOST_CAPACITY:
                return number
    return 1


def measure(words: str) -> str:
    """The measure word that goes with their number; '' where none is said."""
    said = plain(words)
    found = (pattern.search(said) for pattern in MEASURED)
    return next((hit[2] for hit in found if hit), "")


def times(words: str) -> str:
    """One of `TIMES`; any where the words say none. A single day of the week is that day."""
    said = plain(words).lower()
    named = {_day(hit) for hit in WEEKDAY.finditer(said)}
    if len(named) == 1 and not FURTHER.search(said):
        return DAYS[named.pop()]
    return next((code for code, pattern in SAID if pattern.search(said)), ANY)


def _day(hit: re.Match[str]) -> int:
    """Which day of the week, from Monday on."""
    return CHINESE_DAYS[hit[1]] if hit[1] else DAYS.index(hit[2])


def typed_number(said: str) -> int | None:
    """25, 25人, 二十天; None for what is no number."""
    found = ALONE.fullmatch(spoken(said))
    return whole(found[1]) if found else None
