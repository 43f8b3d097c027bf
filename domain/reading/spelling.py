"""Words of danger as hurried thumbs write them: knfie, chocking, breth, ambulence, 着货, 舅命."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from domain.misspelt import Misspelt

LATIN = re.compile(r"[a-z]{4,}")
NEVER = r"(?!)"


class Spelling:
    """Finds the word that is one slip away. A word that is `known` is itself. Chinese words are
    mistyped as others of one sound, `written` says how.
    """

    def __init__(
        self,
        words: Iterable[str],
        known: Callable[[str], bool],
        written: Mapping[str, str],
    ) -> None:
        self._misspelt = Misspelt(words, any_letter=False)
        self._known = known
        self._written = written
        self._mistyped = re.compile(
            _either([one for one in written if not one.isascii()])
        )
        latin = _either([one for one in written if one.isascii()])
        self._mistyped_latin = re.compile(rf"(?<![a-z]){latin}(?![a-z])")

    def meant(self, word: str) -> str:
        """The word itself where none is near."""
        if word in self._misspelt.words or self._known(word):
            return word
        return self._misspelt.meant(word)

    def mended(self, text: str) -> str:
        """A text of small letters with all that was meant."""
        text = LATIN.sub(lambda found: self.meant(found[0]), text)
        text = self._mistyped_latin.sub(lambda found: self._written[found[0]], text)
        if text.isascii():
            return text
        return self._mistyped.sub(lambda found: self._written[found[0]], text)


def _either(words: Sequence[str]) -> str:
    """A pattern of these words, that looks at their first letters first."""
    firsts = "".join({word[0] for word in words})
    return f"(?=[{firsts}])(?:{'|'.join(words)})" if words else NEVER
