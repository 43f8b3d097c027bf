"""What a report calls the place where it is: 「高架桥底下」 of 「高架桥底下路灯不亮」."""

from __future__ import annotations

import re
from collections.abc import Iterator

from domain.places.names import STOPS
from domain.places.phrases import FAULT, TALK
from domain.places.tails import HEAD, TAIL

LONGEST = 12
"""Characters of the name; what is longer tells more than a name."""
ENGLISH = re.compile(
    r"\b((?:under|behind|outside|opposite|near|by|at|beside|next to|in front of)"
    r" (?:the )?[a-z][a-z' ]{2,23})$"
)


def told(text: str) -> str:
    """The exact part of the text that names where it is, '' where it has none or several.

    A name that begins a clause and has behind it what says where beside it; in English what
    ends a clause behind a word such as under.
    """
    found = list(dict.fromkeys(_named(text)))
    return found[0] if len(found) == 1 else ""


def _named(text: str) -> Iterator[str]:
    for clause in STOPS.split(text):
        said = HEAD.sub("", clause, count=1).strip()
        for tail in TAIL.finditer(said, 1):
            name = said[: tail.start()].strip()
            if _plain(name):
                yield said[: tail.end()]
            break
        ending = ENGLISH.search(said.lower())
        if ending and not FAULT.search(ending[1]) and not TALK.search(ending[1]):
            yield said[ending.start(1) : ending.end(1)]


def _plain(name: str) -> bool:
    if not 1 < len(name) <= LONGEST or name.isascii():
        return False
    return not (FAULT.search(name) or TALK.search(name))
