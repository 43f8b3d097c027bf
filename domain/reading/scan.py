"""Finds every known word of a text in one pass."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

Span = tuple[int, int]
LATIN_END = "\u0080"
NOTHING: frozenset[str] = frozenset()
NONE: tuple[Span, ...] = ()
EDGE = re.compile(r"\w")
TAIL = "啊吧呢哈嘛哦哟啦呀噢喔嗷咯嘞哇呗了的滴哒诶欸呃 "


class Scan:
    """Where known words stand in `text`; `core` is the text without ornaments.

    `present` are the classes of words that are there.
    """

    __slots__ = ("_classes", "_hits", "_words", "core", "present", "text")

    def __init__(
        self,
        text: str,
        words: Mapping[str, list[Span]],
        names: Mapping[str, tuple[str, ...]],
    ) -> None:
        self.text = text
        self.core = core(text)
        classes: dict[str, list[str]] = {}
        for word in words:
            for name in names[word]:
                if name in classes:
                    classes[name].append(word)
                else:
                    classes[name] = [word]
        self.present = classes.keys()
        self._words = words
        self._classes = classes
        self._hits: dict[str, list[Span]] = {}

    def hits(self, name: str) -> Sequence[Span]:
        """Where words of that class stand, in order."""
        words = self._classes.get(name)
        if words is None:
            return NONE
        if len(words) == 1:
            return self._words[words[0]]
        found = self._hits.get(name)
        if found is None:
            found = [span for word in words for span in self._words[word]]
            found.sort()
            self._hits[name] = found
        return found

    def spelled(self, misheard: Mapping[str, str], part: Span) -> str:
        """That part of the text with what was said in place of what was heard."""
        text = self.text
        for heard in self._words.keys() & misheard.keys():
            for begin, end in self._words[heard]:
                text = text[:begin] + misheard[heard] + text[end:]
        return text[slice(*part)] if part != self.core else text


def whole(spans: Sequence[Span]) -> Span:
    """From the first letter of all of them to the last one."""
    if len(spans) == 1:
        return spans[0]
    return min(spans)[0], max(span[1] for span in spans)


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

    def __init__(self, classes: Mapping[str, Collection[str]], mask: str) -> None:
        names: dict[str, tuple[str, ...]] = {}
        same: dict[tuple[str, ...], tuple[str, ...]] = {}
        for name, known in classes.items():
            for word in known:
                each = (*names.get(word, ()), name)
                names[word] = same.setdefault(each, each)
        self._names = names
        lengths: dict[str, set[int]] = defaultdict(set)
        for word in self._names:
            if len(word) > 1:
                lengths[word[:2]].add(len(word))
        self._lengths = {
            start: tuple(sorted(sizes)) for start, sizes in lengths.items()
        }
        self._masks = frozenset(classes.get(mask, NOTHING))

    def __contains__(self, word: str) -> bool:
        return word in self._names

    def scan(self, text: str) -> Scan:
        """All hits in a text that is `plain` already; what a mask covers does not count."""
        words = self._found(text)
        masks = [
            span
            for word, spans in words.items()
            if word in self._masks
            for span in spans
        ]
        if masks:
            words = _uncovered(words, masks)
        return Scan(text, words, self._names)

    def _found(self, text: str) -> dict[str, list[Span]]:
        lengths, known = self._lengths, self._names
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
    low, high = min(masks)[0], max(mask[1] for mask in masks)
    kept = {}
    for word, spans in words.items():
        left = [
            span
            for span in spans
            if span[0] < low or span[1] > high or not _covered(span, masks)
        ]
        if left:
            kept[word] = left
    return kept


def _covered(span: Span, masks: list[Span]) -> bool:
    begin, end = span
    return any(mask[0] <= begin and end <= mask[1] and mask != span for mask in masks)
