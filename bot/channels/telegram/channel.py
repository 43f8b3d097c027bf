"""Telegram as one of the house's channels."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import structlog

from bot.channels.channel import FetchError, Offer, Sent, TurnedAway
from bot.channels.telegram.api import Api
from bot.channels.telegram.chats import is_private
from bot.channels.telegram.library import InvalidToken, TelegramError
from bot.channels.telegram.listening import listens
from bot.channels.telegram.menus import Menus
from bot.channels.telegram.polling import Polling
from bot.channels.telegram.receive import KINDS
from bot.channels.telegram.riding import Riding
from bot.channels.telegram.send import Sender
from bot.channels.telegram.webhook import Webhook
from bot.channels.telegram.whose import counts_anew
from bot.config.mistakes import ConfigError
from bot.config.sections import TelegramConfig
from bot.media.files import Files
from domain.messages import ALL, Can, Media
from storage.database import Database
from storage.memory.media import Kept
from storage.outbox.letters import Letter
from storage.sent_messages import SentMessage

log = structlog.get_logger()
MENUS_EVERY = 30.0  # seconds
REFUSED = "Telegram does not accept the token: check [telegram] token or token_file"
# Telegram counts over a sliding window: what goes at once and what follows in that second have to
# fit together. Shares of the limit; the last tenth is for messages that the line bunches up.
STEADY, AT_ONCE = 0.8, 0.1


class TokenRefused(TurnedAway):
    """Telegram knows no bot of this token."""


class Telegram:
    name = "telegram"

    def __init__(
        self,
        config: TelegramConfig,
        database: Database,
        files: Files,
        offer: Offer,
        language: str,
    ) -> None:
        self._config = config
        self._database = database
        try:
            self._api = Api(
                config.secret_token,
                config.base_url,
                config.base_file_url,
            )
        except ValueError as error:
            raise ConfigError(f"[telegram] cannot be reached: {error}") from None
        riding = Riding()
        self._sender = Sender(
            self._api,
            files,
            language,
            riding,
        )
        self._menus = Menus(
            self._api,
            database,
            language,
        )
        self._polling = Polling(self._api, offer)
        self.webhook = Webhook(
            config.secret_webhook,
            offer,
            riding,
        )
        self.per_second = config.per_second * STEADY
        self.burst = max(1, int(config.per_second * AT_ONCE))
        self.username = ""
        self.anew = asyncio.Event()
        self._us = 0

    def pace_of(self, chat: str) -> tuple[float, int]:
        """One message a second per chat with a small burst, 20 a minute per group
        (facts/telegram.md).
        """
        most = self._config.group_per_minute
        if not is_private(chat):
            return 60 / (most * STEADY) if most else 0, 2
        return self._config.per_chat_seconds, 5

    def can(self, chat: str) -> Can:
        return ALL

    def claims(self, chat: str) -> bool:
        return False

    async def page(self, letter: Letter) -> str:
        return ""

    def is_private(self, chat: str) -> bool:
        return is_private(chat)

    def takes_over(self, seconds: float) -> None:
        """For so long a house that was here before may still be polling."""
        self._polling.patience = seconds

    def silent_for(self) -> float:
        return self._polling.silent_for() if self._config.mode == "polling" else 0.0

    def was_away(self, seconds: float) -> None:
        """Nobody may still be at the other end of connections: those that stand idle are not used
        any more, and `run` is to be begun anew. For so long the poll of before may still be there.
        """
        self._api.let_go()
        self.takes_over(seconds)
        self.anew.set()

    async def start(self) -> None:
        """Asks who we are, so that links can be made. Raises TokenRefused; a network failure is
        waited out.
        """
        delay = 0.5
        while not self.username:
            try:
                found = await self._api.call("getMe")
                self._us, self.username = int(found["id"]), found["username"]
            except InvalidToken:
                raise TokenRefused(REFUSED) from None
            except (TelegramError, KeyError, TypeError, ValueError) as error:
                said = isinstance(error, TelegramError)
                log.warning("telegram.unreachable", why=str(error) if said else "odd")
                await asyncio.sleep(delay)
                delay = min(delay * 2, 15)

    def link(self) -> str:
        return f"https://t.me/{self.username}?start={{code}}"

    async def run(self) -> None:
        """Receives until cancelled. Raises TokenTaken or TokenRefused."""
        await counts_anew(self._database, self._us)
        menus = asyncio.create_task(self._keep_menus())
        try:
            if self._config.mode == "webhook":
                await self._api.call(
                    "setWebhook",
                    url=self._config.webhook_url,
                    secret_token=self._config.secret_webhook,
                    allowed_updates=KINDS,
                    max_connections=self._config.max_connections,
                )
                await asyncio.Event().wait()
            await self._api.call("deleteWebhook")
            await self._polling.run()
        except InvalidToken:
            raise TokenRefused(REFUSED) from None
        finally:
            menus.cancel()

    async def _keep_menus(self) -> None:
        while True:
            await self._menus.refresh()
            await asyncio.sleep(MENUS_EVERY)

    async def stop(self) -> None:
        await self._api.close()

    async def send(
        self, letter: Letter, standing: SentMessage | None, media: Sequence[Kept]
    ) -> list[Sent]:
        return await self._sender.send(
            letter,
            standing,
            media,
        )

    async def listens(self, chat: str) -> bool:
        return await listens(
            self._api,
            self._us,
            chat,
        )

    async def fetch(self, media: Media) -> bytes:
        try:
            found = await self._api.call("getFile", file_id=media.ref)
            return await self._api.download(found["file_path"])
        except TelegramError as error:
            lasting = any(
                sign in error.message.lower()
                for sign in ("file is too big", "invalid file_id", "wrong file")
            )
            raise FetchError(error.message, permanent=lasting) from None
