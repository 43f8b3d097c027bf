"""Who of a team takes a case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who holds the post. `carries` counts their open cases."""

    id: int
    on_duty: bool
    carries: int
    reachable: bool = True
    away: bool = False


def choose(candidates: Sequence[Candidate], cap: int) -> int | None:
    """Whose case it becomes: of those on duty, else of all, whoever carries fewest; the lowest id
    decides a tie.

    Never somebody who is away or carries `cap` cases already. Who cannot be reached gets it only if
    nobody who can is left. None if nobody is left at all. The cap is the places' 包户 20-30 户
    (facts/places.md).
    """
    left = [one for one in candidates if not one.away and one.carries < cap]
    best = min(
        left,
        key=lambda one: (not one.reachable, not one.on_duty, one.carries, one.id),
        default=None,
    )
    return best.id if best else None
