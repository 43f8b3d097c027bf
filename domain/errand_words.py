"""When and how many, as far as the words of an errand say so: 明天下午两点社区广场搬桌子 2人."""

from __future__ import annotations

import re
from datetime import datetime, tzinfo

from domain.values.moment import moment
from domain.values.text import ENGLISH, NUMERALS, plain, whole

LONGEST = 40
"""Letters that say a day and a time."""
BEGINS = re.compile(r"(?:^|[\s,，。;；：:、]+)(?=\S)")
IN_A_WORD = re.compile("[A-Za-z]{2}| ")
PERSONS = re.compile(rf"([0-9]{{1,4}}|[{NUMERALS}]{{1,4}})\s*个?\s*[人名位]")
NAMED = "|".join(word for word in ENGLISH if word not in ("a", "an"))
PEOPLE = re.compile(
    rf"\b([0-9]{{1,4}}|{NAMED}) (?:\w+ )?(?:people|persons|volunteers|members|riders)\b"
)


def at_in(words: str, now: datetime, zone: tzinfo) -> datetime | None:
    """The moment with its time of day that stands at the beginning or behind a sign; None for
    none.
    """
    for begin in BEGINS.finditer(words):
        part = words[begin.end() : begin.end() + LONGEST]
        for end in range(len(part), 1, -1):
            if IN_A_WORD.match(part[end - 1 : end + 1]):
                continue
            found = moment(part[:end], now, zone)
            if found is not None and found.exact:
                return found.at
    return None


def wanted_in(words: str) -> int:
    """How many people; 0 where none are spoken of."""
    said = plain(words).lower()
    hit = PERSONS.search(said) or PEOPLE.search(said)
    if hit is None:
        return 0
    return ENGLISH.get(hit[1], 0) or whole(hit[1]) or 0
