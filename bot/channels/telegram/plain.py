"""Values of an update as what they should be: what another side sends is checked and not
believed.
"""

from __future__ import annotations

from typing import Any

from domain.messages import tidy

LARGEST = 2**63 - 1  # what a column of whole numbers holds


def words(value: object) -> str:
    """Text as it can be stored; "" for what is none."""
    return tidy(value) if isinstance(value, str) else ""


def whole(value: object) -> int:
    """A whole number, 0 for what is none or cannot be stored."""
    if not isinstance(value, int) or isinstance(value, bool):
        return 0
    return value if abs(value) <= LARGEST else 0


def number(value: object) -> str:
    """An id as text, "" where there is none: some are numbers, some are text."""
    return words(value) or str(whole(value) or "")


def part(value: Any, name: str) -> dict[str, Any]:
    """What stands under a name, {} where that is not of several parts."""
    found = value.get(name) if isinstance(value, dict) else None
    return found if isinstance(found, dict) else {}
