"""Where the matter of a message begins and ends, between its greeting and its thanks; whether it
tells nothing but that something is over.
"""

from __future__ import annotations

from domain.reading.scan import EDGE, Scan, Span

AROUND = ("greeting", "courtesy")
LEAST = 4  # letters; what is left with fewer is not the matter of a message


def matter_of(scan: Scan) -> Span:
    """From behind "hello, sorry to trouble you" to before "many thanks".

    Nothing where it is only a greeting. Thanks at the end belong to it where nothing is asked for,
    or where it tells of something done: then it is these that the message is for.
    """
    if scan.present.isdisjoint(AROUND):
        return scan.core
    begin, end = _begin(scan), scan.core[1]
    if not EDGE.search(scan.text, begin, end):
        return end, end
    asks = begin > scan.core[0] or scan.hits("requests")
    if asks and not any(begin <= hit[0] for hit in scan.hits("done")):
        end = _end(scan, begin)
    first = EDGE.search(scan.text, begin, end)
    if first is None or end - first.start() < LEAST:
        return scan.core
    return first.start(), end


def _begin(scan: Scan) -> int:
    """Behind the greetings that follow each other from the first letter on."""
    begin = scan.core[0]
    for hit in scan.hits("greeting"):
        if not EDGE.search(scan.text, begin, hit[0]):
            begin = max(begin, hit[1])
    return begin


def _end(scan: Scan, begin: int) -> int:
    """Before the thanks that nothing follows."""
    end = scan.core[1]
    for hit in reversed(scan.hits("courtesy")):
        if hit[0] >= begin and not EDGE.search(scan.text, hit[1], end):
            end = hit[0]
    return end


def only_goodbye(scan: Scan) -> bool:
    """Whether nothing is said but that: 再见. With a word more it may be a last one: 再见了."""
    said = any(hit == scan.core for hit in scan.hits("<goodbye>"))
    return said and not scan.hits("<last_goodbye>")


def is_over(scan: Scan) -> bool:
    """Whether nothing is told but that a danger is over, or that somebody is tired."""
    begin, end = scan.core
    hits = (*scan.hits("ended"), *scan.hits("worn"))
    return any(hit[0] <= begin and end <= hit[1] for hit in hits)
