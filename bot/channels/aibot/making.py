"""The intelligent robot's row in the table of channels."""

from __future__ import annotations

import asyncio

from websockets.exceptions import WebSocketException

from bot.channels.aibot.channel import Aibot
from bot.channels.aibot.dialling import dial, proxy_of
from bot.channels.aibot.errors import Displaced, SecretRefused
from bot.channels.aibot.receive import read
from bot.channels.making import Door, Maker, Parts
from bot.config.fitting import Result
from bot.config.mistakes import ConfigError
from bot.config.settings import Config
from domain.messages import Address, Event

NAME = "aibot"
REACHED = (
    "WeCom takes a connection; bot_id and secret are tried at the start, since a second "
    "connection would end that of a Gridbee that runs"
)
ALONE = "without [wecom] members are known by the robot alone"


def make(parts: Parts) -> Door:
    try:
        proxy_of(parts.config.aibot.url)
        made = Aibot(parts)
    except ValueError as error:
        raise ConfigError(f"[aibot] cannot be reached: {error}") from None
    return Door(made, made)


def read_again(external_id: str, raw: object) -> Event | None:
    """What could not be read is looked at anew."""
    if not isinstance(raw, dict):
        return None
    return read(raw["frame"], Address(*raw["sender"]), raw)


async def link(config: Config, code: str) -> str:
    """Nobody is led to a robot by an address: they say the words."""
    return f"(say this to the robot in WeCom) /start {code}"


async def asked(config: Config, seconds: float) -> list[Result]:
    """Whether the other side is there. Nobody subscribes, as that would end the connection of a
    house that runs.
    """
    section, app = config.aibot, config.wecom.enabled
    fine = REACHED if app else f"{REACHED}; {ALONE}"
    try:
        async with asyncio.timeout(seconds):
            socket = await dial(section.url)
            await socket.close()
            return [Result(NAME, True, fine)]
    except (WebSocketException, OSError):
        late = f"nobody takes a connection at [aibot] url within {seconds:g} s"
        return [Result(NAME, False, late)]


MAKER = Maker(make, read_again, link, asked, fatal=(Displaced, SecretRefused))
