"""What somebody did last to cases, by the lines of history that it wrote."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Steps:
    """`fresh` says that their very last message wrote these lines."""

    lines: tuple[int, ...] = ()
    fresh: bool = False


NO_STEPS = Steps()
