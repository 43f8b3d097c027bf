"""Days that no calendar has, as somebody wrote them: 2026-02-30, 2月30日."""

from __future__ import annotations

import re
from datetime import date

WRITTEN = re.compile(
    r"(?<![\d-])(?:(?P<year>20\d\d)\s*[-/.年]\s*(?P<month>\d{1,2})"
    r"\s*[-/.月]\s*(?P<day>\d{1,2})[日号]?(?![\d-])"
    r"|(?P<m>\d{1,2})月(?P<d>\d{1,2})[日号])"
)
A_LEAP_YEAR = 2024
"""Of a day without a year: it may be the 29th of February."""


def no_day(
    words: str,
) -> str:
    """The first of them; '' where there is none."""
    found = (hit[0] for hit in WRITTEN.finditer(words) if not _is_one(hit))
    return next(found, "")


def _is_one(
    hit: re.Match[str],
) -> bool:
    year = hit["year"] or A_LEAP_YEAR
    month, day = hit["month"] or hit["m"], hit["day"] or hit["d"]
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True
