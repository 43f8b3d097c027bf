"""Cards where they stand: each can be changed once, by the answer to a press on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.channels.tencent.turns import Turns
from domain.messages import Address
from storage.memory.recent import Recent

KEPT = 4096  # cards

Card = Mapping[str, Any]
Standing = tuple[Address, str]
"""A chat and the task of the card there."""


@dataclass(slots=True)
class Update:
    """What a pressed card becomes, for everybody or `only` for one userid; `taken` once WeCom has
    it.
    """

    card: Card
    only: str = ""
    taken: bool = False


class Cards:
    def __init__(self, turns: Turns[Update]) -> None:
        self._turns = turns
        self._drawn: Recent[Standing, Card] = Recent(KEPT)
        self._unshown: Recent[Standing, Card] = Recent(KEPT)

    def last(self, at: Standing) -> Card | None:
        """As it was drawn last, shown or not."""
        return self._drawn.get(at)

    def unshown(self, at: Standing) -> Card | None:
        """What the card should be and is not, as nobody has pressed it since."""
        return self._unshown.get(at)

    def shown(self, at: Standing, card: Card) -> None:
        """It stands there now."""
        self._drawn.keep(at, card)
        self._unshown.drop([at])

    async def change(self, at: Standing, card: Card) -> bool:
        """Whether a press was there to change it by; else it waits for one."""
        update = Update(card)
        chat, task_id = at
        if await self._turns.say(chat.chat, update, task_id) and update.taken:
            self.shown(at, card)
            return True
        self._drawn.keep(at, card)
        self._unshown.keep(at, card)
        return False
