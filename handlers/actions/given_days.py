"""More time that somebody is given: 给李敏宽两天, 多给张强两天, 给0001延两天. It is the case that
is put off, whoever has it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from domain.values.span import span
from handlers.texts.words import anywhere, one_of, plain

LONGEST, LONGEST_NAME = 40, 10
"""Letters of the line, and of whom it names (ours)."""


class Given(NamedTuple):
    """To whom, or of which case, and how long; two times '' where no time is given."""

    whom: str = ""
    days: str = ""


def given_days(said: str) -> Given:
    """Only where nothing else is said: what stands between is a name or a number."""
    hit = _lead().match(plain(said)) if len(said) <= LONGEST else None
    if hit is None:
        return Given()
    rest = plain(said)[hit.end() :]
    for cut in range(min(len(rest), LONGEST_NAME)):
        days = rest[cut:].strip()
        more = anywhere("words-more-days").match(days)
        days = days[more.end() :].strip() if more else days
        if (more or hit["more"]) and span(days):
            return Given(rest[:cut].strip(), days)
    return Given()


@cache
def _lead() -> re.Pattern[str]:
    more, to = one_of("words-more-days"), anywhere("words-give-to").pattern
    return re.compile(rf"(?P<more>{more}\s*)?(?:{to})\s*")
