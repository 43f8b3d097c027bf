"""What may stand on the list of wishes: no cash, no link, nobody's number, nothing dear."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from domain.places.digits import digits
from domain.values.text import plain

LONGEST = 120
"""Letters of a line on the list (ours)."""

REASONS = ("empty", "long", "link", "contact", "cash", "dear")
"""Why words may not stand there, as `unfit` says it."""

Patterns = dict[str, tuple[re.Pattern[str], ...]]


def unfit(words: str, most_yuan: int) -> str:
    """Why these words cannot stand on the list: empty, long, link, contact, cash or dear; '' where
    they can.
    """
    said = plain(words)
    if not said:
        return "empty"
    if len(said) > LONGEST:
        return "long"
    for why, patterns in _patterns("patterns").items():
        if any(pattern.search(said) for pattern in patterns):
            return why
    return "dear" if _dearest(said) > most_yuan else ""


def tells_who(words: str) -> str:
    """Why this may not be said from one side of a wish to the other: link or contact."""
    said, known = plain(words), _patterns("patterns")
    for why in ("link", "contact"):
        if any(pattern.search(said) for pattern in known[why]):
            return why
    return ""


def _dearest(said: str) -> float:
    """The largest sum that is named, in yuan."""
    found = [
        _figure(hit[1]) * (10_000 if hit[2] else 1)
        for pattern in _patterns("value")["sums"]
        for hit in pattern.finditer(said)
    ]
    return max(found, default=0.0)


def _figure(said: str) -> float:
    if said[0].isdecimal():
        return float(said.replace(",", ""))
    run = digits(said.replace("两", "二"))
    return float(run) if run.isdecimal() else 0.0


@cache
def _patterns(table: str) -> Patterns:
    source = files("domain").joinpath("wish_words.toml").read_text("utf-8")
    rows = tomllib.loads(source)[table]
    return {
        name: tuple(re.compile(one, re.IGNORECASE) for one in given)
        for name, given in rows.items()
    }
