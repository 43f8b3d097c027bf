"""Cards where they stand: each can be changed once, by the answer to a press on it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.channels.tencent.turns import Turns
from bot.channels.wecom.drawn import Card, Drawn, Standing


@dataclass(slots=True)
class Update:
    """What a pressed card becomes, for everybody or `only` for one userid; `taken` once WeCom has
    it.
    """

    card: Card
    only: str = ""
    taken: bool = False


class Cards(Drawn):
    def __init__(self, turns: Turns[Update]) -> None:
        super().__init__()
        self._turns = turns

    async def change(self, at: Standing, card: Card) -> bool:
        """Whether a press was there to change it by; else it waits for one."""
        update = Update(card)
        chat, task_id = at
        said = await self._turns.say(chat.chat, update, task_id)
        return self.changed(at, card, said and update.taken)
