"""Telegram's row in the table of channels."""

from __future__ import annotations

import asyncio

from bot.channels.channel import TurnedAway
from bot.channels.making import Door, Maker, Parts
from bot.channels.telegram.api import Api
from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.library import TelegramError
from bot.channels.telegram.loose import one
from bot.channels.telegram.receive import read_safely
from bot.config.fitting import Result
from bot.config.settings import Config
from domain.messages import Event

NO_ANSWER = "(Telegram does not answer: put your bot's name for BOT)"


def make(parts: Parts) -> Door:
    config = parts.config
    made = Telegram(
        config.telegram,
        parts.database,
        parts.files,
        parts.offer,
        config.service.language,
    )
    webhook = config.telegram.mode == "webhook"
    return Door(
        made,
        made,
        direct={"/telegram": made.webhook} if webhook else {},
    )


def read_again(external_id: str, raw: object) -> Event | None:
    update = raw if isinstance(raw, dict) else one(str(raw).encode())
    return read_safely(update)


def _api(config: Config) -> Api:
    telegram = config.telegram
    return Api(
        telegram.secret_token,
        telegram.base_url,
        telegram.base_file_url,
    )


async def link(config: Config, code: str) -> str:
    """Telegram is asked for the bot's name."""
    api = _api(config)
    try:
        return f"https://t.me/{(await api.call('getMe'))['username']}?start={code}"
    except TelegramError:
        return f"https://t.me/BOT?start={code}   {NO_ANSWER}"
    finally:
        await api.close()


async def asked(config: Config, seconds: float) -> list[Result]:
    return [await _token(config, seconds)]


async def _token(config: Config, seconds: float) -> Result:
    """Whether Telegram takes it, as far as it says so within so many seconds."""
    try:
        api = _api(config)
    except ValueError as error:
        return Result("token", False, str(error))
    try:
        async with asyncio.timeout(seconds):
            return Result(
                "token",
                True,
                f"@{(await api.call('getMe'))['username']}",
            )
    except TelegramError as error:
        return Result(
            "token",
            False,
            f"Telegram says: {error.message}",
        )
    except TimeoutError:
        return Result(
            "token",
            False,
            f"Telegram does not answer within {seconds:g} s",
        )
    finally:
        await api.close()


MAKER = Maker(
    make,
    read_again,
    link,
    asked,
    (TurnedAway,),
)
