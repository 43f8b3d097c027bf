"""Updates by long polling, each acknowledged only after the commit."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import structlog

from bot.channels.channel import Offer, TurnedAway
from bot.channels.telegram.api import Api
from bot.channels.telegram.fields import update_number
from bot.channels.telegram.library import (
    Conflict,
    InvalidToken,
    RetryAfter,
    TelegramError,
)
from bot.channels.telegram.receive import KINDS, read_safely
from domain import retry

log = structlog.get_logger()

POLL_SECONDS = 15  # with what comes on top, a dead connection is given up within 30
YOUNG = 30.0  # seconds
YIELDS_AFTER, GIVES_UP_AFTER = 2, 50  # conflicts in a row
LONGEST_WAIT = 15.0  # seconds
LONGEST_ASKED = timedelta(seconds=60)
TAKEN = "another process is polling with this Telegram token. Stop that one first."


class TokenTaken(TurnedAway):
    """Another process polls with this token."""


class Polling:
    """Fetch, handle and commit, and only then ask with the next offset: a kill loses nothing.

    `patience` is in seconds: for so long whoever polled before us may still do so.
    """

    def __init__(self, api: Api, offer: Offer) -> None:
        self._api = api
        self._offer = offer
        self._offset = 0
        self._failures = 0
        self._conflicts = 0
        self._began = 0.0
        self._heard_at = time.monotonic()
        self.patience = 0.0

    async def run(self) -> None:
        """Polls for ever. Raises TokenTaken when another process keeps polling, InvalidToken for
        a bad token.
        """
        self._began = self._heard_at = time.monotonic()
        while True:
            try:
                await self._fetch()
                self._failures = self._conflicts = 0
            except (InvalidToken, asyncio.CancelledError):
                raise
            except Conflict:
                await self._share()
            except RetryAfter as error:
                await self._wait(error)
            except Exception as error:
                await self._recover(error)

    def silent_for(self) -> float:
        """Seconds since Telegram last answered a poll."""
        return time.monotonic() - self._heard_at

    async def _fetch(self) -> None:
        updates = await self._api.updates(
            self._offset,
            POLL_SECONDS,
            KINDS,
        )
        self._heard_at = time.monotonic()
        if updates:
            events = [event for update in updates if (event := read_safely(update))]
            await self._offer(events)
            self._offset = _last(updates) + 1

    async def _share(self) -> None:
        """Telegram ends whichever poll came first: whoever started just now is the second one,
        and goes.
        """
        age = time.monotonic() - self._began
        if age < self.patience:
            return await asyncio.sleep(1)
        self._conflicts += 1
        young = age < YOUNG
        if self._conflicts >= (YIELDS_AFTER if young else GIVES_UP_AFTER):
            raise TokenTaken(TAKEN) from None
        await asyncio.sleep(1 if young else 0.2)

    async def _wait(self, error: RetryAfter) -> None:
        """Nobody asks us for more than a few seconds between two polls: more is not believed."""
        waits = retry.believed(error.retry_after, LONGEST_ASKED)
        log.warning(
            "telegram.poll_waits",
            asked=str(error.retry_after),
            seconds=waits.total_seconds(),
        )
        await asyncio.sleep(waits.total_seconds())

    async def _recover(self, error: Exception) -> None:
        self._failures += 1
        known = isinstance(error, TelegramError)
        why = str(error) if known else type(error).__name__
        log.warning(
            "telegram.poll_failed",
            why=why,
            failures=self._failures,
        )
        await asyncio.sleep(min(0.2 * 2 ** min(self._failures, 8), LONGEST_WAIT))


def _last(updates: Sequence[Any]) -> int:
    """The highest number. Raises TelegramError where none has one: the same would come again at
    once.
    """
    numbers = [found for one in updates if (found := update_number(one)) is not None]
    if not numbers:
        raise TelegramError("updates without a number")
    return max(numbers)
