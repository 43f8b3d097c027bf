"""Whether two pictures are the same, by their hashes."""

from __future__ import annotations

from collections.abc import Iterable

SAME_PICTURE = 16
"""Bits by which dHashes of one picture may differ; those of two pictures differ by 18 or more
(facts/components.md).
"""
# a hash with fewer set or unset bits is of a wall, the night or a blank: it says nothing
FLAT = 6
MASK = (1 << 64) - 1


def bits_apart(a: int, b: int) -> int:
    return ((a ^ b) & MASK).bit_count()


def same_picture(a: Iterable[int], b: Iterable[int]) -> bool:
    """Whether a picture of the one is also among the other's."""
    return any(
        bits_apart(one, other) <= SAME_PICTURE
        for one in _telling(a)
        for other in _telling(b)
    )


def _telling(hashes: Iterable[int]) -> list[int]:
    return [one for one in hashes if FLAT <= (one & MASK).bit_count() <= 64 - FLAT]
