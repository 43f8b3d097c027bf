"""Holidays that stand on the same days each year, as people name them: 国庆, "new year"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from domain.values.period import Period

NAMES = {
    "元旦": (1, 1, 1),
    "五一": (5, 1, 5),
    "劳动节": (5, 1, 5),
    "国庆": (10, 1, 7),
    "new year": (1, 1, 1),
    "may day": (5, 1, 5),
    "labour day": (5, 1, 5),
    "labor day": (5, 1, 5),
    "national day": (10, 1, 7),
}
"""Month and day of the first, and how many days are usually off."""
NAMED = re.compile(
    rf"(?:(?:over|during) )?(?:the )?({'|'.join(NAMES)})(?:节|'s day|'s| day)?"
    r"(?:期间|假期|长假| holidays?| week)?"
)


def holiday(text: str, today: date) -> tuple[Period, str] | None:
    """The days of the next one that is named in the words, from today on, and the rest of them."""
    hit = NAMED.search(text)
    if hit is None:
        return None
    month, day, length = NAMES[hit[1]]
    for year in (today.year, today.year + 1):
        first = date(year, month, day)
        last = first + timedelta(days=length - 1)
        if last >= today:
            rest = f"{text[: hit.start()]} {text[hit.end() :]}"
            return Period(max(first, today), last), " ".join(rest.split())
    return None
