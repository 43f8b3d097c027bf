"""Dates with the English name of a month, as figures: november 1, 1st of Nov, "nov 1-15", october
2026.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

NAMES = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
ALSO_WORDS = ("march", "may")
"""Alone these may mean something else."""
MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in NAMES) + "|sept"
NAMED = rf"(?<![a-z])(?P<month>{MONTH})(?![a-z])\.?"
DAY = r"[0-3]?\d(?:st|nd|rd|th)?(?![\d:])"
YEAR = r"(?:,?\s*(?P<year>20\d\d))?"
TO = r"\s*(?:-+|–|—|~|to|until|till|through)\s*"
WHOLE = "|".join(one for one in NAMES if one not in ALSO_WORDS)
FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?P<first>{DAY}){TO}(?P<last>{DAY})\s*(?:of\s*)?{NAMED}{YEAR}",
        rf"{NAMED}\s*(?P<first>{DAY}){TO}(?P<last>{DAY})(?!\s*(?:{MONTH})){YEAR}",
        rf"{NAMED}\s*(?:the\s*)?(?P<first>{DAY}){YEAR}",
        rf"(?P<first>{DAY})\s*(?:of\s*)?{NAMED}{YEAR}",
        rf"(?<![a-z])(?P<month>{WHOLE})(?![a-z]){YEAR}",
    )
)


def in_figures(words: str) -> str:
    """The words with each of them as 11-1, and 11月 where only the month is named."""
    if any(one[:3] in words.lower() for one in NAMES):
        for form in FORMS:
            words = form.sub(_figures, words)
    return words


def _figures(hit: re.Match[str]) -> str:
    found = hit.groupdict()
    month = [one[:3] for one in NAMES].index(hit["month"][:3].lower()) + 1
    year = f"{found['year']}-" if found.get("year") else ""
    days = [*_days(found)]
    if not days:
        return f"{year}{month:02}" if year else f"{month}月"
    return " to ".join(f"{year}{month:02}-{one}" for one in days)


def _days(found: dict[str, str]) -> Iterator[str]:
    for key in ("first", "last"):
        if found.get(key):
            yield re.sub(r"\D", "", found[key])
