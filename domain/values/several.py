"""Several places of a list at once: "1 3 5", "1、3、5", "1-3", "1到3", "第一和第三个"."""

from __future__ import annotations

import re

from domain.values.text import ENGLISH, spoken, whole

MOST = 99
"""What is more is no place in a list."""
BETWEEN = re.compile(r"[\s,，、;；.。+&和跟与]+|\band\b")
RANGE = re.compile(r"\s*(?:[-~到至]|\bto\b)\s*")
LONGEST = 30
"""Letters of several places."""
COUNTED = re.compile("[一二两三四五六七八九十]+[件个条项]?")
"""How many, not which."""
SPELT = {word: str(value) for word, value in ENGLISH.items() if value > 1}
FIRST = re.compile(
    r"(?:前面?|头|\b(?:the )?first )\s*"
    rf"([0-9]{{1,2}}|[二两三四五六七八九十]{{1,3}}|{'|'.join(SPELT)}\b)[件个条项]?"
)
"""So many from the first on: 前三件, "the first 3"."""
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
ORDINAL = re.compile(
    rf"\b(?:the )?({'|'.join(ORDINALS)}) (?:one|case)\b|\bthe ({'|'.join(ORDINALS)})$"
)
"""The one at this place: "the first one"."""
PLACE = re.compile(
    r"(?:第|no\.? ?|#)?([0-9]{1,2}|[一二两三四五六七八九十]{1,3})[件个条项]?"
)
NTH = re.compile(r"第(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,3})[件个条项]?")
BEGINS = re.compile(
    rf"(?:{BETWEEN.pattern})*\s*(?:the )?"
    rf"(?:[-0-9一二两三四五六七八九十第#前头]|no\b|first\b|(?:{'|'.join(ORDINALS)})\b)"
)
"""What can be the beginning of places at all: most of what is said cannot."""


def places(text: str) -> list[int]:
    """Counted from 1, each once, in the order in which they were named; none where anything else
    is said too.
    """
    found: dict[int, None] = {}
    said = FIRST.sub(_from_the_first, RANGE.sub("-", spoken(text)))
    said = ORDINAL.sub(_at, said)
    for piece in filter(None, BETWEEN.split(said)):
        first, _, last = piece.partition("-")
        start, end = _place(first), _place(last or first)
        if not start or not end or not start <= end <= MOST:
            return []
        found |= dict.fromkeys(range(start, end + 1))
    return list(found)


def counted_off(text: str) -> bool:
    """Whether places are counted there, 前两个, "the second one": no case is called so."""
    said = spoken(text)
    return any(one.search(said) for one in (FIRST, ORDINAL, NTH))


def first_ones(text: str) -> str:
    """The words with how many from the first on before all else, 前两个接 of 接前两个; as they
    stand where nothing is counted so.
    """
    hit = FIRST.search(text.lower())
    if hit is None or not text[: hit.start()].strip():
        return text
    return f"{hit[0]} {text[: hit.start()].strip()} {text[hit.end() :].strip()}".strip()


def leading(text: str) -> tuple[list[int], str]:
    """The places with which a text begins, as many as there are, and the rest. How many of them
    there are (两个, 三件) is no place.
    """
    if not BEGINS.match(spoken(text[:LONGEST])):
        return [], text
    for end in range(min(len(text), LONGEST), 0, -1):
        found = places(text[:end])
        if found and not COUNTED.fullmatch(text[:end].strip()):
            return found, text[end:]
    return [], text


def _from_the_first(hit: re.Match[str]) -> str:
    return f"1-{SPELT.get(hit[1], hit[1])}"


def _at(hit: re.Match[str]) -> str:
    return str(ORDINALS.index(hit[1] or hit[2]) + 1)


def _place(said: str) -> int | None:
    named = PLACE.fullmatch(said)
    return whole(named[1]) if named else None
