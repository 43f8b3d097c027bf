"""Finds every known word of a text in one pass."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

Span = tuple[int, int]
LATIN_END = "\u0080"
NOTHING: frozenset[str] = frozenset()
EDGE = re.compile(r"\w")
TAIL = "啊吧呢哈嘛哦哟啦呀噢喔嗷咯嘞哇呗了的滴哒诶欸呃 "


class Scan:
    """Where known words stand in `text`; `core` is the text without ornaments."""

    __slots__ = ("_classes", "_hits", "core", "text", "words")

    def __init__(
        self,
        text: str,
        words: dict[str, list[Span]],
        classes: Mapping[str, frozenset[str]],
    ) -> None:
        self.text = text
        self.words = words
        self.core = core(text)
        self._classes = classes
        self._hits: dict[str, list[Span]] = {}

    def hits(self, name: str) -> list[Span]:
        """Where words of that class stand, in order."""
        found = self._hits.get(name)
        if found is None:
            known = self._classes.get(name, NOTHING).intersection(self.words)
            found = sorted(span for word in known for span in self.words[word])
            self._hits[name] = found
        return found


def core(text: str) -> Span:
    """From the first letter to the last one, without what only sounds at the end."""
    first = EDGE.search(text)
    if first is None:
        return 0, 0
    start, end = first.start(), len(text)
    while not EDGE.match(text, end - 1):
        end -= 1
    while end - start > 1 and text[end - 1] in TAIL:
        end -= 1
    return start, end


def _joined(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()


class Lexicon:
    """Words by class. Chinese ones count wherever they stand, others as whole words."""

    def __init__(self, classes: Mapping[str, Iterable[str]], mask: str) -> None:
        self.classes = {name: frozenset(words) for name, words in classes.items()}
        self._words = frozenset(
            word for words in self.classes.values() for word in words
        )
        lengths: dict[str, set[int]] = defaultdict(set)
        for word in self._words:
            if len(word) > 1:
                lengths[word[:2]].add(len(word))
        self._lengths = {
            start: tuple(sorted(sizes)) for start, sizes in lengths.items()
        }
        self._masks = self.classes.get(mask, NOTHING)

    def scan(self, text: str) -> Scan:
        """All hits in a text that is `plain` already; what a mask covers does not count."""
        words = self._found(text)
        masks = [
            span for word in self._masks.intersection(words) for span in words[word]
        ]
        if masks:
            words = _uncovered(words, masks)
        return Scan(text, words, self.classes)

    def _found(self, text: str) -> dict[str, list[Span]]:
        lengths, known = self._lengths, self._words
        found: dict[str, list[Span]] = {}
        length = len(text)
        inside = False  # of a Latin word, where none begins
        for at, letter in enumerate(text):
            latin = letter < LATIN_END and letter.isalnum()
            if latin and inside:
                continue
            inside = latin
            if letter in known and not (latin and not _ends(text, at + 1)):
                found.setdefault(letter, []).append((at, at + 1))
            for size in lengths.get(text[at : at + 2], ()):
                end = at + size
                word = text[at:end]
                if word in known and end <= length and (not latin or _ends(text, end)):
                    found.setdefault(word, []).append((at, end))
        return found


def _ends(text: str, end: int) -> bool:
    """Whether a Latin word is over here, with a plural's s or without."""
    if end == len(text) or not _joined(text[end]) or not _joined(text[end - 1]):
        return True
    return text[end] == "s" and (end + 1 == len(text) or not _joined(text[end + 1]))


def _uncovered(
    words: dict[str, list[Span]], masks: list[Span]
) -> dict[str, list[Span]]:
    """Without the hits that lie inside a longer one which means something else."""
    kept = {
        word: [span for span in spans if not _covered(span, masks)]
        for word, spans in words.items()
    }
    return {word: spans for word, spans in kept.items() if spans}


def _covered(span: Span, masks: list[Span]) -> bool:
    return any(
        mask != span and mask[0] <= span[0] and span[1] <= mask[1] for mask in masks
    )
