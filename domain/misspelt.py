"""Which word a misspelt one means: one letter left out, too much, wrong, or out of its turn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

SHORTEST = 5
"""Letters of a word that is looked for: a shorter one may be anything."""
VOWELS = frozenset("aeiouy")


class Misspelt:
    """Words by what is left of each without one letter. Where `any_letter` may be wrong a
    consonant may, too: that fits names of things, and makes a danger of too much else.
    """

    def __init__(self, words: Iterable[str], any_letter: bool) -> None:
        self.words = frozenset(word for word in words if len(word) >= SHORTEST)
        self._any_letter = any_letter
        shorter: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self.words):
            for short in _shorter(word):
                if word not in shorter[short]:
                    shorter[short].append(word)
        self._shorter = {short: tuple(found) for short, found in shorter.items()}

    def meant(self, word: str) -> str:
        """The word itself where none is near."""
        return next(self._near(word), word)

    def _near(self, word: str) -> Iterator[str]:
        """The first letter of a word is seldom wrong."""
        yield from (one for one in self._shorter.get(word, ()) if one[0] == word[0])
        for short in _shorter(word):
            if short in self.words and short[0] == word[0]:
                yield short
            for other in self._shorter.get(short, ()):
                if self._slipped(word, other):
                    yield other

    def _slipped(self, word: str, other: str) -> bool:
        """Whether two words of one length differ by neighbours that changed places, or by a
        letter.
        """
        if len(word) != len(other):
            return False
        apart = [at for at, letter in enumerate(word) if letter != other[at]]
        first, last = apart[0], apart[-1]
        if len(apart) == 1:
            vowels = word[first] in VOWELS and other[first] in VOWELS
            return vowels or (self._any_letter and first > 0)
        swapped = word[first] == other[last] and word[last] == other[first]
        return len(apart) == 2 and last == first + 1 and swapped


def _shorter(word: str) -> Iterable[str]:
    """The word without one letter, each way."""
    return (word[:at] + word[at + 1 :] for at in range(len(word)))
