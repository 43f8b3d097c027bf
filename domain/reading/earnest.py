"""Whether words of danger are meant in earnest: all that is said, after "really", or after a joke
that is over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Mapping

from domain.reading.engine import CRY
from domain.reading.linear import DANGER
from domain.reading.scan import Scan, Span, whole
from domain.reading.sentences import sentences
from domain.reading.vocabulary import Topic

ALL_OF_IT = -3.3
"""Log odds of letters; below it not even where the pattern is all that is said (ours)."""

AFTER_A_JEST = -1.0
"""The same of what stands behind "just kidding" in one sentence with it."""

A_CODE = 4
"""Letters beside it that may be a grid: more of them tell something."""

BEFORE = re.compile(r"[a-z]{1,3}\d{1,4}\s*")
AFTER = re.compile(r"\s*(?:[在于]|at |in )?[a-z]{1,3}\d{1,4}$")
SPARE = "了啦啊呀 "

BEHIND_REALLY = 3
"""Letters between a "really" and what happened: 真有人摔断腿了."""

SEEMS = "像要以似差好想"
"""What a "really" only compares: 真像着火了."""

Clear = tuple[Topic, tuple[Span, ...]]
Letters = Callable[[Span], Mapping[str, float]]


def in_earnest(
    scan: Scan,
    clear: Iterable[Clear],
    of_part: Letters,
) -> bool:
    """Whether a sentence says nothing else but "really", or nothing but that is said: 火灾 G01,
    不过真着火了. In 真着火谁也跑不了 it only might come.
    """
    found = {whole(hit) for topic, hit in clear if topic.name != CRY}
    parts = list(sentences(scan))
    if any(_really(scan, one, parts) for one in found):
        return True
    after = _after_jests(scan, parts)
    if any(of_part(part).get(DANGER, 0.0) > AFTER_A_JEST for part in after):
        return True
    told = {_but_where(scan, part) for part in parts}
    bare = found.intersection(told)
    bare -= {*scan.hits("cried")}
    others = told - found
    beside = sum(end - begin for begin, end in others)
    if beside > A_CODE:
        return False
    return any(of_part(part).get(DANGER, 0.0) > ALL_OF_IT for part in bare)


def _but_where(scan: Scan, part: Span) -> Span:
    """Without a grid's code at an edge, and without a last 了: G01打架, "fight at G01"."""
    begin, end = part
    said = scan.text[begin:end]
    before, behind = BEFORE.match(said), AFTER.search(said)
    last = behind.start() if behind else len(said)
    first = before.end() if before else 0
    last = len(said[:last].rstrip(SPARE))
    return (begin + first, begin + last) if first < last else part


def _really(
    scan: Scan,
    found: Span,
    parts: Iterable[Span],
) -> bool:
    begin, end = found
    before = len(scan.text[:begin].rstrip())
    if all(hit[1] != before for hit in scan.hits("really")):
        return False
    ends = {part[1] for part in parts}
    return end in ends or _only_spare(scan, end, ends)


def _only_spare(
    scan: Scan,
    begin: int,
    ends: Container[int],
) -> bool:
    """Whether a sentence ends with a word that says no more."""
    hits = scan.hits("spare_end")
    spare = (hit for hit in hits if hit[0] <= begin <= hit[1])
    return any(hit[1] in ends for hit in spare)


def _after_jests(scan: Scan, parts: Iterable[Span]) -> set[Span]:
    """What stands in one sentence behind an "only kidding": just kidding there is a fire."""
    jests = scan.hits("jested")
    return {
        (hit[1], part[1])
        for part in parts
        for hit in jests
        if part[0] <= hit[0] and hit[1] < part[1]
    }


def not_staged(scan: Scan, hits: Iterable[Span], spans: tuple[Span, ...]) -> list[Span]:
    """Those words, but a drill or a film where somebody is "really" hurt, or it is none: 演习的时候
    真有人摔断腿了, 拍戏 不是演的.
    """
    begins = {begin for begin, _ in spans}
    meant = any(
        0 <= begin - hit[1] <= BEHIND_REALLY and scan.text[hit[1]] not in SEEMS
        for hit in scan.hits("really")
        for begin in begins
    )
    if not meant and not scan.hits("earnest"):
        return list(hits)
    staged = scan.hits("staged")
    return [
        hit
        for hit in hits
        if not any(one[0] <= hit[0] and hit[1] <= one[1] for one in staged)
    ]


def not_in_jest(
    scan: Scan,
    name: str,
    spans: tuple[Span, ...],
) -> list[Span]:
    """The words of that class, but an "only kidding" before: 开玩笑的，不过真着火了."""
    begin = min(spans)[0]
    jests = [one for one in scan.hits("jested") if one[1] <= begin]

    def of_a_jest(hit: Span) -> bool:
        return any(one[0] <= hit[0] < one[1] for one in jests)

    return [hit for hit in scan.hits(name) if not of_a_jest(hit)]
