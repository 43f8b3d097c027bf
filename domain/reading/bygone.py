"""Whether a danger is over, past, or only told of, and nobody is hurt any more."""

from __future__ import annotations

from collections.abc import Iterable

from domain.reading.denial import before, denies
from domain.reading.earnest import not_in_jest, not_staged
from domain.reading.scan import Scan, Span
from domain.reading.sentences import sentences, within

WELL = ("unhurt", "ended")
CALMING = ("past", "ended", "feared")
BEFORE_PAST = 24
LONG = 90  # letters; further on, a danger in a text that tells of the past is a story


def unhurt(scan: Scan, span: Span) -> bool:
    """Whether all are well. What somebody says of themselves is not said of others, nor what comes
    before a "but" of what comes behind it, nor "I am fine" of what the next sentence tells.
    """
    since = _turned(scan, span[0])
    well = [
        hit
        for hit in scan.hits("unhurt")
        if hit[0] > since and (hit[0] > span[0] or within(scan, hit, span))
    ]
    if not any(within(scan, span, other) for other in scan.hits("others")):
        return bool(well)
    return not only_mine(scan, well)


def only_mine(scan: Scan, well: Iterable[Span]) -> bool:
    """Whether these say of nobody but who tells it that they are well."""
    mine = scan.hits("unhurt_me")
    return all(any(own[0] <= hit[0] < own[1] for own in mine) for hit in well)


def calmed(scan: Scan) -> bool:
    """Whether anything says that it is over, was feared, or hurt nobody: where others are named,
    not only who tells it.
    """
    if any(map(scan.hits, CALMING)):
        return True
    well = scan.hits("unhurt")
    return bool(well) and not (scan.hits("others") and only_mine(scan, well))


def told(scan: Scan, spans: tuple[Span, ...]) -> bool:
    """In the news, at a drill, or over: nobody writes so from the middle of it."""
    if scan.hits("told"):
        no = scan.hits("not")
        tells = not_staged(scan, not_in_jest(scan, "told", spans), spans)
        if any(not any(denies(scan.text, one, hit) for one in no) for hit in tells):
            return True
    return over(scan, spans)


def over(scan: Scan, spans: tuple[Span, ...]) -> bool:
    """What is over is over, but neither what comes behind a "but" nor another sentence, nor where
    something found follows upon it: "no ambulance, he is dead".
    """
    span = min(spans)
    begin, last = span[0], max(spans)[0]
    since = _turned(scan, begin)
    answered = [
        hit
        for hit in scan.hits("ended")
        if hit[1] <= last and any(part[0] <= hit[0] < part[1] for part in spans)
    ]
    thanked = any(
        since < hit[0] < begin and within(scan, hit, span)
        for hit in scan.hits("thanked")
    )
    ended = any(
        since < hit[0] and (hit[0] > begin or within(scan, hit, span))
        for hit in _of_this(scan, "ended", begin)
        if hit not in answered
    )
    return (thanked or ended) and not now(scan)


def now(scan: Scan) -> bool:
    """Whether it is told of now; "today all is well" tells of no danger today."""
    hits = scan.hits("now")
    if not hits:
        return False
    well = [hit for name in WELL for hit in scan.hits(name)]
    return any(
        not any(hit[0] <= one[0] and within(scan, hit, one) for one in well)
        for hit in hits
    )


def _turned(scan: Scan, begin: int) -> int:
    """Where the last "but" before it stands; -1 without one."""
    return max((hit[0] for hit in scan.hits("but") if hit[0] < begin), default=-1)


def past(scan: Scan, begin: int) -> bool:
    """Not what a later sentence says of another matter: 有人晕倒了，我昨天报的路灯修好了吗."""
    since = _turned(scan, begin)
    if all(hit[0] < since for hit in _of_this(scan, "past", begin)):
        return False
    return (
        begin > LONG
        or bool(before(scan, "past", begin, BEFORE_PAST))
        or len(scan.text) <= LONG
    )


def _of_this(scan: Scan, name: str, begin: int) -> list[Span]:
    """The words of that class that are no part of another matter behind what was found."""
    later = (part for part in sentences(scan) if part[0] > begin)
    other = [part for part in later if _of_other(scan, part)]
    return [hit for hit in scan.hits(name) if not any(_in(hit, one) for one in other)]


def _of_other(scan: Scan, part: Span) -> bool:
    """Whether a sentence asks of what they reported, or begins with a word such as "also"."""
    asked = any(_in(hit, part) for hit in scan.hits("<reported>"))
    return asked or any(hit[0] == part[0] for hit in scan.hits("besides"))


def _in(hit: Span, part: Span) -> bool:
    return part[0] <= hit[0] < part[1]
