"""Which words stand right before others, and whether a "no" among them denies what follows."""

from __future__ import annotations

from domain.reading.scan import Scan, Span
from domain.reading.sentences import STOPS

BEFORE_NOT = 1  # letters between a "no" and what it denies
BEFORE_NOT_LATIN = 6
SPARE = {"is", "are", "was", "were", "on", "actually", "really", "any", "a"}
BEHIND = 2  # letters between what is named and a "there is none" after it
LATIN = 3


def denied(scan: Scan, spans: tuple[Span, ...]) -> bool:
    """Whether a "no" stands right before any part of what was found, or behind the last one."""
    last = max(span[1] for span in spans)
    if any(0 <= hit[0] - last <= BEHIND for hit in scan.hits("not_behind")):
        return True
    denials = [
        hit
        for hit in scan.hits("not")
        if not any(span[0] <= hit[0] < span[1] for span in spans)
    ]
    return any(denies(scan.text, hit, span) for hit in denials for span in spans)


def denies(text: str, hit: Span, span: Span) -> bool:
    between = text[hit[1] : span[0]]
    if hit[1] > span[0] or any(stop in between for stop in STOPS):
        return False
    if text[hit[0]].isascii():
        return len(between) <= BEFORE_NOT_LATIN or _says_no_more(between)
    return len(between) <= BEFORE_NOT and " " not in between


def _says_no_more(between: str) -> bool:
    """ "Nobody is on fire" denies a fire as "no fire" does."""
    return len(between) <= BEFORE_NOT_LATIN * 2 and {*between.split()} <= SPARE


def before(scan: Scan, name: str, begin: int, far: int) -> list[Span]:
    """The words of that class that end so near before it."""
    latin = LATIN if scan.text[max(0, begin - far) : begin].isascii() else 1
    return [hit for hit in scan.hits(name) if 0 <= begin - hit[1] <= far * latin]
