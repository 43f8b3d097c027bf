"""Whether words of danger mean one that is there now: nothing denied, feared, told or past."""

from __future__ import annotations

from domain.reading.scan import Scan, Span
from domain.reading.sentences import STOPS, apart, sentences, within
from domain.reading.vocabulary import Topic

BEFORE_NOT = 1  # letters between a "no" and what it denies
BEFORE_NOT_LATIN = 6
BEHIND = 2  # letters between what is named and a "there is none" after it
BEFORE_FEAR = 8
BEFORE_PAST = 24
NEAR = 7  # around a hit, where a word may show that it means something else
NEAR_LATIN = 14
LONG = 90  # letters; further on, a danger in a text that tells of the past is a story
LATIN = 3


def counts(scan: Scan, topic: Topic, spans: tuple[Span, ...]) -> bool:
    """Whether this hit means a danger that is there now."""
    if (
        _denied(scan, spans)
        or _wondered(scan, spans)
        or _near(scan, f"{topic.name}:not", spans)
    ):
        return False
    laughs = scan.hits("laugh") and not scan.hits("earnest")
    if laughs or (topic.calmed and _unhurt(scan, min(spans))):
        return False
    over = _over if topic.lasting else _told
    if not (topic.lasting and topic.private) and over(scan, spans):
        return False
    now = bool(scan.hits("now"))
    begin = min(spans)[0]
    feared = any(_feared(scan, span) for span in spans)
    if feared or _asked(scan, begin, now):
        return False
    if topic.lasting or now:
        return True
    return not (_past(scan, begin) or scan.hits("formal") or scan.hits("habit"))


def _unhurt(scan: Scan, span: Span) -> bool:
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
    mine = scan.hits("unhurt_me")
    return any(not any(own[0] <= hit[0] < own[1] for own in mine) for hit in well)


def _told(scan: Scan, spans: tuple[Span, ...]) -> bool:
    """In the news, at a drill, or over: nobody writes so from the middle of it."""
    no = scan.hits("not")
    if any(
        not any(_denies(scan.text, one, hit) for one in no) for hit in scan.hits("told")
    ):
        return True
    return _over(scan, spans)


def _over(scan: Scan, spans: tuple[Span, ...]) -> bool:
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
    return (thanked or ended) and not scan.hits("now")


def _turned(scan: Scan, begin: int) -> int:
    """Where the last "but" before it stands; -1 without one."""
    return max((hit[0] for hit in scan.hits("but") if hit[0] < begin), default=-1)


def _feared(scan: Scan, span: Span) -> bool:
    """Whether it only might come; a heading before it ("hazard: fire") fears nothing."""
    feared = _before(scan, "feared", span[0], BEFORE_FEAR)
    return any(within(scan, hit, span) for hit in feared)


def _asked(scan: Scan, begin: int, now: bool) -> bool:
    """What would have to be done, if."""
    if not scan.hits("asked") or now:
        return False
    if scan.hits("supposed"):
        return True
    return any(hit[0] < begin for hit in scan.hits("whatif"))


def _past(scan: Scan, begin: int) -> bool:
    """Not what a later sentence says of another matter: 有人晕倒了，我昨天报的路灯修好了吗."""
    since = _turned(scan, begin)
    if all(hit[0] < since for hit in _of_this(scan, "past", begin)):
        return False
    return (
        begin > LONG
        or bool(_before(scan, "past", begin, BEFORE_PAST))
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


def _denied(scan: Scan, spans: tuple[Span, ...]) -> bool:
    """Whether a "no" stands right before any part of what was found, or behind the last one."""
    last = max(span[1] for span in spans)
    if any(0 <= hit[0] - last <= BEHIND for hit in scan.hits("not_behind")):
        return True
    denials = [
        hit
        for hit in scan.hits("not")
        if not any(span[0] <= hit[0] < span[1] for span in spans)
    ]
    return any(_denies(scan.text, hit, span) for hit in denials for span in spans)


def _wondered(scan: Scan, spans: tuple[Span, ...]) -> bool:
    """Whether it is asked if anybody is, and nothing else is said with it: 有人受伤吗."""
    begin, end = min(spans)[0], max(span[1] for span in spans)
    ends = {hit[1] for hit in scan.hits("wondering") if end <= hit[0] <= end + BEHIND}
    if not ends.difference(hit[1] for hit in scan.hits("how_and_what")):
        return False
    here = next((part for part in sentences(scan) if part[0] <= begin < part[1]), None)
    first = here[0] if here else 0
    return any(first <= hit[0] <= first + 1 for hit in scan.hits("anybody"))


def _denies(text: str, hit: Span, span: Span) -> bool:
    between = text[hit[1] : span[0]]
    if hit[1] > span[0] or any(stop in between for stop in STOPS):
        return False
    if text[hit[0]].isascii():
        return len(between) <= BEFORE_NOT_LATIN
    return len(between) <= BEFORE_NOT and " " not in between


def _before(scan: Scan, name: str, begin: int, far: int) -> list[Span]:
    """The words of that class that end so near before it."""
    latin = LATIN if scan.text[max(0, begin - far) : begin].isascii() else 1
    return [hit for hit in scan.hits(name) if 0 <= begin - hit[1] <= far * latin]


def _near(scan: Scan, name: str, spans: tuple[Span, ...]) -> bool:
    if name not in scan.present:
        return False
    begin, end = min(spans)[0], max(spans)[1]
    far = NEAR_LATIN if scan.text[begin:end].isascii() else NEAR
    return any(
        begin - far <= hit[0]
        and hit[1] <= end + far
        and not apart(scan, hit, (begin, end))
        for hit in scan.hits(name)
    )
