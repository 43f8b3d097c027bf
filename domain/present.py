"""What cannot be missing where it is used: said to the reader and to the type checker."""

from __future__ import annotations

from typing import TypeVar

T = TypeVar("T")


def present(value: T | None, why: str) -> T:
    """The value. Raises LookupError with the reason for which it should have been there: an
    `assert` would be passed over by `python -O`.
    """
    if value is None:
        raise LookupError(why)
    return value
