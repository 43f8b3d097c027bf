"""What stands on cards, as far as this house has drawn them: the same for the app and the robot."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any

from domain.messages import Address
from storage.memory.recent import Recent

KEPT = 4096  # cards

Card = Mapping[str, Any]
Standing = tuple[Address, str]
"""A chat and the task of the card there."""


class Drawn(ABC):
    def __init__(self) -> None:
        self._drawn: Recent[Standing, Card] = Recent(KEPT)
        self._unshown: Recent[Standing, Card] = Recent(KEPT)

    def last(self, at: Standing) -> Card | None:
        """As it was drawn last, shown or not."""
        return self._drawn.get(at)

    def unshown(self, at: Standing) -> Card | None:
        """What the card should be and is not, as there was no way to change it."""
        return self._unshown.get(at)

    def shown(self, at: Standing, card: Card) -> None:
        """It stands there now."""
        self._drawn.keep(at, card)
        self._unshown.drop([at])

    def changed(self, at: Standing, card: Card, done: bool) -> bool:
        """Whether it was `done`; else it waits for a press."""
        if done:
            self.shown(at, card)
        else:
            self._drawn.keep(at, card)
            self._unshown.keep(at, card)
        return done

    @abstractmethod
    async def change(self, at: Standing, card: Card) -> bool:
        """Whether the card was changed."""

    async def stamp(self, at: Standing, words: str) -> bool:
        """Whether words stand in the place of its buttons."""
        return False
