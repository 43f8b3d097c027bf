"""WeCom's intelligent robot as one of the house's channels."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence

from bot.channels.aibot.cards import Cards, Update
from bot.channels.aibot.draw import CAN
from bot.channels.aibot.errors import Displaced
from bot.channels.aibot.gaps import Gaps
from bot.channels.aibot.line import Line
from bot.channels.aibot.presses import Presses
from bot.channels.aibot.receive import CHANNEL, is_private
from bot.channels.aibot.saying import Saying
from bot.channels.aibot.send import Sender
from bot.channels.aibot.taking import Taking
from bot.channels.aibot.uploading import Uploading
from bot.channels.aibot.who import Who
from bot.channels.channel import SendError, Sent
from bot.channels.making import Parts
from bot.channels.tencent.calls import Calls
from bot.channels.tencent.sealed import unsealed
from bot.channels.tencent.turns import Turns
from bot.channels.wecom.api import Api
from bot.channels.wecom.as_it_is import AsItIs
from bot.channels.wecom.channel import labels_in
from bot.channels.wecom.uploads import Uploads
from domain.messages import Address, Can, Media
from handlers.admin.troubles import DISPLACED
from storage.memory.media import Kept
from storage.outbox.letters import Letter
from storage.sent_messages import SentMessage


class Aibot:
    """It opens the connection itself, and so needs no address of ours."""

    name = CHANNEL
    per_second = 0.0
    burst = 1

    def __init__(self, parts: Parts) -> None:
        """Raises ValueError where nothing can be sent to the app's address."""
        config, database = parts.config, parts.database
        self.anew = asyncio.Event()
        self._at_last = parts.at_last
        self._turned_away: set[Address] = set()
        self._who = Who(database, _app(parts))
        self._setup = parts.setup
        self._files = Calls()
        self._gaps = Gaps(database, parts.setup, parts.hand_over)
        self._line = Line(
            config.aibot,
            lambda: database.clock(),
            self._came,
            self._up,
            self._gaps.down,
        )
        turns: Turns[Update] = Turns(CHANNEL, parts.pending)
        cards = Cards(turns, time.monotonic)
        language = config.service.language
        fresh = AsItIs(database, parts.setup, labels_in(language))
        presses = Presses(turns, cards, fresh, self._line)
        uploads = Uploads(Uploading(self._line), parts.files)
        saying = Saying(database, self._line, uploads)
        self._sender = Sender(
            database,
            saying,
            cards,
            presses,
            uploads,
            labels_in(language),
            language,
        )
        self._taking = Taking(
            database,
            parts.offer,
            self._who,
            presses,
            saying,
            language,
            self._spoken,
            cards.quoted,
        )

    # --- what the house asks ---

    def can(self, chat: str) -> Can:
        return CAN

    def claims(self, chat: str) -> bool:
        """A card that went unheard of is refused when it comes again."""
        return False

    def pace_of(self, chat: str) -> tuple[float, int]:
        """The sender counts: what changes a card does not count, and has to go at once."""
        return 0.0, 1

    def is_private(self, chat: str) -> bool:
        return is_private(chat)

    def silent_for(self) -> float:
        """What is said while nobody is connected never comes: that is told by `gaps`."""
        return 0.0

    async def page(self, letter: Letter) -> str:
        return ""

    async def listens(self, chat: str) -> bool:
        """Nobody can be asked whether the robot is still in a group."""
        return True

    async def send(
        self, letter: Letter, standing: SentMessage | None, media: Sequence[Kept]
    ) -> list[Sent]:
        """Raises SendError."""
        try:
            return await self._sender.send(letter, standing, media)
        except SendError:
            self._turned_away.add(letter.to)
            raise

    async def fetch(self, media: Media) -> bytes:
        return await unsealed(self._files.download, media)

    # --- the loop ---

    async def start(self) -> None:
        """Nothing has to be asked before people are heard."""

    def link(self) -> str:
        """There is no address that opens a robot with a code: they say the words."""
        return "/start {code}"

    async def run(self) -> None:
        """Until cancelled. Raises Displaced or SecretRefused."""
        self._gaps.begins()
        watching = asyncio.create_task(self._gaps.run())
        try:
            await self._line.run()
        except Displaced:
            self._setup.refusals[CHANNEL] = DISPLACED
            raise
        finally:
            watching.cancel()

    def takes_over(self, seconds: float) -> None:
        """The newest connection counts: whoever was here before loses theirs."""

    def was_away(self, seconds: float) -> None:
        """Nobody may be at the other end any more."""
        self.anew.set()

    async def stop(self) -> None:
        self._taking.stop()
        await self._gaps.ends()
        await self._who.close()
        await self._files.close()

    # --- what comes ---

    def _came(self, frame: dict[str, object]) -> None:
        self._taking.begin(frame)

    def _up(self) -> None:
        """What waited for the connection goes now."""
        self._taking.beside(self._gaps.up())
        waiting, self._turned_away = self._turned_away, set()
        for chat in waiting:
            self._at_last(chat)

    def _spoken(self, chat: Address) -> None:
        """Somebody spoke there, so the robot may."""
        if chat in self._turned_away:
            self._turned_away.discard(chat)
            self._at_last(chat)


def _app(parts: Parts) -> Api | None:
    """The app of the same corp, which knows who is who."""
    app = parts.config.wecom
    if not app.enabled:
        return None
    return Api(app.base_url, app.corp_id, app.app_secret, app.agent_id)
