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

REASONS = ("empty", "long", "link", "contact", "home", "name", "cash", "dear")
"""Why words may not stand there, as `unfit` says it."""

TELLING = ("link", "contact", "home", "name")
"""What would tell who somebody is."""

SHORTEST_NAME = 2
"""Letters."""

ANYWHERE = ("patterns",)
BETWEEN = ("patterns", "sides")
"""Tables of patterns: what counts wherever it is said, and what does between two sides as well."""

FIGURES = str.maketrans(
    "零〇一幺壹二两贰三叁四肆五伍六陆七柒八捌九玖", "0011122233445566778899"
)
ENGLISH = {
    **dict.fromkeys(("zero", "oh", "o"), "0"),
    **{"one": "1", "two": "2", "three": "3", "four": "4", "five": "5"},
    **{"six": "6", "seven": "7", "eight": "8", "nine": "9"},
}
SPELLED = re.compile(rf"\b(?:{'|'.join(ENGLISH)})\b[\s,.-]*", re.IGNORECASE)
"""A figure that is spelled in English, and what stands before the next one."""
WEEKDAY = re.compile("(?:周|星期|礼拜)[一二三四五六日天]")
"""Its figure is none of the number after it."""

Patterns = dict[str, tuple[re.Pattern[str], ...]]


def unfit(words: str, most_yuan: int) -> str:
    """Why these words cannot stand on the list, one of REASONS; '' where they can."""
    said = plain(words)
    if not said:
        return "empty"
    if len(said) > LONGEST:
        return "long"
    why = _found(said, (*TELLING, "cash"), BETWEEN)
    return why or ("dear" if _dearest(said) > most_yuan else "")


def tells_who(words: str) -> str:
    """Why this may not be read by people who do not know each other, one of TELLING. A public place
    may be named with its street and number.
    """
    return _found(plain(words), TELLING, ANYWHERE)


def between(words: str) -> str:
    """Why this may not go from one side of a wish or an order to the other; '' where it may."""
    return _found(plain(words), (*TELLING, "cash"), BETWEEN)


def calls(words: str, name: str) -> bool:
    """Whether somebody's name stands in the words; a single letter is no name."""
    said, called = plain(words).lower(), plain(name).lower()
    if len(called) < SHORTEST_NAME or called.isdecimal():
        return False
    if not called.isascii():
        return called in said
    return re.search(rf"(?<![a-z0-9]){re.escape(called)}(?![a-z0-9])", said) is not None


def _found(
    said: str,
    reasons: tuple[str, ...],
    tables: tuple[str, ...],
) -> str:
    for why in reasons:
        known = (one for table in tables for one in _patterns(table).get(why, ()))
        if any(pattern.search(spelled) for pattern in known for spelled in _ways(said)):
            return why
    return ""


def _ways(said: str) -> tuple[str, ...]:
    """As it stands, since a name may be a figure, and with its digits as figures, be they Chinese
    or spelled in English.
    """
    spelled = SPELLED.sub(lambda hit: ENGLISH[_word(hit[0])], said)
    return said, WEEKDAY.sub(" ", said).translate(FIGURES), spelled


def _word(said: str) -> str:
    return said.rstrip(" \t\n,.-").lower()


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
    data = tomllib.loads(source)
    words = {
        f"<{name}>": f"(?:{'|'.join(given.split())})"
        for name, given in data["words"].items()
    }

    def made(pattern: str) -> re.Pattern[str]:
        for name, given in words.items():
            pattern = pattern.replace(name, given)
        return re.compile(pattern, re.IGNORECASE)

    return {name: tuple(map(made, given)) for name, given in data[table].items()}
