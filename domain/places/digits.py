"""Numbers as people write them, 十二, 三〇五 or 005, as plain digits."""

from __future__ import annotations

CHINESE = "零〇一二三四五六七八九十百千"
VALUES = {char: value for value, char in enumerate("零一二三四五六七八九")}
VALUES["〇"] = 0
UNITS = {"十": 10, "百": 100, "千": 1000}


def digits(run: str) -> str:
    """The run of digits, ASCII or of CHINESE, without leading zeros.

    百 and 千 alone count nothing (百货) and stay as they are.
    """
    if run.isascii():
        return run.lstrip("0") or "0"
    if set(run) <= {"百", "千"}:
        return run
    if UNITS.keys().isdisjoint(run):
        spelled = "".join(str(VALUES[char]) for char in run)
        return spelled.lstrip("0") or "0"
    return str(_counted(run))


def _counted(run: str) -> int:
    """The value of a number with units: 十二 is 12, 一百零五 is 105."""
    total = current = 0
    for char in run:
        if char in UNITS:
            total += (current or 1) * UNITS[char]
            current = 0
        else:
            current = VALUES[char]
    return total + current
