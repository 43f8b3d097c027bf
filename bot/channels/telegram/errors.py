"""What each of Telegram's errors means for the letter."""

from __future__ import annotations

from datetime import timedelta

import structlog

from bot.channels.channel import SendError
from bot.channels.telegram.library import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)
from bot.channels.telegram.refusals import is_gone
from bot.channels.telegram.request import NotDelivered
from domain import retry

log = structlog.get_logger()
LONGEST = timedelta(minutes=15)  # that is believed, where Telegram asks us to wait
MARGIN = timedelta(seconds=0.5)  # beyond what Telegram asks us to wait
OURS = timedelta(seconds=30)  # what is wrong with us, and not with the letter


def judged(error: TelegramError) -> SendError:
    """BadRequest and NotDelivered are kinds of NetworkError, so the order matters."""
    why = f"{type(error).__name__}: {error.message}"
    if isinstance(error, RetryAfter):
        return SendError(
            why,
            after=_wait(error.retry_after) + MARGIN,
            busy=True,
        )
    if isinstance(error, ChatMigrated):
        return SendError(why, moved_to=str(error.new_chat_id))
    if isinstance(error, Forbidden):
        return SendError(
            why,
            permanent=True,
            gone=True,
        )
    if isinstance(error, BadRequest):
        return SendError(
            why,
            permanent=True,
            gone=is_gone(error),
        )
    if isinstance(error, NotDelivered):
        return SendError(why)
    if isinstance(error, (InvalidToken, EndPointNotFound, Conflict)):
        return SendError(why, after=OURS)
    unread = "Invalid server response" in error.message
    return SendError(why, uncertain=isinstance(error, NetworkError) or unread)


def _wait(asked: float | timedelta) -> timedelta:
    waits = retry.believed(asked, LONGEST)
    if waits == LONGEST:
        log.warning(
            "telegram.long_wait",
            asked=str(asked),
            waits=str(waits),
        )
    return waits
