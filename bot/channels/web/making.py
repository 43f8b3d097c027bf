"""The web chat's row in the table of channels."""

from __future__ import annotations

from bot.channels.making import Door, Maker, Parts
from bot.channels.web.doors import doors
from bot.channels.web.events import unpack
from bot.config.settings import Config


def make(parts: Parts) -> Door:
    channel, routes = doors(
        parts.database,
        parts.setup,
        parts.files,
        parts.workshop,
        parts.offer,
        parts.phones,
        parts.config.limits,
    )
    return Door(channel, routes=routes)


async def link(config: Config, code: str) -> str:
    return f"{config.web.address}/?start={code}"


MAKER = Maker(make, unpack, link)
