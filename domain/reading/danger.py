"""Whether somebody may be in danger now. In doubt the numbers to call are shown."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from domain.reading.engine import Engine
from domain.reading.linear import DANGER
from domain.reading.presence import counts
from domain.reading.scan import Scan, Span
from domain.reading.scores import Scores
from domain.reading.vocabulary import Topic

SIGN = 0.1  # what a sign of danger weighs beside the letters
MOST_SIGNS = 4
# from here on letters and signs alarm by themselves: few letters to a mayor do
ALONE = -0.1
CRY = "cry"  # somebody calls for help and says not why
IN_TALK = 0.9  # the same where it reads as talk
ALARMED = 0.25  # how sure the category must be that alarms by itself
UNLIKELY = -1.5  # where letters say so, no category alarms by itself
DOUBTED = -1.3  # where letters say so, one word alone is a figure of speech
NEVER = -2.8  # where letters say so, any pattern is a chance
# English about a place with a Chinese name: the letters know no such sentence
MIXED = re.compile(r"[a-z]{3}[^一-鿿]*[一-鿿]|[一-鿿][^a-z]*[a-z]{3}")
CALM = (
    "unhurt",
    "laugh",
    "told",
    "formal",
    "ended",
    "past",
    "feared",
)


def endangered(
    scan: Scan,
    known: Engine,
    letters: Mapping[str, float],
) -> tuple[Topic, ...]:
    """The dangers that patterns say to be there now, the gravest first."""
    clear: dict[str, set[Span]] = defaultdict(set)
    for (topic, enough), found in known.danger.matches(scan):
        if enough and counts(scan, topic, found):
            clear[topic.name].update(found)
    if not clear:
        return ()
    said = set().union(*clear.values())
    alone = _is_one_word(said) and not scan.hits("now")
    least = DOUBTED if alone else NEVER
    unlikely = letters.get(DANGER, 0.0) < least and not MIXED.search(scan.text)
    return tuple(
        topic
        for topic in known.vocabulary.topics
        if topic.name in clear and (topic.private or not unlikely)
    )


def gravest(topics: tuple[Topic, ...], scores: Scores) -> Topic | None:
    """The one whose category is the likeliest, else the gravest; a mere cry comes last."""
    named = [topic for topic in topics if topic.name != CRY] or topics
    of_category = (topic for topic in named if topic.category == scores.best[0])
    return next(of_category, named[0]) if named else None


def _is_one_word(spans: set[Span]) -> bool:
    """Whether all of them overlap."""
    return max(span[0] for span in spans) < min(span[1] for span in spans)


def suspected(
    scan: Scan,
    known: Engine,
    letters: Mapping[str, float],
    scores: Scores,
    filed: bool,
) -> Topic | None:
    """What no pattern names, but the category does, or a sign and the letters: in doubt the
    numbers. Letters without any sign alarm at every second word they do not know.
    """
    doubt = letters.get(DANGER, 0.0)
    category = known.vocabulary.catalogue[scores.best[0]]
    named = category.alarming and scores.sure >= ALARMED and doubt > UNLIKELY
    likely = named or doubt > ALONE - SIGN * MOST_SIGNS
    if not ((filed and likely) or doubt > IN_TALK):
        return None
    if any(map(scan.hits, CALM)):
        return None
    signs = _signs(scan, known)
    doubt += SIGN * min(MOST_SIGNS, len(signs))
    if not (named or (signs and doubt > ALONE)):
        return None
    return _likeliest(signs, category.code, known)


def _signs(scan: Scan, known: Engine) -> list[str]:
    """The topics that signs speak of."""
    return [
        topic.name
        for (topic, enough), found in known.danger.matches(scan)
        if not enough and counts(scan, topic, found)
    ]


def _likeliest(signs: list[str], code: str, known: Engine) -> Topic:
    """By the signs, among those of the category; else only that somebody cries for help."""
    topics = known.vocabulary.topics
    named = [topic for topic in topics if topic.category == code]
    return max(
        named or topics,
        key=lambda topic: signs.count(topic.name) + (topic is topics[-1]) / 2,
    )
