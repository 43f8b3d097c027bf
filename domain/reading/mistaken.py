"""Words of a vocabulary as they are misheard or mistyped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from domain.reading.linear import DANGER, STEM
from domain.reading.patterns import Pattern, words_of
from domain.reading.scan import Lexicon
from domain.reading.spelling import LATIN, Spelling
from domain.reading.vocabulary import Vocabulary
from domain.reading.words import alike, plain

SHORTEST_MISHEARD = 2
ORDINARY = "ordinary"  # words that are one slip away from one of danger or a matter
GRAVE = (
    4  # fifths: what a word weighs at least for danger that is known with a slip in it
)


def words_in(element: str, vocabulary: Vocabulary) -> Iterator[str]:
    """Every word that an element of a pattern stands for."""
    return map(plain, words_of(element, vocabulary.classes))


def misheard(words: Iterable[str], groups: dict[str, str]) -> set[str]:
    """Chinese words with one letter changed for another of its sound."""
    return {
        other
        for word in words
        if len(word) >= SHORTEST_MISHEARD and not word.isascii()
        for other in alike(word, groups)
    }


def said_for(
    rows: Iterable[tuple[Pattern, object]],
    vocabulary: Vocabulary,
    heard: dict[str, str],
) -> dict[str, str]:
    """What was said, by what was heard; what is a word itself was said as it stands."""
    elements = (element for pattern, _ in rows for element in pattern.elements)
    words = {word for each in set(elements) for word in words_in(each, vocabulary)}
    found: dict[str, str] = {}
    for word in sorted(words):
        for other in misheard([word], heard) - words:
            found.setdefault(other, word)
    return found


def spelling_of(
    rows: Iterable[tuple[Pattern, object]], vocabulary: Vocabulary, lexicon: Lexicon
) -> Spelling:
    """Of the words that speak of danger; every other word that is known is itself."""
    weights = vocabulary.weights
    ordinary = frozenset(vocabulary.classes.get(ORDINARY, ()))
    elements = {element for pattern, _ in rows for element in pattern.elements}
    said = (word for one in elements for word in words_in(one, vocabulary))
    words = {word for each in said if each.isascii() for word in LATIN.findall(each)}

    def telling(word: str) -> bool:
        runs = (word, word[:STEM] + "-")
        return any(weights.of(run, DANGER) >= GRAVE for run in runs)

    def known(word: str) -> bool:
        learnt = word in weights.grams and weights.of(word, DANGER) < GRAVE
        return learnt or word in lexicon or word in ordinary

    return Spelling(filter(telling, words), known, dict(vocabulary.written))
