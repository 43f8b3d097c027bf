"""Whether somebody may be in danger now. In doubt the numbers to call are shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from domain.reading.engine import Engine
from domain.reading.linear import DANGER, NO_DANGER
from domain.reading.scan import Scan, Span
from domain.reading.scores import Scores
from domain.reading.vocabulary import Topic

SIGN = 0.5  # what a sign of danger weighs beside the letters
ALARM = 1.8  # what signs and letters must weigh together
ALARMED = 0.25  # how sure the category must be that alarms by itself
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
    """The gravest danger that is said to be there now: one clear pattern, or several signs."""
    clear: set[str] = set()
    signs: dict[str, set[Span]] = defaultdict(set)
    for (topic, enough), found in known.danger.matches(scan):
        if counts(scan, topic, found):
            if enough:
                clear.add(topic.name)
            else:
                signs[topic.name].update(found)
    if not clear and (name := _doubted(scan, signs, letters)):
        clear.add(name)
    return next(
        (topic for topic in known.vocabulary.topics if topic.name in clear),
        None,
    )


def alarmed(scan: Scan, known: Engine, scores: Scores) -> Topic | None:
    """A danger by its category alone: in doubt the numbers are shown."""
    category = known.vocabulary.catalogue[scores.best[0]]
    if not category.alarming or scores.sure < ALARMED or any(map(scan.hits, CALM)):
        return None
    topics = known.vocabulary.topics
    return next(
        (topic for topic in topics if topic.category == category.code),
        None,
    )


def _doubted(
    scan: Scan,
    signs: Mapping[str, set[Span]],
    letters: Mapping[str, float],
) -> str:
    """The topic that several signs and the letters together speak of; empty if none."""
    likeliest = max(signs, key=lambda name: (len(signs[name]), name), default="")
    doubt = letters.get(DANGER, 0.0) - letters.get(NO_DANGER, 0.0)
    if not likeliest or any(map(scan.hits, CALM)):
        return ""
    return likeliest if doubt + SIGN * len(signs[likeliest]) > ALARM else ""


def counts(scan: Scan, topic: Topic, spans: tuple[Span, ...]) -> bool:
    """Whether this hit means a danger that is there now."""
    if _denied(scan, spans) or _near(scan, f"{topic.name}:not", spans):
        return False
    if topic.calmed and scan.hits("unhurt"):
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
    """Laughing, in the news, at a drill, or over: nobody writes so from the middle of it."""
    if scan.hits("laugh") or scan.hits("told"):
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
