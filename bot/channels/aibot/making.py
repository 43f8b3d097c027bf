"""The intelligent robot's row in the table of channels."""

from __future__ import annotations

from bot.channels.aibot.channel import Aibot
from bot.channels.aibot.errors import Displaced, SecretRefused
from bot.channels.aibot.receive import read
from bot.channels.making import Door, Maker, Parts
from bot.config.mistakes import ConfigError
from bot.config.settings import Config
from domain.messages import Address, Event


def on(config: Config) -> bool:
    return config.aibot.enabled


def make(parts: Parts) -> Door:
    try:
        made = Aibot(parts)
    except ValueError as error:
        raise ConfigError(f"[wecom] cannot be reached: {error}") from None
    return Door(made, made)


def read_again(external_id: str, raw: object) -> Event | None:
    """What could not be read is looked at anew."""
    if not isinstance(raw, dict):
        return None
    return read(raw["frame"], Address(*raw["sender"]), raw)


async def link(config: Config, code: str) -> str:
    """Nobody is led to a robot by an address: they say the words."""
    return f"(say this to the robot in WeCom) /start {code}"


MAKER = Maker(on, make, read_again, link, fatal=(Displaced, SecretRefused))
