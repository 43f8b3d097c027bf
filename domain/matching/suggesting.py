"""Which resources may meet a need, and why: each suggestion says what speaks for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

from domain.matching.listing import Listing, ListingKind
from domain.matching.times import named, shared

MOST = 3
"""So many are shown for one need (ours)."""


class Ground(Protocol):
    """How areas lie: an area and all that it lies in, and what has a border with it."""

    def path(self, code: str) -> Sequence[str]: ...

    def beside(self, code: str) -> frozenset[str]: ...


class Near(IntEnum):
    """How two areas touch, the nearest first."""

    SAME = 0
    WITHIN = 1
    BESIDE = 2


@dataclass(frozen=True, slots=True)
class Touch:
    """How near they are, and where: the area of the resource that touches."""

    near: Near
    area: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A resource for a need, with the four reasons: the category that both have, where they touch,
    the times that both have (one of `TIMES`), and how many are left there. It gives `given` of what
    is `wanted`: where that is less, others may give the rest.
    """

    need: Listing
    resource: Listing
    category: str
    touch: Touch
    times: str
    wanted: int
    left: int

    @property
    def given(self) -> int:
        return min(self.wanted, self.left)

    @property
    def missing(self) -> int:
        """What is still wanted beside it."""
        return self.wanted - self.given


def touching(
    need: Sequence[str], resource: Sequence[str], ground: Ground
) -> Touch | None:
    """How near the areas of the two are, by their nearest pair; None where none touch."""
    found = [
        Touch(near, there)
        for here in need
        for there in resource
        if (near := _near(here, there, ground)) is not None
    ]
    return min(found, key=lambda touch: touch.near, default=None)


def _near(here: str, there: str, ground: Ground) -> Near | None:
    if here == there:
        return Near.SAME
    if there in ground.path(here) or here in ground.path(there):
        return Near.WITHIN
    if there in ground.beside(here):
        return Near.BESIDE
    return None


def _of_a_pair(need: Listing, resource: Listing) -> bool:
    """Whether it is a need and a resource that stand open. An order has its service already."""
    kinds = (need.kind, resource.kind)
    if kinds != (ListingKind.NEED, ListingKind.RESOURCE) or need.is_order:
        return False
    return need.free and resource.free


def suggestion(need: Listing, resource: Listing, ground: Ground) -> Suggestion | None:
    """Why this resource may meet that need or a part of it; None where it cannot: another
    category, areas that do not touch, or no common time.
    """
    if not _of_a_pair(need, resource) or need.category != resource.category:
        return None
    if need.side is not None and need.side == resource.whose_id:
        return None
    touch = touching(need.areas, resource.areas, ground)
    times = named(shared(need.times, resource.times))
    if touch is None or not times:
        return None
    return Suggestion(
        need,
        resource,
        need.category,
        touch,
        times,
        need.left,
        resource.left,
    )


def ranked(found: Iterable[Suggestion | None]) -> list[Suggestion]:
    """What is enough first, then the nearest, what ends soonest, what was listed first."""
    real = [one for one in found if one is not None]
    return sorted(
        real,
        key=lambda one: (
            one.missing > 0,
            one.touch.near,
            one.resource.until,
            one.resource.id,
            one.need.id,
        ),
    )


def suggestions(
    need: Listing, resources: Iterable[Listing], ground: Ground, most: int = MOST
) -> list[Suggestion]:
    """The likeliest resources for a need, the likeliest first."""
    return ranked(suggestion(need, one, ground) for one in resources)[:most]
