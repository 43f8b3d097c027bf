"""Cards where they stand: each can be changed once, by the answer to a press on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.channels.tencent.turns import Turns
from bot.channels.wecom.drawn import KEPT, Card, Drawn, Standing
from domain.messages import Address
from storage.memory.recent import Recent

SPOKEN_OF = 30.0
"""Seconds in which what becomes of a card is likely what was said below it."""


@dataclass(slots=True)
class Update:
    """What a pressed card becomes, for everybody or `only` for one userid; `taken` once WeCom has
    it.
    """

    card: Card
    only: str = ""
    taken: bool = False


class Cards(Drawn):
    def __init__(
        self,
        turns: Turns[Update],
        now: Callable[[], float],
    ) -> None:
        super().__init__()
        self._turns = turns
        self._now = now
        self._quoted: Recent[Address, tuple[str, float]] = Recent(KEPT)

    def quoted(self, chat: Address, slot: str) -> None:
        """Somebody said something of that card, where all can read it."""
        self._quoted.keep(chat, (slot, self._now()))

    def pressed(self, chat: Address) -> None:
        """What becomes of a card there now is the answer to a press."""
        self._quoted.drop([chat])

    def spoken_of(self, chat: Address, slot: str) -> bool:
        """Whether somebody has, just now; once."""
        found = self._quoted.get(chat)
        if found is None or found[0] != slot:
            return False
        self._quoted.drop([chat])
        return self._now() - found[1] <= SPOKEN_OF

    async def change(self, at: Standing, card: Card) -> bool:
        """Whether a press was there to change it by; else it waits for one."""
        update = Update(card)
        chat, task_id = at
        said = await self._turns.say(chat.chat, update, task_id)
        return self.changed(at, card, said and update.taken)
