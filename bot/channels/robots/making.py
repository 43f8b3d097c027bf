"""The group robots' row in the table of channels."""

from __future__ import annotations

from bot.channels.making import Door, Maker, Parts
from bot.channels.robots.channel import Robots
from bot.config.mistakes import ConfigError
from domain.messages import Event


def make(parts: Parts) -> Door:
    urls = {one.area: one.url for one in parts.config.robots}
    try:
        return Door(Robots(parts.database, urls))
    except ValueError as error:
        raise ConfigError(f"[[robots]] cannot be reached: {error}") from None


def read_again(external_id: str, raw: object) -> Event | None:
    """Nobody is heard here."""
    return None


MAKER = Maker(make, read_again)
