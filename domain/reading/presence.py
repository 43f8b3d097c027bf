"""Whether words of danger mean one that is there now: nothing denied, feared, told or past."""

from __future__ import annotations

from domain.reading.bygone import now as of_now
from domain.reading.bygone import over, past, told, unhurt
from domain.reading.denial import BEHIND, before, denied
from domain.reading.earnest import not_in_jest
from domain.reading.scan import Scan, Span, inside
from domain.reading.sentences import apart, sentences, within
from domain.reading.vocabulary import Topic

BEFORE_FEAR = 8
NEAR = 7  # around a hit, where a word may show that it means something else
NEAR_LATIN = 14
BEGUN = "了"


def counts(scan: Scan, topic: Topic, spans: tuple[Span, ...]) -> bool:
    """Whether this hit means a danger that is there now."""
    if (
        forwarded(scan)
        or denied(scan, spans)
        or _wondered(scan, spans)
        or _near(scan, f"{topic.name}:not", spans)
    ):
        return False
    laughs = scan.hits("laugh") and not scan.hits("earnest")
    laughs = laughs and not_in_jest(scan, "laugh", spans)
    if laughs or (topic.calmed and unhurt(scan, min(spans))):
        return False
    gone = over if topic.lasting else told
    if not (topic.lasting and topic.private) and gone(scan, spans):
        return False
    now = of_now(scan)
    begin = min(spans)[0]
    feared = any(_feared(scan, span) for span in spans)
    if feared or _asked(scan, begin, now):
        return False
    if topic.lasting or now:
        return True
    formal = (hit for hit in scan.hits("formal") if _calms(scan, hit, spans))
    return not (past(scan, begin) or any(formal) or scan.hits("habit"))


def _calms(scan: Scan, hit: Span, spans: tuple[Span, ...]) -> bool:
    """Whether 投诉 and the like make a letter of it: not behind it (电梯困人 投诉了也没用), nor in
    another clause than what has just begun (投诉物业 楼道着火了).
    """
    begin, end = min(spans)[0], max(span[1] for span in spans)
    if _only_where(scan, hit, spans):
        return False
    if not apart(scan, hit, (begin, end)):
        return True
    begun = scan.text.startswith(BEGUN, end) or scan.text[:end].endswith(BEGUN)
    return hit[0] < begin and not begun


def forwarded(scan: Scan) -> bool:
    """Whether it is the title of what others wrote, with its link: whether it is more is asked."""
    if not scan.hits("<article>") or of_now(scan):
        return False
    return not scan.hits("<of_us_here>")


def _feared(scan: Scan, span: Span) -> bool:
    """Whether it only might come; a heading before it ("hazard: fire") fears nothing."""
    feared = before(scan, "feared", span[0], BEFORE_FEAR)
    return any(within(scan, hit, span) for hit in feared)


def _asked(scan: Scan, begin: int, now: bool) -> bool:
    """What would have to be done, if."""
    if not scan.hits("asked") or now:
        return False
    if scan.hits("supposed"):
        return True
    return any(hit[0] < begin for hit in scan.hits("whatif"))


def _wondered(scan: Scan, spans: tuple[Span, ...]) -> bool:
    """Whether it is asked if anybody is, and nothing else is said with it: 有人受伤吗."""
    begin, end = min(spans)[0], max(span[1] for span in spans)
    ends = {hit[1] for hit in scan.hits("wondering") if end <= hit[0] <= end + BEHIND}
    if not ends.difference(hit[1] for hit in scan.hits("how_and_what")):
        return False
    here = next((part for part in sentences(scan) if part[0] <= begin < part[1]), None)
    first = here[0] if here else 0
    return any(first <= hit[0] <= first + 1 for hit in scan.hits("anybody"))


def _near(scan: Scan, name: str, spans: tuple[Span, ...]) -> bool:
    if name not in scan.present:
        return False
    begin, end = min(spans)[0], max(spans)[1]
    far = NEAR_LATIN if scan.text[begin:end].isascii() else NEAR
    return any(
        begin - far <= hit[0]
        and hit[1] <= end + far
        and not apart(scan, hit, (begin, end))
        and not _only_where(scan, hit, spans)
        for hit in scan.hits(name)
    )


def _only_where(scan: Scan, hit: Span, spans: tuple[Span, ...]) -> bool:
    """「树旁边有人死了」,「灯泡店爆炸」, "next to the tree": it only says where that is."""
    if any(inside(hit, one, partly=True) for one in spans):
        return False
    marks = scan.hits("beside_what")
    if scan.text[hit[0]].isascii():
        return any(0 <= hit[0] - one[1] <= 1 for one in marks)
    return any(0 <= one[0] - hit[1] <= 1 for one in marks)
