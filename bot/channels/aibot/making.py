"""The intelligent robot's row in the table of channels."""

from __future__ import annotations

from bot.channels.aibot.channel import Aibot
from bot.channels.aibot.errors import Displaced, SecretRefused
from bot.channels.making import Door, Maker, Parts
from bot.config.settings import Config
from domain.messages import Event


def on(config: Config) -> bool:
    return config.aibot.enabled


def make(parts: Parts) -> Door:
    made = Aibot(parts)
    return Door(made, made)


def read_again(external_id: str, raw: object) -> Event | None:
    """What could not be read once cannot be read again."""
    return None


async def link(config: Config, code: str) -> str:
    """Nobody is led to a robot by an address: they say the words."""
    return f"(say this to the robot in WeCom) /start {code}"


MAKER = Maker(on, make, read_again, link, fatal=(Displaced, SecretRefused))
