"""What WeCom says of a message that it took."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Accepted:
    """`code` is a card's response_code, '' of what is no card. `invalid` and `unpaid` are userids
    that got nothing, written low.
    """

    code: str = ""
    invalid: frozenset[str] = frozenset()
    unpaid: frozenset[str] = frozenset()


def named_low(told: object) -> frozenset[str]:
    """Userids as they come in one text."""
    return frozenset(one.lower() for one in str(told or "").split("|") if one)
