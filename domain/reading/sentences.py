"""Where the sentences of a message end, and which of its words stand in one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from domain.reading.scan import Scan, Span

STOPS = ",.!?;，。、\n"
ENDS = f"{STOPS} "
END = re.compile(r"[,.!?;，。\n]|(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])")
"""The end of a sentence; between words of Latin letters a space is none."""


def within(scan: Scan, one: Span, other: Span) -> bool:
    """Whether they stand in one sentence."""
    return not apart(scan, one, other)


def apart(scan: Scan, one: Span, other: Span) -> bool:
    """Whether they stand in two sentences: what one says means nothing for the other."""
    first, second = sorted((one, other))
    return any(first[1] <= cut <= second[0] for cut in _cuts(scan))


def sentences(scan: Scan) -> Iterator[Span]:
    """What may be a matter by itself, without what parts them; one where nothing does."""
    begin = scan.core[0]
    for cut in (*_cuts(scan), scan.core[1]):
        said = scan.text[begin:cut]
        first = begin + len(said) - len(said.lstrip(ENDS))
        last = first + len(said.strip(ENDS))
        if first < last:
            yield first, last
        begin = max(begin, cut)


def _cuts(scan: Scan) -> list[int]:
    """Where another sentence, or another matter, begins."""
    found = [hit.end() for hit in END.finditer(scan.text)]
    return sorted([*found, *(hit[0] for hit in scan.hits("besides"))])
