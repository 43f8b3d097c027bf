"""What English words mean beside each other: an opinion of words that no lesson ever had.

Some questions are asked of every three words in a row, each by adding three numbers of a word;
the surest answer to each makes the opinion (a convolution over what words mean, docs/adr/0059).
Words that mean much the same have much the same numbers.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from operator import add

WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|[0-9]+")
NUMBER = "0"  # any number
MOST = 28  # words that are looked at
SIDE_BY_SIDE = 3
EDGE = SIDE_BY_SIDE - 1  # places before the first word and behind the last
ZERO = 128  # what is added to a number, so that it is never below nothing
HEAD_END = b"\n"


@dataclass(frozen=True, slots=True)
class Meanings:
    """`at` says where a word's numbers begin in each of `numbers`: one byte for each question, and
    so many bytes a place in the row. What is not known has those at 0, which say nothing.
    """

    at: Mapping[str, int]
    numbers: tuple[bytes, ...]
    least: tuple[float, ...]  # an answer counts by what it is above it
    weigh: tuple[float, ...]  # how much each question's answer says of danger
    own: float

    @classmethod
    def read(cls, data: bytes) -> Meanings:
        """From what training wrote: JSON in one line, and the numbers of its words.

        Raises ValueError where there are more or fewer of these.
        """
        head, _, numbers = data.partition(HEAD_END)
        said = json.loads(head)
        words, many = said["words"].split(), len(said["least"])
        long = many * (len(words) + 1)
        if len(numbers) != long * SIDE_BY_SIDE:
            raise ValueError(
                "meanings: a number for each word, place and question is wanted"
            )
        return cls(
            {word: many * at for at, word in enumerate(words, 1)},
            tuple(
                numbers[begin : begin + long] for begin in range(0, len(numbers), long)
            ),
            tuple(said["least"]),
            tuple(said["weigh"]),
            said["own"],
        )

    def danger(self, words: Sequence[str]) -> float:
        """How far words side by side tell of a danger (log odds)."""
        many, edge = len(self.least), [0] * EDGE
        begins = [*edge, *(self.at.get(word, 0) for word in words), *edge]
        one, two, three = (
            b"".join(
                [
                    row[begin : begin + many]
                    for begin in begins[place : place - EDGE or None]
                ]
            )
            for place, row in enumerate(self.numbers)
        )
        answers = list(map(add, map(add, one, two), three))
        said = self.own
        for question, (least, weight) in enumerate(
            zip(self.least, self.weigh, strict=True)
        ):
            surest = max(answers[question::many])
            if surest > least:
                said += weight * (surest - least)
        return said


def words_of(text: str) -> list[str]:
    """The Latin words and numbers of a plain text, the first `MOST`."""
    found = WORD.findall(text)[:MOST]
    return [NUMBER if word[0].isdecimal() else word for word in found]


def danger_meant(text: str) -> float | None:
    """How far the words of a plain text tell of a danger (log odds); of a few nothing."""
    words = words_of(text)
    return meanings().danger(words) if len(words) >= SIDE_BY_SIDE else None


@cache
def meanings() -> Meanings:
    """Those of the package; read where somebody first writes in Latin letters."""
    return Meanings.read((files("domain.reading") / "meanings.bin").read_bytes())
