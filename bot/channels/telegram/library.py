"""What we use of python-telegram-bot, which reads Telegram's refusals: without its front, which
imports all of the Bot API's objects, and httpx.
"""

from __future__ import annotations

from storage.fronts import without_front

with without_front("telegram"):
    from telegram.error import (
        BadRequest,
        ChatMigrated,
        Conflict,
        EndPointNotFound,
        Forbidden,
        InvalidToken,
        NetworkError,
        RetryAfter,
        TelegramError,
        TimedOut,
    )

__all__ = [
    "BadRequest",
    "ChatMigrated",
    "Conflict",
    "EndPointNotFound",
    "Forbidden",
    "InvalidToken",
    "NetworkError",
    "RetryAfter",
    "TelegramError",
    "TimedOut",
]
