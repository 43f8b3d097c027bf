"""What was read lately and is likely to be wanted again: a bounded dictionary.

One rule for all that is kept so. A Unit reads through it; what a Unit read or changed is put in
when it has committed, as it stands then; after a rollback all that the Unit touched is dropped.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Recent(Generic[K, V]):
    """At most `most` entries; what was put in the longest ago goes first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: dict[K, V] = {}

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, key: K) -> V | None:
        return self._kept.get(key)

    def items(self) -> list[tuple[K, V]]:
        return list(self._kept.items())

    def keep(self, key: K, value: V) -> None:
        self._kept.pop(key, None)
        if self._most == len(self._kept) and self._most:
            del self._kept[next(iter(self._kept))]
        if self._most:
            self._kept[key] = value

    def drop(self, keys: Iterable[K]) -> None:
        for key in keys:
            self._kept.pop(key, None)

    def clear(self) -> None:
        self._kept.clear()
