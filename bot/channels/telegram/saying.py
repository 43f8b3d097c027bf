"""A call that says something, made again without what Telegram refused of it."""

from __future__ import annotations

from typing import Any

from bot.channels.telegram.api import Api
from bot.channels.telegram.fields import number
from bot.channels.telegram.library import TelegramError
from bot.channels.telegram.loose import UNREADABLE
from bot.channels.telegram.refusals import next_step, without
from bot.http.multipart import Upload


async def said(
    api: Api,
    method: str,
    params: dict[str, Any],
    files: dict[str, Upload] | None = None,
) -> Any:
    """The `result`. Raises the TelegramError for which this form knows no plainer one."""
    while True:
        try:
            return await api.call(
                method,
                files=files,
                **params,
            )
        except TelegramError as error:
            plainer = without(params, next_step(error))
            if plainer is None:
                raise
            params = plainer


async def said_or(
    api: Api, method: str, params: dict[str, Any], base: dict[str, Any], words: str
) -> Any:
    """The same; what the chat refuses for good is said in these words instead."""
    try:
        return await said(
            api,
            method,
            base | params,
        )
    except TelegramError as error:
        if next_step(error) is None:
            raise
        return await said(
            api,
            "sendMessage",
            base | {"text": words},
        )


def message_of(done: Any) -> str:
    """The id of the message that an answer tells of. Raises TelegramError where it does not: then
    the message may stand there all the same.
    """
    try:
        return str(number(done["message_id"]))
    except (KeyError, TypeError, ValueError):
        raise TelegramError(UNREADABLE) from None
