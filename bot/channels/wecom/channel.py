"""WeCom as one of the house's channels."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial

import structlog
from starlette.routing import BaseRoute

from bot.channels.channel import Sent
from bot.channels.making import Parts
from bot.channels.tencent.calls import Refused, Uncertain, Unreached
from bot.channels.tencent.envelope import Envelope
from bot.channels.tencent.found import CALLS, Found
from bot.channels.tencent.media import fetched
from bot.channels.tencent.sealed import is_sealed, unsealed
from bot.channels.tencent.turns import Turns
from bot.channels.wecom.answers import Answer
from bot.channels.wecom.api import PACE, Api
from bot.channels.wecom.as_it_is import AsItIs
from bot.channels.wecom.buttons import Labels
from bot.channels.wecom.callback import Callback
from bot.channels.wecom.card import CAN
from bot.channels.wecom.cards import Cards
from bot.channels.wecom.errors import judged
from bot.channels.wecom.joining import Joining, address
from bot.channels.wecom.menus import put_menu
from bot.channels.wecom.presses import Presses
from bot.channels.wecom.receive import CHANNEL
from bot.channels.wecom.send import Sender
from bot.channels.wecom.uploads import Uploads
from bot.channels.wecom.who import Names
from domain.messages import Can, Media
from handlers.texts.sentences import label
from storage.memory.media import Kept
from storage.outbox.letters import Letter
from storage.sent_messages import SentMessage

log = structlog.get_logger()
MENU_EVERY = 600.0  # seconds until a menu that could not be set is tried again


class Wecom:
    """Coordinators come to it by callbacks; it has a loop for the menu."""

    name = CHANNEL
    per_second = 0.0
    burst = 1

    def __init__(self, parts: Parts) -> None:
        """Raises ValueError for an address to which nothing can be sent."""
        config, database = parts.config.wecom, parts.database
        self._found = Found(parts.setup.refusals, CHANNEL)
        self.anew = asyncio.Event()
        self._language = parts.config.service.language
        secret, agent_id = config.app_secret, config.agent_id
        who = (config.base_url, config.corp_id, secret, agent_id)
        self._api = Api(*who, partial(self._found.says, CALLS))
        self.routes = self._joining(parts)
        turns: Turns[Answer] = Turns(CHANNEL, parts.pending)
        cards = Cards(database, self._api, turns)
        self._sender = Sender(
            database,
            self._api,
            cards,
            Uploads(self._api, parts.files),
            labels_in(self._language),
            self._language,
        )
        self.callback = Callback(
            database,
            Envelope(config.signs_with, config.corp_id, config.aes_keys),
            parts.offer,
            Presses(
                turns,
                cards,
                AsItIs(database, parts.setup, labels_in(self._language)),
                parts.offer,
            ),
            Names(database, self._api),
            self._found.says,
        )

    def _joining(self, parts: Parts) -> Sequence[BaseRoute]:
        """Invitations have a QR code where WeCom says who scanned it."""
        url = parts.config.wecom.oauth_url
        if not url:
            return ()
        parts.setup.joins[CHANNEL] = address(url, "{code}")
        made = (self._api, parts.offer, url, self._language)
        return Joining(parts.database, *made).routes()

    # --- what the house asks ---

    def can(self, chat: str) -> Can:
        return CAN

    def claims(self, chat: str) -> bool:
        """What went with an answer to a press is a card, which may be changed once more."""
        return False

    def pace_of(self, chat: str) -> tuple[float, int]:
        return PACE

    def is_private(self, chat: str) -> bool:
        return True

    def silent_for(self) -> float:
        return 0.0

    async def page(self, letter: Letter) -> str:
        return ""

    async def listens(self, chat: str) -> bool:
        return True

    async def send(
        self, letter: Letter, standing: SentMessage | None, media: Sequence[Kept]
    ) -> list[Sent]:
        """Raises SendError."""
        return await self._sender.send(letter, standing, media)

    async def fetch(self, media: Media) -> bytes:
        if is_sealed(media):  # it came by the robot, to whom the app answers
            return await unsealed(self._api.download, media)
        return await fetched(self._api, media, judged)

    # --- the loop ---

    async def start(self) -> None:
        """Nothing has to be asked before coordinators are heard."""
        self._sender.begins()

    def link(self) -> str:
        """There is no address that opens an app with a code: they say the words."""
        return "/start {code}"

    async def run(self) -> None:
        while not await self._menu_is_put():
            await asyncio.sleep(MENU_EVERY)
        await asyncio.Event().wait()

    async def _menu_is_put(self) -> bool:
        try:
            await put_menu(self._api, self._language)
        except (Refused, Uncertain, Unreached) as error:
            log.warning("wecom.no_menu", why=str(error) or type(error).__name__)
            return False
        return True

    def takes_over(self, seconds: float) -> None:
        """Callbacks come to whoever answers: nobody else is receiving."""

    def was_away(self, seconds: float) -> None:
        """The other side opens the connections."""

    async def stop(self) -> None:
        await self._api.close()


def labels_in(language: str) -> Labels:
    return Labels(label(language, "wecom-behind"), label(language, "wecom-closed"))
