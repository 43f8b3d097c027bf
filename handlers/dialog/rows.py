"""Buttons side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def abreast(shown: Sequence[T], wide: int = 2) -> list[list[T]]:
    """In rows of so many, in order."""
    return [list(shown[at : at + wide]) for at in range(0, len(shown), wide)]
