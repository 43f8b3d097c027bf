"""What a call of the Bot API raises. Names, kinds and words are python-telegram-bot's, beside which
they are tested; the library itself would take 9 MB and a tenth of a second (docs/adr/0053).
"""

from __future__ import annotations

from datetime import timedelta

PREFIXES = ("Error: ", "[Error]: ", "Bad Request: ")


class TelegramError(Exception):
    """Something went wrong with a call; `message` is for people."""

    def __init__(self, message: str) -> None:
        plain = message
        for prefix in PREFIXES:
            plain = plain.removeprefix(prefix)
        self.message = message if plain == message else plain.capitalize()
        super().__init__(self.message)


class Forbidden(TelegramError):
    """The bot may not do that: it was blocked, or removed."""


class InvalidToken(TelegramError):
    """No bot has this token."""


class Conflict(TelegramError):
    """Somebody else polls, or a webhook is set."""


class NetworkError(TelegramError):
    """Nobody knows whether the call arrived, unless it is one of the kinds below."""


class BadRequest(NetworkError):
    """Telegram cannot do what was asked."""


class TimedOut(NetworkError):
    """No answer in time."""


class ChatMigrated(TelegramError):
    """The group has another id from now on."""

    def __init__(self, new_chat_id: int) -> None:
        super().__init__(f"Group migrated to supergroup. New chat id: {new_chat_id}")
        self.new_chat_id = new_chat_id


class RetryAfter(TelegramError):
    """Too many calls."""

    def __init__(self, retry_after: timedelta) -> None:
        super().__init__(f"Flood control exceeded. Retry in {retry_after}")
        self.retry_after = retry_after
