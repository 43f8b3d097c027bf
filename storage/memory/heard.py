"""When somebody was last heard at an address, for as long as a refusal may be under way."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from domain.messages import Address

MOST = 4096
"""Addresses, the last ones: a refusal comes back within a minute, and fewer write in that time."""


class Heard:
    def __init__(self) -> None:
        self._at: dict[Address, datetime] = {}

    def note(self, address: Address, now: datetime) -> None:
        """Somebody speaks there, `now`."""
        self._at.pop(address, None)
        self._at[address] = now
        if len(self._at) > MOST:
            del self._at[next(iter(self._at))]

    def newest(self, addresses: Iterable[Address]) -> Address | None:
        """Where somebody spoke last, as far as that is known by heart."""
        known = [one for one in addresses if one in self._at]
        return max(known, key=self._at.__getitem__, default=None)

    def since(self, address: Address, moment: datetime) -> bool:
        """Whether somebody spoke there after this moment."""
        at = self._at.get(address)
        return at is not None and at > moment
