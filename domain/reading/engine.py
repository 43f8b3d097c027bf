"""A vocabulary made ready to read with: every word known, every pattern under its rarest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from domain.kinds import Kind
from domain.privacy import Privacy
from domain.reading.catalogue import Catalogue
from domain.reading.mistaken import misheard, said_for, spelling_of, words_in
from domain.reading.model import Intent
from domain.reading.patterns import Pattern, Rules, parse
from domain.reading.rows import category_rows, danger_rows, intent_rows, told_rows
from domain.reading.scan import Lexicon
from domain.reading.spelling import Spelling
from domain.reading.vocabulary import READ, Topic, Vocabulary

CRY = "cry"  # somebody calls for help and says not why
TOLD = "told"  # a key of what is heard of care
ASKED = frozenset({"<figure>", "<mildly>", "<out_of_order>"})
"""Long classes of words of which each message is asked: they are found with all others."""


class Classes(dict[str, tuple[str, ...]]):
    """Words by class while they are learnt: nine thousand classes, most of them of a few words, for
    which a set takes four times the memory. Each word is there once, whatever classes have it.
    """

    def __init__(self) -> None:
        super().__init__()
        self._same: dict[str, str] = {}

    def learn(self, name: str, words: Iterable[str]) -> None:
        known = dict.fromkeys((*self.get(name, ()), *words))
        self[name] = tuple(self._same.setdefault(word, word) for word in known)


@dataclass(frozen=True, slots=True)
class Engine:
    """What `read` looks things up in: the words that a message is searched for, and for each
    question about it the patterns that answer it.
    """

    vocabulary: Vocabulary
    lexicon: Lexicon

    danger: Rules[tuple[Topic, bool]]
    """A topic, and whether the pattern means it (True) or is only a sign of it."""
    certain: Rules[Topic]
    """Those of them that mean it whatever letters think."""
    categories: Rules[tuple[str, float]]
    """A code, and how much the pattern weighs."""
    intents: Rules[tuple[Intent, float]]
    care: Rules[str]
    """What makes a matter urgent, a utility's or private: a key of that table (`secrecy.py`)."""

    offered: Mapping[Kind | None, tuple[str, ...]]
    """The codes that may be offered, by kind; None: of all kinds."""
    voted: Mapping[Kind | None, tuple[str, ...]]
    """Those of them that letters know."""
    unknown: frozenset[str]
    """Those that letters do not know: an office's own."""
    spare: Mapping[Kind, tuple[str, ...]]
    """What is offered where nothing was understood."""
    others: frozenset[str]
    """Each kind's "something else"."""
    grave: frozenset[str]
    """The categories of dangers to people."""
    grim: tuple[str, ...]
    """Those of dangers and those that are private, of what letters know."""
    harmless: tuple[str, ...]
    """What riders ask for and wish beside them and "something else", of what letters know."""
    dire: frozenset[str]
    """Of them rescues, and what is private because it is a danger."""

    clues: frozenset[str]
    """Classes of words that weigh in the letters' opinion as letters do."""
    misheard: Mapping[str, str]
    """Words as they are often misheard → what was said."""
    spelling: Spelling


@lru_cache(maxsize=8)
def engine(vocabulary: Vocabulary) -> Engine:
    """Made once per vocabulary. Raises ValueError for a class of words that is not there."""
    danger = list(danger_rows(vocabulary))
    told = list(told_rows(vocabulary))
    categories = [*category_rows(vocabulary.catalogue), *told]
    intents = list(intent_rows(vocabulary))
    care = [
        (parse(text), name) for name, texts in vocabulary.care.items() for text in texts
    ]
    care += [(one, TOLD) for one, _ in told]
    classes = _read_by_code(vocabulary)
    by_code = [name for name in classes if _always(name, vocabulary)]
    _learn(classes, (*danger, *intents, *care), vocabulary, {})
    heard = {letter: group for group in vocabulary.sounds for letter in group}
    _learn(classes, categories, vocabulary, heard)
    said = said_for(categories, vocabulary, heard)
    dangerous = Rules(danger, classes)
    of_category = Rules(categories, classes)
    intended = Rules(intents, classes)
    cared = Rules(care, classes)
    tables = (dangerous, of_category, intended, cared)
    marks = frozenset(by_code).union(*(rules.keys for rules in tables))
    lexicon = Lexicon(classes, "mask", marks)
    offered = {kind: _offered(vocabulary, kind) for kind in (None, *Kind)}
    return Engine(
        vocabulary=vocabulary,
        lexicon=lexicon,
        danger=dangerous,
        certain=Rules(_certain(vocabulary), classes),
        categories=of_category,
        intents=intended,
        care=cared,
        offered=offered,
        voted={kind: _labelled(codes, vocabulary) for kind, codes in offered.items()},
        spare={kind: _spare(vocabulary.catalogue, kind) for kind in Kind},
        others=frozenset(vocabulary.catalogue.other(kind).code for kind in Kind),
        grave=frozenset(_grave(vocabulary)),
        grim=_labelled(_grim(vocabulary), vocabulary),
        harmless=_labelled(_harmless(vocabulary), vocabulary),
        dire=frozenset(_dire(vocabulary)),
        unknown=frozenset(offered[None]).difference(vocabulary.weights.labels),
        clues=frozenset(f"<{name}>" for name in vocabulary.classes),
        misheard=said | _unsaid(vocabulary),
        spelling=spelling_of(danger, vocabulary, lexicon),
    )


def _read_by_code(
    vocabulary: Vocabulary,
) -> Classes:
    """The classes of words that no pattern names, but the rules of danger and the weights do."""
    classes = Classes()
    for name in READ:
        classes.learn(name, words_in(f"<{name}>", vocabulary))
    for name in vocabulary.classes:
        classes.learn(f"<{name}>", words_in(f"<{name}>", vocabulary))
    for topic in vocabulary.topics:
        words = (words_in(each, vocabulary) for each in topic.not_with)
        classes.learn(f"{topic.name}:not", chain.from_iterable(words))
    return classes


def _unsaid(vocabulary: Vocabulary) -> dict[str, str]:
    """Nothing, of as many letters, for words that only say beside what it is: next to it."""
    words = words_in("<beside_it>", vocabulary)
    return {word: " " * len(word) for word in words}


def _always(name: str, vocabulary: Vocabulary) -> bool:
    """Whether each message is searched for that class: all but those that neither weights know nor
    each message is asked of.
    """
    known = vocabulary.weights.grams
    return name[0] != "<" or name in ASKED or not known or name in known


def _learn(
    classes: Classes,
    rows: Iterable[tuple[Pattern, object]],
    vocabulary: Vocabulary,
    heard: dict[str, str],
) -> None:
    """The words of each element once; of categories also as they are often misheard."""
    elements = (element for pattern, _ in rows for element in pattern.elements)
    for element in dict.fromkeys(elements):
        classes.learn(element, words_in(element, vocabulary))
        if heard:
            classes.learn(element, misheard(classes[element], heard))


def _offered(vocabulary: Vocabulary, kind: Kind | None) -> tuple[str, ...]:
    """The codes in alphabetical order: of two that are equally likely the first goes first."""
    shown = (each for each in vocabulary.catalogue if not each.hidden)
    return tuple(sorted(each.code for each in shown if kind in (None, each.kind)))


def _labelled(codes: Iterable[str], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Those that letters know."""
    return tuple(filter(frozenset(vocabulary.weights.labels).__contains__, codes))


def _grave(vocabulary: Vocabulary) -> Iterator[str]:
    """What happens to people; of most hazards of a danger's category nobody is in it."""
    for topic in vocabulary.topics:
        if vocabulary.catalogue[topic.category].kind is Kind.HELP:
            yield topic.category


def _certain(vocabulary: Vocabulary) -> Iterator[tuple[Pattern, Topic]]:
    for topic in vocabulary.topics:
        for text in topic.certain:
            yield parse(text), topic


def _grim(vocabulary: Vocabulary) -> Iterator[str]:
    """What is a danger, and what is nobody's business: who is hurt and in a quarrel tells both."""
    yield from {topic.category for topic in vocabulary.topics}
    for each in vocabulary.catalogue:
        if each.privacy is Privacy.CONFIDENTIAL:
            yield each.code


def _harmless(vocabulary: Vocabulary) -> Iterator[str]:
    """What riders ask for and wish; of many a hazard somebody may be in the midst."""
    beyond = {
        *_grim(vocabulary),
        *(vocabulary.catalogue.other(kind).code for kind in Kind),
    }
    for each in vocabulary.catalogue:
        if each.kind is not Kind.HAZARD and each.code not in beyond:
            yield each.code


def _dire(vocabulary: Vocabulary) -> Iterator[str]:
    """Rescues, and what is private because it is a danger."""
    for topic in vocabulary.topics:
        secret = vocabulary.catalogue[topic.category].privacy is Privacy.CONFIDENTIAL
        if topic.name == CRY or (topic.private and secret):
            yield topic.category


def _spare(catalogue: Catalogue, kind: Kind) -> tuple[str, ...]:
    """Where nothing was understood: the kind's other first, then its table in order."""
    return (
        catalogue.other(kind).code,
        *(each.code for each in catalogue.of_kind(kind)),
    )
