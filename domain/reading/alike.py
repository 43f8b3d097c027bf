"""Which category English words speak of that no lesson had: that of which their like speaks.

Each word has a number for each category, learnt from where it points (docs/adr/0062); what words
say side by side is their sum.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

ZERO = 128  # what is added to a number, so that it is never below nothing
LANE = 2  # bytes a label, as `Weights` have them: many words are added without a carry
HEAD_END = b"\n"


@dataclass(frozen=True, slots=True)
class Alike:
    """`at` says where a word's numbers begin: so many fifths for each label, side by side."""

    at: Mapping[str, int]
    numbers: bytes
    labels: tuple[str, ...]
    long: int  # bytes a word
    nothing: int  # what a word is above nothing

    @classmethod
    def read(cls, data: bytes, labels: Sequence[str]) -> Alike:
        """From what training wrote: JSON in one line, and a byte for each word and label. They are
        put where these labels have them.

        Raises ValueError where there are more or fewer, or a label is none of these.
        """
        head, _, numbers = data.partition(HEAD_END)
        said = json.loads(head)
        words, known = said["words"].split(), said["labels"]
        if len(numbers) != len(words) * len(known):
            raise ValueError("alike: a number for each word and label is wanted")
        long = LANE * len(labels)
        wide, nothing = bytearray(long * len(words)), bytearray(long)
        for place, label in enumerate(known):
            lane = LANE * labels.index(label)
            wide[lane::long] = numbers[place :: len(known)]
            nothing[lane] = ZERO
        at = {word: long * place for place, word in enumerate(words)}
        less = int.from_bytes(nothing, "little")
        return cls(at, bytes(wide), tuple(known), long, less)

    def of(self, words: Sequence[str]) -> int:
        """The sum of what these words say, of unknown ones nothing."""
        begins = [self.at[word] for word in words if word in self.at]
        total = sum(
            int.from_bytes(self.numbers[begin : begin + self.long], "little")
            for begin in begins
        )
        return total - self.nothing * len(begins)


@lru_cache(maxsize=1)
def alike(labels: tuple[str, ...]) -> Alike:
    """Those of the package; read where somebody first writes in Latin letters."""
    return Alike.read((files("domain.reading") / "alike.bin").read_bytes(), labels)
