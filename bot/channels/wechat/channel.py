"""WeChat as one of the house's channels."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime
from functools import partial

import structlog
from starlette.routing import BaseRoute

from bot.channels.channel import Sent
from bot.channels.making import Parts
from bot.channels.tencent.calls import Refused, Uncertain, Unreached
from bot.channels.tencent.envelope import Envelope
from bot.channels.tencent.found import CALLS, Found
from bot.channels.tencent.media import fetched
from bot.channels.tencent.turns import Turns
from bot.channels.wechat import codes
from bot.channels.wechat.api import Api
from bot.channels.wechat.authorizing import Authorizing, Signed
from bot.channels.wechat.callback import Callback
from bot.channels.wechat.draw import CAN
from bot.channels.wechat.errors import NO_RIGHT, judged
from bot.channels.wechat.menus import put_menu
from bot.channels.wechat.oauth import OAuth
from bot.channels.wechat.pages import Pages
from bot.channels.wechat.quotas import Quotas
from bot.channels.wechat.receive import CHANNEL
from bot.channels.wechat.retried import Retried
from bot.channels.wechat.send import Sender
from bot.channels.wechat.templates import Templates
from bot.media.key import house_key
from domain.messages import START, Can, Media
from storage.memory.media import Kept
from storage.outbox.letters import Letter
from storage.sent_messages import SentMessage

log = structlog.get_logger()
MENU_EVERY = 600.0  # seconds until a menu that could not be set is tried again


class Wechat:
    """Riders come to it by callbacks; it has a loop for the menu and for what is still to be
    written of the quotas.
    """

    name = CHANNEL
    per_second = 0.0
    burst = 1

    def __init__(self, parts: Parts) -> None:
        """Raises ValueError for an address to which nothing can be sent."""
        config, service = parts.config.wechat, parts.config.service
        self.anew = asyncio.Event()
        self._language = service.language
        self._found = Found(parts.setup.refusals, CHANNEL)
        self._workshop = parts.workshop
        parts.setup.codes.add(CHANNEL)
        account = (config.base_url, config.app_id, config.app_secret)
        self._database = parts.database
        self._api = Api(*account, self._now, partial(self._found.says, CALLS))
        self._turns: Turns[str] = Turns(CHANNEL, parts.pending)
        self._quotas = Quotas(parts.database)
        self._page = ""
        self.routes: Sequence[BaseRoute] = ()
        self._pages = self._made_pages(parts)
        templates = Templates(
            parts.database,
            self._api,
            self._pages,
            config.templates.given,
            parts.config.zone,
        )
        self._sender = Sender(
            parts.database,
            self._api,
            self._turns,
            self._quotas,
            self._pages,
            templates,
        )
        parts.setup.counted[CHANNEL] = self._sender.goes
        envelope = Envelope(config.signs_with, config.app_id, config.aes_keys)
        gcj02 = config.datum == "gcj02"
        self.callback = Callback(
            parts.database,
            envelope,
            parts.offer,
            self._turns,
            self._quotas,
            gcj02,
            parts.at_last,
            Retried(parts.database, parts.hand_over),
            self._found.says,
        )

    def _made_pages(self, parts: Parts) -> Pages:
        """What stands behind links; with a domain of ours in the console WeChat says who opens
        them.
        """
        web, config = parts.config.web, parts.config.wechat
        address = web.address if web.enabled else ""
        made = (parts.database, address, self._language, parts.hand_over)
        if not config.oauth_url:
            return Pages(*made)
        states = Signed(house_key(parts.files.folder), self._now)
        authorizing = Authorizing(config.oauth_url, config.app_id, states)
        pages = Pages(*made, authorizing.link)
        entering = OAuth(self._database, self._api, pages, authorizing, parts.offer)
        self._page, self.routes = authorizing.begins, entering.routes()
        return pages

    def _now(self) -> datetime:
        return self._database.clock()

    # --- what the house asks ---

    def can(self, chat: str) -> Can:
        return CAN

    def claims(self, chat: str) -> bool:
        """Nobody says whether an answer to a callback has arrived."""
        return self._turns.open(chat)

    def pace_of(self, chat: str) -> tuple[float, int]:
        return 0, 1

    def is_private(self, chat: str) -> bool:
        return True

    def silent_for(self) -> float:
        return 0.0

    async def page(self, letter: Letter) -> str:
        return await self._pages.line(letter)

    async def listens(self, chat: str) -> bool:
        return True

    async def send(
        self, letter: Letter, standing: SentMessage | None, media: Sequence[Kept]
    ) -> list[Sent]:
        """Raises SendError."""
        return await self._sender.send(letter)

    async def fetch(self, media: Media) -> bytes:
        if not media.ref.startswith(START):
            return await fetched(self._api, media, judged)
        words = await codes.wanted(self._api, media.ref.removeprefix(START))
        _, drawn = await self._workshop.picture("code", b"", CHANNEL, words=words)
        return drawn

    # --- the loop ---

    async def start(self) -> None:
        """Nothing has to be asked before riders are heard."""

    def link(self) -> str:
        """There is no address that opens a 服务号 with a code: a picture does, and words do."""
        return "/start {code}"

    async def run(self) -> None:
        async with asyncio.TaskGroup() as both:
            both.create_task(self._quotas.run())
            both.create_task(self._keep_menu())

    async def _keep_menu(self) -> None:
        """Set once; again where WeChat took nothing at all, to see whether it does by now."""
        put = False
        while True:
            if not put or self._api.holds.everything:
                put = await self._menu_is_put()
            await asyncio.sleep(MENU_EVERY)

    async def _menu_is_put(self) -> bool:
        """Or will not be in this run."""
        try:
            await put_menu(self._api, self._language, self._page)
        except (Refused, Uncertain, Unreached) as error:
            log.warning("wechat.no_menu", why=str(error) or type(error).__name__)
            return isinstance(error, Refused) and error.code in NO_RIGHT
        return True

    def takes_over(self, seconds: float) -> None:
        """Callbacks come to whoever answers: nobody else is receiving."""

    def was_away(self, seconds: float) -> None:
        """The other side opens the connections."""

    async def stop(self) -> None:
        await self._quotas.write()
        await self._api.close()
