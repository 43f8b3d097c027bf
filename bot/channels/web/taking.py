"""Taking in what a page posted: kept in the chat, handed to the intake; 200 only after the
commit. With their first word a newcomer becomes somebody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from starlette.responses import JSONResponse, Response

from bot.channels.channel import Offer
from bot.channels.web import draw
from bot.channels.web.events import event
from bot.channels.web.hub import Hub
from bot.channels.web.visitors import Visitor
from domain.messages import Event
from domain.start_codes import Begins, apart
from handlers.dialog.setup import Setup
from handlers.dialog.turn import Refused
from handlers.people.hello import hello
from handlers.texts.sentences import label
from storage.database import Database
from storage.unit import Unit
from storage.web import WebMessage

HELLO = "hello"


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody of whom nothing is kept, at the moment at which they say something."""

    visitor: Visitor
    language: str
    device: str


class Taking:
    def __init__(
        self, database: Database, setup: Setup, hub: Hub, offer: Offer
    ) -> None:
        self.database = database
        self._setup = setup
        self.hub = hub
        self.offer = offer
        self._newcomers: dict[str, list[Newcomer]] = {}

    # --- newcomers ---

    @contextmanager
    def speaking(self, newcomer: Newcomer) -> Iterator[None]:
        """While this lasts, the first thing that is kept in their chat makes them somebody."""
        chat = newcomer.visitor.chat
        there = self._newcomers.setdefault(chat, [])
        there.append(newcomer)
        try:
            yield
        finally:
            there.remove(newcomer)
            if not there:
                self._newcomers.pop(chat, None)

    def hello(self, visitor: Visitor, language: str) -> WebMessage:
        """What a newcomer's page shows; it is number 0, since nobody has written it down."""
        directory = self.database.directory
        said = hello(
            directory,
            self._setup,
            language,
            visitor.start,
        )
        body, now = draw.body(said, ()), self.database.clock()
        return WebMessage(
            0,
            visitor.chat,
            0,
            False,
            now,
            body,
            HELLO,
        )

    async def settle(self, chat: str) -> str:
        """Keeps the newcomer whose chat this is. Returns the number that their hello has got; ''
        where they were known.
        """
        if chat not in self._newcomers:
            return ""
        async with self.database.unit() as unit:
            hello = await self._settle(unit, chat)
        await self._settled(chat, hello)
        return str(hello.id) if hello else ""

    async def _settle(self, unit: Unit, chat: str) -> WebMessage | None:
        """With the hello that they have seen."""
        there = self._newcomers.get(chat)
        if not there:
            return None
        newcomer = there[-1]
        shown = self.hello(newcomer.visitor, newcomer.language)
        await unit.logins.add(
            newcomer.visitor.secret,
            chat,
            newcomer.device,
        )
        return await unit.web.put(
            chat,
            False,
            shown.body,
            HELLO,
        )

    async def _settled(self, chat: str, hello: WebMessage | None) -> None:
        if hello is None:
            return
        self.hub.show(chat, "message", hello)
        newcomer = self._newcomers[chat][-1]
        begins, which = apart(newcomer.visitor.start)
        if begins is Begins.GRID:
            code = Begins.HEARD + which
            scanned = f"/start {code}"
            came = event(
                chat,
                f"start-{code}",
                newcomer.language,
                text=scanned,
            )
            await self.offer([came])

    # --- what is said ---

    async def keep(
        self, chat: str, external_id: str, body: dict[str, Any]
    ) -> WebMessage:
        """A person's own message, stored and shown once per external id."""
        async with self.database.unit() as unit:
            hello = await self._settle(unit, chat)
            mine = await unit.web.put(
                chat,
                True,
                body,
                external_id,
            )
        await self._settled(chat, hello)
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
    said = {"error": sentence(language, why)}
    return JSONResponse(said | ({"heard": True} if heard else {}), 400)


def without(
    language: str,
    left: Mapping[int, Refused],
    mine: str,
) -> Response:
    """All but these files was taken, as the person's message `mine`."""
    why = [
        {"file": number, "error": sentence(language, refused)}
        for number, refused in left.items()
    ]
    return JSONResponse({"ok": True, "left": why, "message": int(mine)})


def sentence(language: str, why: Refused) -> str:
    return label(
        language,
        why.key,
        **why.args_of_key,
    )
