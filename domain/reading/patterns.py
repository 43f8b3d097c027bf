"""The small language of the vocabularies: which words have to stand together, and how near.

`a` is a word, `<a>` a class of words, `a|<b>` either. `x+y` stand side by side, `x…y` within
six letters in one sentence, `x……y` within sixteen, `x&y` anywhere in either order.
`^` is the beginning of the message and `$` its end.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from domain.reading.scan import Scan, Span
from domain.reading.words import spelt

T = TypeVar("T")
JOIN = re.compile(r"(……|…|\+|&)")
NEAR = {"+": 0, "…": 6, "……": 16}
ANYWHERE = -1
LATIN = 3  # a Latin word takes about three times the letters of a Chinese one
BREAK = re.compile(r"[。！!？?；;\n]")
FAR = 60  # letters; further apart nothing belongs together


@dataclass(frozen=True, slots=True)
class Pattern:
    """Elements are names of classes in the lexicon; `gaps` stand between them."""

    elements: tuple[str, ...]
    gaps: tuple[int, ...] = ()
    first: bool = False
    last: bool = False


def parse(text: str) -> Pattern:
    """Raises ValueError where nothing stands between two joins."""
    first, last = text.startswith("^"), text.endswith("$")
    parts = JOIN.split(text.removeprefix("^").removesuffix("$"))
    elements = tuple(parts[::2])
    if not all(elements):
        raise ValueError(f"nothing to look for in {text!r}")
    gaps = tuple(NEAR.get(join, ANYWHERE) for join in parts[1::2])
    return Pattern(elements, gaps, first, last)


def words_of(element: str, classes: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """Every word an element stands for. Raises ValueError for a class that is not there."""
    for choice in element.split("|"):
        if not choice.startswith("<"):
            words = list(spelt(choice))
            if "" in words:
                raise ValueError(f"{choice!r} may be nothing at all")
            yield from words
            continue
        name = choice[1:-1]
        if name not in classes:
            raise ValueError(f"no class of words <{name}>")
        for word in classes[name]:
            yield from words_of(word, classes)


class Rules(Generic[T]):
    """Patterns with what each stands for; one is tried where its rarest element is there, and the
    others are asked for from the rarest on.
    """

    def __init__(
        self,
        rows: Iterable[tuple[Pattern, T]],
        classes: Mapping[str, Collection[str]],
    ) -> None:
        alone: dict[str, list[T]] = defaultdict(list)
        joined: dict[str, list[tuple[Pattern, tuple[str, ...], T]]] = defaultdict(list)
        for pattern, meaning in rows:
            key, *others = sorted(
                pattern.elements,
                key=lambda name: _commonness(classes[name]),
            )
            if not (others or pattern.first or pattern.last):
                alone[key].append(meaning)
            else:
                joined[key].append((pattern, tuple(others), meaning))
        self._alone = {name: tuple(meanings) for name, meanings in alone.items()}
        self._joined = {name: tuple(each) for name, each in joined.items()}
        self.keys = frozenset((*alone, *joined))

    def matches(self, scan: Scan) -> Iterator[tuple[T, tuple[Span, ...]]]:
        """Each pattern that is there, with every place where it stands."""
        for name in self.keys & scan.present:
            for meaning in self._alone.get(name, ()):
                for span in scan.hits(name):
                    yield meaning, (span,)
            for pattern, others, meaning in self._joined.get(name, ()):
                if all(map(scan.hits, others)):
                    for spans in places_of(pattern, scan):
                        yield meaning, spans


def _commonness(words: Collection[str]) -> tuple[int, int]:
    """Single letters stand everywhere, and so do Latin words of two or three: in, the, man."""
    return sum(
        len(word) <= LATIN * word.isascii() or len(word) == 1 for word in words
    ), len(words)


def places_of(pattern: Pattern, scan: Scan) -> Iterator[tuple[Span, ...]]:
    """Every way in which the elements stand as the pattern wants it."""
    for begin in scan.hits(pattern.elements[0]):
        if pattern.first and begin[0] > scan.core[0]:
            continue
        spans = _follow(pattern, scan, begin)
        if spans and not (pattern.last and spans[-1][1] < scan.core[1]):
            yield spans


def _follow(pattern: Pattern, scan: Scan, begin: Span) -> tuple[Span, ...]:
    spans = [begin]
    for name, gap in zip(pattern.elements[1:], pattern.gaps, strict=True):
        before = spans[-1]
        found = next(
            (hit for hit in scan.hits(name) if _near(scan.text, before, hit, gap)),
            None,
        )
        if found is None:
            return ()
        spans.append(found)
    return tuple(spans)


def _near(text: str, before: Span, hit: Span, gap: int) -> bool:
    if gap == ANYWHERE:
        apart = hit[0] - before[1] if hit[0] >= before[1] else before[0] - hit[1]
        return 0 <= apart <= FAR
    apart = hit[0] - before[1]
    if apart < 0:
        return False
    between = text[before[1] : hit[0]]
    if gap == 0:
        return not between.strip()
    allowed = gap * LATIN if between.isascii() and len(between) > gap else gap
    return apart <= allowed and not BREAK.search(between)
