"""Whether somebody may be in danger now. In doubt the numbers to call are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from domain.kinds import Kind
from domain.reading.bygone import WELL
from domain.reading.courtesy import only_goodbye
from domain.reading.earnest import in_earnest
from domain.reading.engine import CRY, Engine
from domain.reading.lightly import (
    EITHER,
    PLACE,
    REPORT,
    SURELY,
    aside,
    harmless,
    talked,
)
from domain.reading.linear import DANGER
from domain.reading.places import without_where
from domain.reading.presence import counts
from domain.reading.scan import Scan, Span, whole
from domain.reading.scores import Scores
from domain.reading.sentences import sentences
from domain.reading.subjects import of_nobody
from domain.reading.vocabulary import Topic

ALONE = -1.1
"""From here on letters alarm by themselves (log odds; ours: of the sentences that training had not
seen nine of ten emergencies lie above, and three of a thousand letters to a mayor)."""

UNLIKELY = -2.8
"""Below it a pattern is a figure of speech, a story or a chance; not where it is nobody's business
but theirs (`Topic.private`)."""

TOLD_LIGHTLY = -1.0
"""The same where letters say that it is talk."""

BY_ITSELF = 1.0
"""From here on letters hear a danger in a sentence, whatever stands beside it."""

NAMED_THERE = 0.5
"""The same of a sentence in which a pattern names the danger."""

AFTER_TALK = -2.0
"""The same where what stands before it is talk, or of another day."""

BESIDE_ASKED = -0.5
"""The same of what a pattern names beside a sentence that only asks for what riders need."""

OF_NOBODY = 2.0
"""The same where the words are a name, or said of a thing or an animal."""

CRIED = -3.5
"""Below it all that is said beside a cry for help makes it one of impatience."""

ONCE_MORE = -6.0
"""The same where what was another day is there again; below it something else is."""

BESIDE = ("thanked", "courtesy", "ended", "unhurt", "past", "<done>")
Clear = tuple[Topic, tuple[Span, ...]]


def endangered(
    scan: Scan,
    known: Engine,
    letters: Mapping[str, float],
    weights: Mapping[str, float],
    of_part: Callable[[Span], Mapping[str, float]],
) -> tuple[Topic, ...]:
    """The dangers that patterns say to be there now, the gravest first. What letters say of all of
    it vetoes none that they hear in a sentence by itself (`of_part`).
    """
    clear = [
        (topic, found)
        for (topic, enough), found in known.danger.matches(scan)
        if enough and meant(scan, topic, found, letters.get(DANGER, 0.0))
    ]
    if not clear:
        return ()
    names = {topic.name for topic, _ in clear}
    likely = (
        (
            _likely(scan, letters, weights, known)
            and not _only_cried(scan, clear, of_part)
        )
        or _called(scan, clear)
        or in_earnest(scan, clear, of_part)
        or any(counts(scan, topic, hit) for topic, hit in known.certain.matches(scan))
        or any(
            _likely(scan, of_part(part), weights, known, told_lightly=UNLIKELY)
            for part in _without_where(scan, known, clear)
        )
        or _but_there(scan, clear, of_part)
        or _beside_what_is_asked(scan, known, clear, of_part)
        or any(
            of_part(part).get(DANGER, UNLIKELY) > _enough(scan, part, clear)
            for part in sentences(scan)
            if part not in scan.hits("cried")
        )
    )
    return tuple(
        topic
        for topic in known.vocabulary.topics
        if topic.name in names and (topic.private or likely)
    )


def _likely(
    scan: Scan,
    letters: Mapping[str, float],
    weights: Mapping[str, float],
    known: Engine,
    told_lightly: float = TOLD_LIGHTLY,
) -> bool:
    """Whether letters leave it possible that what a pattern names is meant."""
    danger = letters.get(DANGER, 0.0)
    if danger < EITHER and harmless(scan, letters, weights, known) > SURELY:
        return False
    return danger >= (told_lightly if talked(letters) else UNLIKELY)


def meant(scan: Scan, topic: Topic, found: tuple[Span, ...], likely: float) -> bool:
    """Whether it is a danger that is there now, and one to somebody."""
    if only_goodbye(scan):
        return False
    return counts(scan, topic, found) and (
        likely >= OF_NOBODY or not of_nobody(scan, topic, found)
    )


def _beside_what_is_asked(
    scan: Scan,
    known: Engine,
    clear: Iterable[Clear],
    of_part: Callable[[Span], Mapping[str, float]],
) -> bool:
    """Whether a pattern names it, a mere cry apart, beside what is only asked for."""
    begin, end = left = aside(scan, known, of_part)
    if left == scan.core:
        return False
    cries = scan.hits("cried")
    named = any(
        topic.name != CRY
        and begin <= hit[0]
        and hit[1] <= end
        and not any(cry[0] <= hit[0] < cry[1] for cry in cries)
        for topic, found in clear
        for hit in [whole(found)]
    )
    return named and of_part(left).get(DANGER, 0.0) >= BESIDE_ASKED


def _without_where(scan: Scan, known: Engine, clear: Iterable[Clear]) -> set[Span]:
    """What they are told in, without where it is: that denies no danger."""
    told = {whole(found) for _, found in clear}
    words = known.vocabulary
    parts = {without_where(scan.text, scan.core, one, words) for one in told}
    return parts - {scan.core}


def _but_there(
    scan: Scan,
    clear: Iterable[Clear],
    of_part: Callable[[Span], Mapping[str, float]],
) -> bool:
    """Whether one is named behind a "but" that stands after how well somebody is: she's fine but my
    leg is broken.
    """
    well = [hit[0] for name in WELL for hit in scan.hits(name)]
    begins = [whole(found)[0] for _, found in clear]
    return any(
        of_part((hit[1], scan.core[1])).get(DANGER, UNLIKELY) > AFTER_TALK
        for hit in scan.hits("but")
        if any(one < hit[0] for one in well) and any(hit[1] <= one for one in begins)
    )


def _only_cried(
    scan: Scan,
    clear: Iterable[Clear],
    of_part: Callable[[Span], Mapping[str, float]],
) -> bool:
    """Whether they cry for help and then tell of what helps nobody: 救命 楼上又在练琴. Where it is
    belongs to the cry.
    """
    cries = scan.hits("cried")
    for begin, end in (whole(found) for _, found in clear):
        if not any(hit[0] <= begin and end <= hit[1] for hit in cries):
            return False
    rest = [of_part(part) for part in sentences(scan) if part not in cries]
    return bool(rest) and all(
        one.get(DANGER, 0.0) < CRIED and one.get(PLACE, 0.0) < one.get(REPORT, 0.0)
        for one in rest
    )


def _called(scan: Scan, clear: Iterable[Clear]) -> bool:
    """Whether they ask for an ambulance, the fire brigade or the police, or cannot reach them:
    whatever else is said, nobody does so for a figure of speech.
    """
    return any(
        hit[0] < end and begin < hit[1]
        for _, found in clear
        for begin, end in [whole(found)]
        for hit in scan.hits("called")
    )


def _enough(scan: Scan, part: Span, clear: Iterable[Clear]) -> float:
    """From where on letters hear a danger in this sentence by itself: what a pattern names there is
    believed sooner, sooner still beside thanks, an "I am well" or what was another day, and soonest
    where that is there again.
    """
    again = (
        hit for hit in scan.hits("again") if part[0] <= hit[0] and hit[1] <= part[1]
    )
    since = next(again, None)
    if since and any(hit[1] <= since[0] for hit in scan.hits("past")):
        return ONCE_MORE
    named = any(
        part[0] <= begin and end <= part[1]
        for _, found in clear
        for begin, end in [whole(found)]
    )
    if not named:
        return BY_ITSELF
    beside = any(hit[1] <= part[0] for name in BESIDE for hit in scan.hits(name))
    return AFTER_TALK if beside else NAMED_THERE


def calm(
    scan: Scan,
    dangers: tuple[Topic, ...],
    letters: Mapping[str, float],
    known: Engine,
) -> frozenset[str]:
    """The categories that are less likely because neither letters nor words see a danger: what is
    broken is a hazard then, nobody has to be got out of it or is in despair, or wishes for it.
    """
    wishes = known.offered[Kind.WISH] if scan.hits("<out_of_order>") else ()
    alarmed = dangers or letters.get(DANGER, UNLIKELY) > ALONE
    return frozenset(wishes if alarmed else (*wishes, *known.dire))


def gravest(topics: tuple[Topic, ...], scores: Scores) -> Topic | None:
    """The one whose category is the likeliest, else the gravest; a mere cry comes last."""
    named = [topic for topic in topics if topic.name != CRY] or topics
    of_category = (topic for topic in named if topic.category == scores.best[0])
    return next(of_category, named[0]) if named else None
