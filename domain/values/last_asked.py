"""What was made of the last thing asked about: a turn asks the same of one draft many times."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

One = TypeVar("One")
Made = TypeVar("Made")


def of_last(make: Callable[[One], Made]) -> Callable[[One], Made]:
    """Asked again of the same object, and not of an equal one, it is not made anew. For objects
    that nobody changes.
    """
    kept: tuple[One, Made] | None = None

    @wraps(make)
    def remembered(one: One) -> Made:
        nonlocal kept
        last = kept
        if last is None or last[0] is not one:
            last = kept = (one, make(one))
        return last[1]

    return remembered
