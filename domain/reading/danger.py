"""Whether somebody may be in danger now. In doubt the numbers to call are shown."""

from __future__ import annotations

from collections.abc import Mapping

from domain.reading.engine import Engine
from domain.reading.linear import DANGER
from domain.reading.scan import Scan, Span
from domain.reading.scores import Scores
from domain.reading.vocabulary import Topic

SIGN = 0.1  # what a sign of danger weighs beside the letters
MOST_SIGNS = 4
ALONE = -0.1  # from here on letters and signs alarm by themselves: few letters to a mayor do
IN_TALK = 0.9  # the same where it reads as talk
ALARMED = 0.25  # how sure the category must be that alarms by itself
UNLIKELY = -1.5  # where letters say so, no category alarms by itself
NEVER = -3.6  # where letters say so, a pattern is a chance
CALM = (
    "unhurt",
    "laugh",
    "told",
    "formal",
    "ended",
    "past",
    "feared",
)
BEFORE_NOT = 1  # letters between a "no" and what it denies
BEFORE_NOT_LATIN = 6
BEFORE_FEAR = 8
BEFORE_PAST = 24
NEAR = 7  # around a hit, where a word may show that it means something else
LONG = 90  # letters; further on, a danger in a text that tells of the past is a story
LATIN = 3
STOPS = ",.!?;，。、\n"


def endangered(scan: Scan, known: Engine, letters: Mapping[str, float]) -> Topic | None:
    """The gravest danger that is said to be there now by a pattern that leaves no doubt."""
    clear = {
        topic.name
        for (topic, enough), found in known.danger.matches(scan)
        if enough and counts(scan, topic, found)
    }
    unlikely = letters.get(DANGER, 0.0) < NEVER
    return next(
        (
            topic
            for topic in known.vocabulary.topics
            if topic.name in clear and (topic.private or not unlikely)
        ),
        None,
    )


def suspected(
    scan: Scan,
    known: Engine,
    letters: Mapping[str, float],
    scores: Scores,
    filed: bool,
) -> Topic | None:
    """What no pattern names, but the letters or the category do: in doubt the numbers."""
    doubt = letters.get(DANGER, 0.0)
    category = known.vocabulary.catalogue[scores.best[0]]
    named = category.alarming and scores.sure >= ALARMED and doubt > UNLIKELY
    if not (filed and (named or doubt > ALONE - SIGN * MOST_SIGNS) or doubt > IN_TALK):
        return None
    if any(map(scan.hits, CALM)):
        return None
    signs = _signs(scan, known)
    doubt += SIGN * min(MOST_SIGNS, len(signs))
    if not (named or doubt > ALONE):
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


def counts(scan: Scan, topic: Topic, spans: tuple[Span, ...]) -> bool:
    """Whether this hit means a danger that is there now."""
    if _denied(scan, spans) or _near(scan, f"{topic.name}:not", spans):
        return False
    if scan.hits("laugh") or (topic.calmed and scan.hits("unhurt")):
        return False
    if _told(scan, min(spans)[0]) and not topic.lasting:
        return False
    now = bool(scan.hits("now"))
    begin = min(spans)[0]
    if _before(scan, "feared", begin, BEFORE_FEAR) or _asked(scan, begin, now):
        return False
    if topic.lasting or now:
        return True
    return not (_past(scan, begin) or scan.hits("formal") or scan.hits("habit"))


def _told(scan: Scan, begin: int) -> bool:
    """In the news, at a drill, or over: nobody writes so from the middle of it."""
    if scan.hits("told"):
        return True
    thanked = any(hit[0] < begin for hit in scan.hits("thanked"))
    return (thanked or bool(scan.hits("ended"))) and not scan.hits("now")


def _asked(scan: Scan, begin: int, now: bool) -> bool:
    """What would have to be done, if."""
    if not scan.hits("asked") or now:
        return False
    return any(hit[0] < begin for hit in scan.hits("whatif"))


def _past(scan: Scan, begin: int) -> bool:
    if not scan.hits("past"):
        return False
    return (
        begin > LONG
        or _before(scan, "past", begin, BEFORE_PAST)
        or len(scan.text) <= LONG
    )


def _denied(scan: Scan, spans: tuple[Span, ...]) -> bool:
    """Whether a "no" stands right before any part of what was found."""
    denials = [
        hit
        for hit in scan.hits("not")
        if not any(span[0] <= hit[0] < span[1] for span in spans)
    ]
    return any(_denies(scan.text, hit, span) for hit in denials for span in spans)


def _denies(text: str, hit: Span, span: Span) -> bool:
    between = text[hit[1] : span[0]]
    if hit[1] > span[0] or any(stop in between for stop in STOPS):
        return False
    if text[hit[0]].isascii():
        return len(between) <= BEFORE_NOT_LATIN
    return len(between) <= BEFORE_NOT and " " not in between


def _before(scan: Scan, name: str, begin: int, far: int) -> bool:
    latin = LATIN if scan.text[max(0, begin - far) : begin].isascii() else 1
    return any(0 <= begin - hit[1] <= far * latin for hit in scan.hits(name))


def _near(scan: Scan, name: str, spans: tuple[Span, ...]) -> bool:
    begin, end = min(spans)[0] - NEAR, max(spans)[1] + NEAR
    return any(begin <= hit[0] and hit[1] <= end for hit in scan.hits(name))
