"""A case's card as it should stand now, for a press on one of which nobody knows any more what it
shows: after a restart, or a copy that nothing has changed since.
"""

from __future__ import annotations

from typing import Any

import structlog

from bot.channels.wecom.buttons import Labels
from bot.channels.wecom.card import OF_CHOICES, draw
from bot.channels.wecom.drawn import Card
from bot.logs import told
from domain.messages import Address, Reply
from handlers.casework.cards import card_edits, card_sending
from handlers.casework.letters.notice_buttons import SLOT
from handlers.dialog.scene import Scene
from handlers.dialog.setup import Setup
from storage.database import Database

log = structlog.get_logger()


class AsItIs:
    def __init__(
        self,
        database: Database,
        setup: Setup,
        labels: Labels,
    ) -> None:
        self._database = database
        self._setup = setup
        self._labels = labels

    async def card(
        self, chat: Address, task_id: str, known: Card | None
    ) -> Card | None:
        """None where it shows no case, or is `known` and counts: a notice as long as it is one,
        else what can be pressed there as it can be on the card.
        """
        try:
            reply = await self._reply(chat, task_id, bool(known))
        except Exception as error:
            log.warning("card.not_drawn", **told(error))
            return None
        if reply is None:
            return None
        drawn = draw(reply, task_id, self._labels).card
        return None if known and _pressable(known) == _pressable(drawn) else drawn

    async def _reply(self, chat: Address, task_id: str, known: bool) -> Reply | None:
        async with self._database.unit() as unit:
            sent = await unit.sent_messages.at(chat, task_id)
            if sent is None or (known and sent.slot.startswith(SLOT)):
                return None
            number = sent.case_id
            case = await unit.cases.get(number) if number is not None else None
            if case is None:
                return None
            here = chat in card_sending.readers(unit, case)
            scene = Scene(unit, self._setup)
            return await card_edits.as_it_is(scene, case, chat, here)


def _pressable(card: Card) -> dict[str, Any]:
    return {name: card[name] for name in OF_CHOICES if name in card}
