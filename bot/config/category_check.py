"""What `gridbee check` says of the office's own categories: whether their words lead to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.config.categories import CategoryConfig
from domain.reading.catalogue import STRENGTHS, Category
from domain.reading.model import Context
from domain.reading.patterns import parse, words_of
from domain.reading.read import read
from domain.reading.vocabulary import Vocabulary

MOST_TRIED = 200
"""Patterns of one category."""


def lost(
    configs: Iterable[CategoryConfig],
    vocabulary: Vocabulary,
) -> Iterator[str]:
    """A sentence for each pattern with which its category is not among the likely ones."""
    for config in configs:
        found = vocabulary.catalogue[config.code]
        if found.hidden:
            continue
        for strength in STRENGTHS[:2]:  # hints decide nothing alone
            for pattern in getattr(config, strength)[:MOST_TRIED]:
                if not _leads(pattern, found, vocabulary):
                    yield f"category '{found.code}': {strength}: {pattern} does not lead to it"


def mute(
    configs: Iterable[CategoryConfig],
    vocabulary: Vocabulary,
) -> list[str]:
    """The codes of those that no words lead to: only a person can choose them."""
    offered = (vocabulary.catalogue[config.code] for config in configs)
    return [one.code for one in offered if not (one.hidden or one.strong or one.words)]


def _leads(pattern: str, category: Category, vocabulary: Vocabulary) -> bool:
    """Whether one who says just that, and has chosen the kind, is offered the category."""
    elements = parse(pattern).elements
    said = [next(iter(words_of(one, vocabulary.classes)), "") for one in elements]
    gap = " " if all(word.isascii() for word in said) else ""
    context = Context(kind=category.kind)
    return category.code in read(gap.join(said), context, vocabulary).likely
