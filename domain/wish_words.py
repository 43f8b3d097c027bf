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

REASONS = ("empty", "long", "link", "contact", "home", "cash", "dear")
"""Why words may not stand there, as `unfit` says it."""

TELLING = ("link", "contact", "home")
"""What would tell who somebody is."""

FIGURES = str.maketrans("零〇一幺二两三四五六七八九", "0011223456789")
Patterns = dict[str, tuple[re.Pattern[str], ...]]


def unfit(words: str, most_yuan: int) -> str:
    """Why these words cannot stand on the list, one of REASONS; '' where they can."""
    said = plain(words)
    if not said:
        return "empty"
    if len(said) > LONGEST:
        return "long"
    why = _found(said, (*TELLING, "cash"))
    return why or ("dear" if _dearest(said) > most_yuan else "")


def tells_who(words: str) -> str:
    """Why this may not be said from one side of a wish to the other, one of TELLING."""
    return _found(plain(words), TELLING)


def _found(said: str, reasons: tuple[str, ...]) -> str:
    known, spelled = _patterns("patterns"), said.translate(FIGURES)
    for why in reasons:
        if any(pattern.search(spelled) for pattern in known[why]):
            return why
    return ""


def _dearest(said: str) -> float:
    """The largest sum that is named, in yuan."""
    known = _patterns("value")
    sums = [
        _figure(hit[1]) * (10_000 if hit[2] else 1)
        for pattern in known["sums"]
        for hit in pattern.finditer(said)
    ]
    thousands = [
        _figure(hit[1]) * 1000 + _figure(hit[2] or "0") * 100
        for pattern in known["thousands"]
        for hit in pattern.finditer(said)
    ]
    return max((*sums, *thousands), default=0.0)


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
