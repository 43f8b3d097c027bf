"""A Chinese name as it is written by its sound: 张强 is zhangqiang, Zhang Qiang and Qiang Zhang."""

from __future__ import annotations

import itertools
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

MOST_READ = 3
"""Letters of a name that are read in more than one way: any one of them may be."""


def spelt(
    surname: str,
    given: str,
) -> frozenset[str]:
    """The whole name, the surname before or behind, in small letters; none where a letter of it is
    not known.
    """
    return frozenset(
        form
        for first in _sounds(surname)
        for last in _sounds(given)
        for form in _forms(first, last)
    )


def sounds(letters: str) -> frozenset[str]:
    """These letters alone, in one word."""
    return frozenset("".join(one) for one in _sounds(letters))


def _forms(
    first: tuple[str, ...],
    last: tuple[str, ...],
) -> Iterator[str]:
    family, own = "".join(first), "".join(last)
    yield from (f"{family}{own}", f"{family} {own}", f"{own} {family}")
    yield from (f"{own}{family}", " ".join((*first, *last)), f"{family}-{own}")


def _sounds(letters: str) -> list[tuple[str, ...]]:
    readings = [_table().get(letter, ()) for letter in letters]
    several = sum(len(one) > 1 for one in readings)
    return [*itertools.product(*readings)] if letters and several <= MOST_READ else []


@cache
def _table() -> dict[str, tuple[str, ...]]:
    """By letter, how it sounds; lü may be typed lv, lu or lyu."""
    text = (files("domain") / "pinyin.toml").read_text("utf-8")
    found: dict[str, list[str]] = defaultdict(list)
    for sound, letters in tomllib.loads(text).items():
        with_v = "v" in sound
        ways = (
            [sound.replace("v", one) for one in ("v", "u", "yu")] if with_v else [sound]
        )
        for letter in letters:
            found[letter] += ways
    return {letter: tuple(dict.fromkeys(ways)) for letter, ways in found.items()}
