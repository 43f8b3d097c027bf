"""Words of danger as hurried thumbs write them: knfie, chocking, breth, ambulence, 着货, 舅命."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

SHORTEST = 5  # letters of a word that is looked for
LATIN = re.compile(r"[a-z]{4,}")
NEVER = r"(?!)"
VOWELS = frozenset("aeiouy")


class Spelling:
    """Finds the word that is one slip away: a letter left out or too much, two that changed
    places, or a wrong vowel. A word that is `known` is itself. Chinese words are mistyped as others
    of one sound, `written` says how.
    """

    def __init__(
        self,
        words: Iterable[str],
        known: Callable[[str], bool],
        written: Mapping[str, str],
    ) -> None:
        self._words = frozenset(word for word in words if len(word) >= SHORTEST)
        self._known = known
        shorter: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self._words):
            for short in _shorter(word):
                if word not in shorter[short]:
                    shorter[short].append(word)
        self._shorter = {short: tuple(found) for short, found in shorter.items()}
        self._written = written
        firsts = "".join({word[0] for word in written})
        either = f"(?=[{firsts}])(?:{'|'.join(written)})"
        self._mistyped = re.compile(either if written else NEVER)

    def meant(self, word: str) -> str:
        """The word itself where none is near."""
        if word in self._words or self._known(word):
            return word
        return next(self._near(word), word)

    def _near(self, word: str) -> Iterator[str]:
        """The first letter of a word is seldom wrong."""
        yield from (one for one in self._shorter.get(word, ()) if one[0] == word[0])
        for short in _shorter(word):
            if short in self._words and short[0] == word[0]:
                yield short
            for other in self._shorter.get(short, ()):
                if _slipped(word, other):
                    yield other

    def mended(self, text: str) -> str:
        """A text of small letters with all that was meant."""
        text = LATIN.sub(lambda found: self.meant(found[0]), text)
        if text.isascii():
            return text
        return self._mistyped.sub(lambda found: self._written[found[0]], text)


def _shorter(word: str) -> Iterable[str]:
    """The word without one letter, each way."""
    return (word[:at] + word[at + 1 :] for at in range(len(word)))


def _slipped(word: str, other: str) -> bool:
    """Whether two words of one length differ by neighbours that changed places, or by a vowel."""
    if len(word) != len(other):
        return False
    apart = [at for at, letter in enumerate(word) if letter != other[at]]
    if len(apart) == 1:
        at = apart[0]
        return word[at] in VOWELS and other[at] in VOWELS
    first, last = apart[0], apart[-1]
    swapped = word[first] == other[last] and word[last] == other[first]
    return len(apart) == 2 and last == first + 1 and swapped
