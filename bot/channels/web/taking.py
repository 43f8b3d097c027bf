"""Taking in what a page posted: kept in the chat, handed to the intake; 200 only after the
commit.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from starlette.responses import JSONResponse, Response

from bot.channels.channel import Offer
from bot.channels.web.hub import Hub
from domain.messages import Event
from handlers.dialog.turn import Refused
from handlers.texts.sentences import label
from storage.database import Database
from storage.web import WebMessage


class Taking:
    def __init__(self, database: Database, hub: Hub, offer: Offer) -> None:
        self.database = database
        self.hub = hub
        self.offer = offer

    async def keep(
        self, chat: str, external_id: str, body: dict[str, Any]
    ) -> WebMessage:
        """A person's own message, stored and shown once per external id."""
        async with self.database.unit() as unit:
            mine = await unit.web.put(chat, True, body, external_id)
        self.hub.show(chat, "message", mine)
        return mine

    async def hand_in(self, events: Sequence[Event]) -> Response:
        try:
            await self.offer(events)
        except Exception:
            return JSONResponse({"error": ""}, 503)
        return JSONResponse({"ok": True})


def refusal(language: str, key: str, **args: object) -> Response:
    return refused(language, Refused(key, **args))


def refused(language: str, why: Refused, *, heard: bool = False) -> Response:
    """`heard`: the words were taken all the same, and are not to be sent again."""
    said = {"error": label(language, why.key, **why.args_of_key)}
    return JSONResponse(said | ({"heard": True} if heard else {}), 400)
