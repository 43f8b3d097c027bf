"""Whether words of danger are the name of a shop, or are said of a thing or an animal."""

from __future__ import annotations

from domain.reading.presence import apart
from domain.reading.scan import Scan, Span, whole
from domain.reading.vocabulary import Topic

BESIDE = 1  # letters between who is spoken of and what befalls them


def of_nobody(scan: Scan, topic: Topic, spans: tuple[Span, ...]) -> bool:
    """Only the letters can tell then that somebody is in danger."""
    here = whole(spans)
    if any(not apart(scan, hit, here) for hit in scan.hits("somebody")):
        return False
    return _named_after(scan, here) or (topic.of_people and _of_a_thing(scan, here))


def _named_after(scan: Scan, here: Span) -> bool:
    """「跳河公园」, "explosion chicken": what is called so stands right behind."""
    return any(
        0 <= hit[0] - here[1] and not scan.text[here[1] : hit[0]].strip()
        for hit in scan.hits("named_after")
    )


def _of_a_thing(scan: Scan, here: Span) -> bool:
    """「电池卡里头了」, "my wallet fell off": it stands right before."""
    return any(
        0 <= here[0] - hit[1] <= BESIDE
        for name in ("<things>", "beasts")
        for hit in scan.hits(name)
    )
