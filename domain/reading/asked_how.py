"""有人被困怎么报, "how do I report that someone is trapped": what is told in asking how it is
reported, or who is called. Where that is a danger it is one; where nobody is in it yet, as in
着火怎么报 or 万一有人晕倒, the numbers are still what is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from domain.reading.model import Reading
from domain.reading.vocabulary import Vocabulary

Read = Callable[[str], Reading]
NOTHING = r"(?!)"
AROUND = 6  # words on either side; a row without end would be looked through from each of them


def with_what_is_told(
    text: str,
    vocabulary: Vocabulary,
    read: Read,
) -> Reading:
    """What it means, and what is told in asking where it is no danger as a whole."""
    found = read(text)
    said = text.lower()
    asked = _asked(vocabulary).search(said)
    if found.danger or asked is None:
        return found
    before = said[: asked.start()]
    behind = said[asked.end() :]
    left = f"{before} {behind}".strip()
    if_ever = _any_of("if_ever", vocabulary)
    sure, supposed = if_ever.subn(" ", left)
    told = read(sure)
    happens = _any_of("happens", vocabulary).search(left)
    if told.danger is None:
        return found
    if supposed or not happens:
        return replace(found, asks_of=told.danger)
    return replace(
        told,
        places=found.places,
        asked=found.asked,
    )


@lru_cache(maxsize=8)
def _asked(vocabulary: Vocabulary) -> re.Pattern[str]:
    """The question, with what stands around it and says nothing."""
    before = _one_of("tell_before", vocabulary)
    asks = _one_of("how_to_tell", vocabulary)
    after = _one_of("tell_after", vocabulary)
    around = f"{{0,{AROUND}}}"
    return re.compile(rf"(?:{before}\s*){around}{asks}(?:\s*{after}){around}")


@lru_cache(maxsize=16)
def _any_of(name: str, vocabulary: Vocabulary) -> re.Pattern[str]:
    return re.compile(_one_of(name, vocabulary))


def _one_of(name: str, vocabulary: Vocabulary) -> str:
    """The longest first; a Latin word stands by itself."""
    known = vocabulary.classes.get(name, ())
    longest = sorted(known, key=len, reverse=True)
    each = "|".join(map(_by_itself, longest))
    return f"(?:{each})" if each else NOTHING


def _by_itself(word: str) -> str:
    latin = word.isascii() and word.isalpha()
    found = re.escape(word)
    return rf"\b{found}\b" if latin else found
