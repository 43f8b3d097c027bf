"""Whether English tells of a thing that stands no more: "my bike got knocked over"."""

from __future__ import annotations

from collections.abc import Iterable

from domain.reading.scan import Scan, Span

THINGS = ("<things>", "<fixtures>", "<motor>")
BODIES = ("<en_body>", "<soft_en>", "<them>")
ABOUT = {"<topples_en>", "<attacker>", "<person>"}


def toppled(scan: Scan, here: Span) -> bool:
    """Whether it was a thing alone: nothing that drives did it, and no body is named with it."""
    if here not in scan.hits("<topples_en>"):
        return False
    if any(scan.hits(name) for name in BODIES):
        return False
    things = [hit for name in THINGS for hit in scan.hits(name)]
    at = _over(scan, things, here)
    others = [hit for hit in scan.hits("<motor>") if hit not in at]
    return bool(at) and not others


def _over(scan: Scan, things: Iterable[Span], here: Span) -> list[Span]:
    """What was knocked over: behind it and whose it is, or else right before it, but for "got"."""
    begins = {here[0], *_next(scan, "<befell>", here, before=True)}
    ends = {here[1], *_next(scan, "<whose>", here, before=False)}
    behind = [hit for hit in things if any(0 <= hit[0] - end <= 1 for end in ends)]
    return behind or [
        hit for hit in things if any(0 <= begin - hit[1] <= 1 for begin in begins)
    ]


def _next(scan: Scan, name: str, here: Span, before: bool) -> set[int]:
    """Where words of that class begin right before it, or end right behind it."""
    if before:
        return {hit[0] for hit in scan.hits(name) if 0 <= here[0] - hit[1] <= 1}
    return {hit[1] for hit in scan.hits(name) if 0 <= hit[0] - here[1] <= 1}
