"""What no pattern names as a danger, but letters suspect to be one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from domain.reading.bygone import calmed, only_mine
from domain.reading.courtesy import is_over
from domain.reading.danger import ALONE, OF_NOBODY, UNLIKELY, meant
from domain.reading.engine import CRY, Engine
from domain.reading.lightly import EITHER, SURELY, asks_or_talks, harmless, hurt
from domain.reading.linear import DANGER, FEWEST, grams
from domain.reading.model import Intent
from domain.reading.presence import counts, forwarded
from domain.reading.scan import Scan, Span, inside
from domain.reading.scores import Scores
from domain.reading.sentences import sentences
from domain.reading.subjects import done_to_a_thing
from domain.reading.vocabulary import Topic
from domain.reading.who_where import only_inside, only_who_and_where
from domain.reading.words import latin

DENIED = 0.5
"""The same where a pattern found a danger that is denied, over or told, or where it is said to be
feared: nearly fell.
"""

PLACED = 1.0
"""The same where all that was said sounds like a place, or where one was asked for: many lie at
bridges, rivers and roofs."""

LATIN = -0.5
"""The same where Latin words are few, or have no sign of a danger but haste: each is learnt from
fewer sentences (ours: of what training had not seen one of seven below it was one)."""

EVERYDAY = -0.3
"""The same where the words name a matter in which nobody is in danger."""

NAMED = 5.0  # from here on words name a matter in full

BARE = 1.0
"""The same where a few words have none that is a sign of any danger."""

MEANT_OTHERWISE = 2.5
"""The same where a word of danger is there and means something else: a fire lane."""

FIGURE = 2.0
"""The same where a figure of speech is all that sounds like one: 气得吐血."""

MILD = 3.0
"""The same where what is told is mostly none: who sleeps on a bench, paper burnt for the dead."""

ENDS_WELL = 2.5
"""The same where no pattern names a danger, and the last that is told is that all are well."""

QUESTIONED = 1.0
"""The same where nothing but a question is asked, or letters say that it is talk."""

FAINT = 1.0
"""Below it letters hear a danger hardly (log odds; docs/adr/0061)."""

HURRIED = 0.0
"""The same where they only say that it is now or urgent: "it still shakes" is mostly a thing."""

SEVERAL = 2  # sentences
Letters = Mapping[str, float]
FILED = (Intent.REPORT, Intent.EMERGENCY, Intent.PLACE_ONLY)

CLEAR = 0.3
"""How sure a category must be that alarms by itself (0 to 1, `Scores.sure`)."""

OF_ONE_SENTENCE = 1.0
"""So much less a danger counts that letters hear in one sentence of several (log odds; ours:
of what training had not seen it found 14 in Latin letters and raised eight alarms, but 23 and 88 in
others, so it is asked of Latin letters alone)."""

NOT_AT_ALL = -4.0
"""Below it no sentence is asked by itself (ours: none was found there)."""

SURELY_NOT = 1.0
"""Below it letters alone alarm for nothing that surely endangers nobody, and below `EITHER` for
nothing that rather endangers nobody."""


def of_a_sentence(
    scan: Scan, letters: Mapping[str, float], of_part: Callable[[Span], Letters]
) -> Letters:
    """With the danger that letters hear in one sentence of several, where that is greater: beside
    what is said calmly a cry is heard too faintly.
    """
    least = letters.get(DANGER, UNLIKELY)
    if least < NOT_AT_ALL or not latin(scan.text) or calmed(scan):
        return letters
    parts = list(sentences(scan))
    if len(parts) < SEVERAL:
        return letters
    heard = max(of_part(part).get(DANGER, UNLIKELY) for part in parts)
    return {**letters, DANGER: max(least, heard - OF_ONE_SENTENCE)}


def suspected(
    scan: Scan,
    known: Engine,
    letters: Mapping[str, float],
    weights: Mapping[str, float],
    scores: Scores,
    intent: Intent,
    places: Iterable[Span] = (),
    placed: bool = False,  # it sounds like a place, or one was asked for
) -> Topic | None:
    """What only letters name, or a category that an office calls alarming: in doubt the numbers."""
    code = scores.best[0]
    alarming = known.vocabulary.catalogue[code].alarming and intent is Intent.REPORT
    if alarming and scores.matter and scores.sure >= CLEAR:
        return likeliest([], code, known)
    likely = letters.get(DANGER, UNLIKELY)
    calm = scores.matter >= NAMED and code not in known.grave
    least = PLACED if placed else EVERYDAY if calm else ALONE
    if likely <= least or (likely <= QUESTIONED and asks_or_talks(scan, letters)):
        return None
    if is_over(scan) or forwarded(scan) or (likely < DENIED and scan.hits("feared")):
        return None
    if likely < SURELY_NOT:
        least = 0.0 if likely < EITHER else SURELY
        if harmless(scan, letters, weights, known) > least:
            return None
    signs: list[str] = []
    named: list[str] = []
    for (topic, enough), found in known.danger.matches(scan):
        if meant(scan, topic, found, likely):
            (named if enough else signs).append(topic.name)
        elif enough and likely < _unmeant(scan, topic, found):
            return None
    few = len(grams(scan.text)) < FEWEST
    if intent not in FILED and set(signs) == {CRY}:
        signs = []  # "they are still there": it is how talk is said
    if likely < LATIN and latin(scan.text) and (few or set(signs) <= {CRY}):
        return None
    figure = not named and _no_more_than_a_figure(scan, likely)
    signs += named
    if figure or (not signs and only_who_and_where(scan, places)):
        return None
    if few and likely < _of_few(scan, signs):
        return None
    return likeliest(signs, code, known)


def faint(
    scan: Scan,
    known: Engine,
    letters: Letters,
) -> bool:
    """Whether letters hear it hardly, and no sign of any danger stands in it but a cry."""
    if letters.get(DANGER, UNLIKELY) >= FAINT:
        return False
    signs = {topic.name for (topic, _), _ in known.danger.matches(scan)}
    return signs <= {CRY}


def _unmeant(scan: Scan, topic: Topic, found: tuple[Span, ...]) -> float:
    """From where on letters alarm beside what a pattern found and is not meant."""
    done = done_to_a_thing(scan, found) and counts(scan, topic, found)
    return OF_NOBODY if done or scan.hits("<in_hospital>") else DENIED


def _no_more_than_a_figure(scan: Scan, likely: float) -> bool:
    """Whether what no pattern names is a figure of speech or mild, ends well, or only says inside
    of it.
    """
    figure = only_inside(scan) or (likely < FIGURE and scan.hits("<figure>"))
    mild = likely < MILD and scan.hits("<mildly>") and not _tells_more(scan)
    return bool(figure or mild) or (likely < ENDS_WELL and _ends_well(scan))


def _tells_more(scan: Scan) -> bool:
    """Whether a body that is hurt is spoken of, or another sentence tells of anything."""
    mild = scan.hits("<mildly>")
    parts = [
        one for one in sentences(scan) if not any(inside(one, hit) for hit in mild)
    ]
    return len(parts) > 1 or hurt(scan)


def _ends_well(scan: Scan) -> bool:
    """Whether the last that is told is that somebody is well, and not only who tells it: i helped
    her up, she's fine.
    """
    well = [hit for hit in scan.hits("unhurt") if hit[1] >= scan.core[1]]
    return not only_mine(scan, well)


def _of_few(scan: Scan, signs: list[str]) -> float:
    """From where on letters alarm by themselves where few are known of what is said."""
    if signs:
        return HURRIED if set(signs) == {CRY} else ALONE
    return MEANT_OTHERWISE if scan.hits("mask") else BARE


def likeliest(signs: list[str], code: str, known: Engine) -> Topic:
    """By the signs, among those of the category; else only that somebody cries for help."""
    topics = known.vocabulary.topics
    named = [topic for topic in topics if topic.category == code]
    return max(
        named or topics,
        key=lambda topic: signs.count(topic.name) + (topic is topics[-1]) / 2,
    )
