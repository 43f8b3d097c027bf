"""Finds every known word of a text in one pass."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import chain
from operator import add

Span = tuple[int, int]
LATIN_END = "\u0080"
NOTHING: frozenset[str] = frozenset()
NONE: tuple[Span, ...] = ()
EDGE = re.compile(r"\w")
TAIL = "啊吧呢哈嘛哦哟啦呀噢喔嗷咯嘞哇呗了的滴哒诶欸呃 "


@dataclass(frozen=True, slots=True)
class Names:
    """Of a hundred classes in a message a dozen are ever asked for: `marks` are those that every
    message is searched for, `marked` the marks of each word, `others` the words of all others.
    """

    marks: frozenset[str]
    marked: Mapping[str, tuple[str, ...]]
    others: Mapping[str, Collection[str]]


class Scan:
    """Where known words stand in `text`; `core` is the text without ornaments.

    `present` are the marks that are there: classes of words that every message is searched for.
    """

    __slots__ = ("_hits", "_known", "_words", "core", "present", "text")

    def __init__(
        self, text: str, words: Mapping[str, list[Span]], known: Names
    ) -> None:
        self.text = text
        self.core = core(text)
        hits: dict[str, Sequence[Span]] = {}
        for word, there in words.items():
            for name in known.marked[word]:
                other = hits.get(name)
                hits[name] = sorted((*other, *there)) if other else there
        self._words = words
        self._known = known
        self._hits = hits
        self.present = frozenset(hits)

    def hits(self, name: str) -> Sequence[Span]:
        """Where words of that class stand, in order."""
        found = self._hits.get(name)
        if found is None:
            if name in self._known.marks:
                return NONE
            words = self._known.others.get(name, NOTHING)
            found = self._hits[name] = self._where(self._words.keys() & words)
        return found

    def _where(self, words: Collection[str]) -> Sequence[Span]:
        if not words:
            return NONE
        if len(words) == 1:
            return self._words[next(iter(words))]
        return sorted(span for word in words for span in self._words[word])

    def spelled(self, misheard: Mapping[str, str], part: Span) -> str:
        """That part of the text with what was said in place of what was heard; the first and the
        last one with what only sounds.
        """
        text = self.text
        for heard in self._words.keys() & misheard.keys():
            for begin, end in self._words[heard]:
                text = text[:begin] + misheard[heard] + text[end:]
        begin = 0 if part[0] == self.core[0] else part[0]
        end = len(text) if part[1] == self.core[1] else part[1]
        return text[begin:end]


def whole(spans: Sequence[Span]) -> Span:
    """From the first letter of all of them to the last one."""
    if len(spans) == 1:
        return spans[0]
    return min(spans)[0], max(span[1] for span in spans)


def inside(one: Span, other: Span, partly: bool = False) -> bool:
    """Whether one lies in the other, or some of it does."""
    if partly:
        return one[0] < other[1] and other[0] < one[1]
    return other[0] <= one[0] and one[1] <= other[1]


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
    """Words by class. Chinese ones count wherever they stand, others as whole words.

    `marks` are the classes that every message is searched for.
    """

    def __init__(
        self,
        classes: Mapping[str, Collection[str]],
        mask: str,
        marks: Set[str],
    ) -> None:
        marked = {name: classes[name] for name in classes if name in marks}
        others = {name: classes[name] for name in classes if name not in marks}
        self._known = _by_word(marked)
        for word in chain.from_iterable(others.values()):
            self._known.setdefault(word, ())
        self._names = Names(frozenset(marks), self._known, others)
        lengths: dict[str, set[int]] = defaultdict(set)
        for word in self._known:
            if len(word) > 1:
                lengths[word[:2]].add(len(word))
        self._lengths = {
            start: tuple(sorted(sizes)) for start, sizes in lengths.items()
        }
        self._masks = frozenset(classes.get(mask, NOTHING))

    def __contains__(self, word: str) -> bool:
        return word in self._known

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
        lengths, known = self._lengths, self._known
        found: dict[str, list[Span]] = {}
        pairs = map(add, text, f"{text[1:]} ")
        begun = zip(text, map(lengths.get, pairs), strict=True)
        for at, (letter, sizes) in enumerate(begun):
            alone = letter in known
            if sizes is None and not alone:
                continue
            latin = _joined(letter)
            if latin and at and _joined(text[at - 1]):
                continue  # inside of a Latin word none begins
            if alone and not (latin and _joined(text[at + 1 : at + 2])):
                found.setdefault(letter, []).append((at, at + 1))  # "is" is no "i"s
            for size in sizes or ():
                end = at + size
                if end > len(text):
                    break
                word = text[at:end]
                if word in known and (not latin or _ends(text, end)):
                    found.setdefault(word, []).append((at, end))
        return found


def _by_word(classes: Mapping[str, Collection[str]]) -> dict[str, tuple[str, ...]]:
    """The classes of each word; the same ones are kept once."""
    names: dict[str, tuple[str, ...]] = {}
    same: dict[tuple[str, ...], tuple[str, ...]] = {}
    for name, words in classes.items():
        for word in words:
            each = (*names.get(word, ()), name)
            names[word] = same.setdefault(each, each)
    return names


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
