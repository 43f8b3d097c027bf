"""A length of time as people say it: 3d, 两个小时, 半小时, 1h30m, 一个半小时."""

from __future__ import annotations

import re
from datetime import timedelta
from fractions import Fraction

from domain.values.text import ENGLISH, NUMERALS, count, spoken

MINUTE = timedelta(minutes=1)
HOUR = 60
DAY = 24 * HOUR
WORDS = {
    30 * DAY: "月 month months",
    7 * DAY: "周 星期 礼拜 w week weeks",
    DAY: "天 d day days",
    HOUR: "小时 钟头 时 h hr hrs hour hours",
    15: "刻钟 刻",
    1: "分钟 分 m min mins minute minutes",
}
UNITS = {word: size for size, words in WORDS.items() for word in words.split()}
"""Word → minutes. A month is thirty days."""

COUNTED = ("月", "星期", "礼拜", "小时", "钟头")
"""Units before which 个 may stand; 月 needs it, since 3月 is March."""

HALF = Fraction(1, 2)
FIGURE = r"[0-9]{1,4}(?:\.[0-9]{1,2})?"
WORD = rf"(?<![a-z])(?:{'|'.join(ENGLISH)})(?![a-z])"
NUMBER = rf"{FIGURE}|[{NUMERALS}]{{1,5}}|半|{WORD}"
UNIT = "|".join(sorted(UNITS, key=len, reverse=True))
AND_A_HALF = rf"半(?!\s*(?:个|{UNIT}))"
PIECE = re.compile(rf"({NUMBER})\s*(个?)\s*(半?)\s*({UNIT})(?![a-z])\s*({AND_A_HALF})?")
BETWEEN = re.compile(r"\s*(?:,|又|零|\band\b)?\s*(?=\S)")


def span(text: str, *, bare: timedelta | None = None) -> timedelta | None:
    """The length, more than nothing and in whole minutes, or None.

    Weeks, days, hours and minutes may follow each other, the greater first.
    30m are minutes, 1个月 is thirty days, 半天 twelve hours. `bare` is the
    unit of a number alone (None: a number alone is no span).
    """
    said = _halves(spoken(text))
    alone = None if said in ENGLISH else count(said)
    if alone is None:
        return _length(_total(said))
    return None if bare is None else _length(alone * (bare // MINUTE))


def inside(text: str) -> str:
    """The only length of time among other words; '' for none, or several."""
    found = [hit[0] for hit in PIECE.finditer(spoken(text)) if UNITS[hit[4]] >= DAY]
    return found[0] if len(found) == 1 else ""


def show_span(length: timedelta) -> str:
    """'1d12h30m' for a length in whole minutes; '0m' for none."""
    days, rest = divmod(length // MINUTE, DAY)
    hours, minutes = divmod(rest, HOUR)
    shown = {"d": days, "h": hours, "m": minutes}
    parts = (f"{number}{unit}" for unit, number in shown.items() if number)
    return "".join(parts) or "0m"


def _halves(said: str) -> str:
    """English halves said the Chinese way: an hour and a half, half an hour."""
    said = re.sub(r" and a half\b", "半", said)
    return re.sub(r"\bhalf (?:an? )?", "半", said)


def _total(said: str) -> Fraction:
    """Minutes, if all of it is pieces of ever smaller units; else 0."""
    total = Fraction(0)
    last = 60 * DAY
    place = 0
    while place < len(said):
        piece = PIECE.match(said, place)
        if piece is None or UNITS[piece[4]] >= last:
            return Fraction(0)
        minutes = _minutes(piece)
        if not minutes:
            return Fraction(0)
        total += minutes
        last = UNITS[piece[4]]
        gap = BETWEEN.match(said, piece.end())
        place = gap.end() if gap else piece.end()
    return total


def _minutes(piece: re.Match[str]) -> Fraction | None:
    number, counted, before, unit, after = piece.groups()
    amount = count(number)
    wrong = unit not in COUNTED if counted else unit == "月"
    if amount is None or wrong:
        return None
    halves = [number == "半", bool(before), bool(after)].count(True)
    if halves > 1:
        return None
    if before or after:
        amount += HALF
    return amount * UNITS[unit]


def _length(minutes: Fraction) -> timedelta | None:
    if minutes <= 0 or minutes.denominator != 1:
        return None
    return int(minutes) * MINUTE
