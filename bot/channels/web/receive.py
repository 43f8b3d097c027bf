"""What a page says: words, presses and places become Events, also words that are too long: what
is said of those is the handlers' matter, and danger in them is heard.
"""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from bot.channels.web import draw
from bot.channels.web.events import event
from bot.channels.web.said import Press, Say, read_say
from bot.channels.web.taking import Taking, refusal
from domain.messages import EventKind
from storage.web import WebMessage


class NotMine(Exception):
    """Somebody wants to change a message that is not their own."""


class Receiver:
    def __init__(self, taking: Taking) -> None:
        self._taking = taking

    async def say(
        self,
        request: Request,
        chat: str,
        language: str,
    ) -> Response:
        said = await read_say(request)
        if said is None:
            return refusal(language, "page-error-unreadable")
        if said.press is not None:
            return await self._pressed(
                chat,
                said.id,
                said.press,
                language,
            )
        if said.edit is not None:
            return await self._edited(
                chat,
                said,
                said.edit,
                language,
            )
        if said.text.strip() or said.place:
            return await self._said(
                chat,
                said,
                language,
            )
        return refusal(language, "refuse-nothing")

    async def _pressed(
        self, chat: str, made: str, press: Press, language: str
    ) -> Response:
        hello = await self._taking.settle(chat)
        pressed = event(
            chat,
            made,
            language,
            EventKind.PRESS,
            data=press.data,
            press_ref=made,
            message_id=hello or str(press.message),
        )
        return await self._taking.hand_in([pressed])

    async def _said(self, chat: str, said: Say, language: str) -> Response:
        body = draw.said(
            said.text,
            (),
            (),
            said.spot,
            **said.about,
        )
        mine = await self._taking.keep(
            chat,
            said.id,
            body,
        )
        heard = event(
            chat,
            said.id,
            language,
            text=said.text,
            place=said.spot,
            message_id=str(mine.id),
            reply_to=str(said.reply_to or ""),
        )
        return await self._taking.hand_in([heard])

    async def _edited(
        self, chat: str, said: Say, number: int, language: str
    ) -> Response:
        if not said.text.strip():
            return refusal(language, "refuse-nothing")
        html = draw.said(
            said.text,
            (),
            (),
            None,
        )["html"]
        try:
            changed = await self._change(
                chat,
                number,
                html=html,
                edited=True,
            )
        except NotMine:
            return refusal(language, "page-error-not-yours")
        self._taking.hub.show(
            chat,
            "message",
            changed,
        )
        edited = event(
            chat,
            said.id,
            language,
            EventKind.EDIT,
            text=said.text,
            message_id=str(number),
        )
        return await self._taking.hand_in([edited])

    async def _change(self, chat: str, number: int, **body: Any) -> WebMessage:
        """Raises NotMine, and then nothing has changed."""
        async with self._taking.database.unit() as unit:
            changed = await unit.web.change(
                chat,
                number,
                **body,
            )
            if changed is None or not changed.mine:
                raise NotMine
        return changed
