"""What the configuration switches on: the channels, the doors they open, what is signed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from importlib import import_module
from typing import Protocol

from starlette.types import ASGIApp

from bot.channels.channel import Channel
from bot.channels.making import Parts, Receiver, Route
from bot.channels.table import switched_on
from bot.channels.web.health import State
from bot.config.settings import Config
from bot.media.files import Files
from bot.media.key import house_key
from handlers.dialog.setup import Setup


@dataclass
class Built:
    """`routes` are the web site's; `direct` stands before it, by path. What is `fatal` to one of
    the channels cannot be mended while the house runs.
    """

    channels: dict[str, Channel] = field(default_factory=dict)
    receivers: dict[str, Receiver] = field(default_factory=dict)
    routes: list[Route] = field(default_factory=list)
    direct: Mapping[str, ASGIApp] = field(default_factory=dict)
    fatal: tuple[type[Exception], ...] = ()


class Server(Protocol):
    """The web server, on its socket from `listen` on."""

    started: bool
    should_exit: bool

    @property
    def port(self) -> int:
        """On which it really listens."""

    def listen(self) -> None:
        """Raises OSError, with the address, where somebody else has the port."""

    async def answer(self) -> None:
        """Serves until `should_exit`."""


def build(parts: Parts) -> Built:
    built = Built()
    for name, maker in switched_on(parts.config).items():
        door = maker.make(parts)
        built.channels[name] = door.channel
        built.routes += door.routes
        built.direct = {**built.direct, **door.direct}
        if door.receiver is not None:
            built.receivers[name] = door.receiver
        built.fatal += maker.fatal
    return built


def server_of(built: Built, config: Config, state: State) -> Server | None:
    """None where nothing is to be answered: uvicorn is not even imported then."""
    if not (built.routes or built.direct):
        return None
    made: Server = import_module("bot.channels.web.server").Server(
        config.web,
        config.limits,
        built.routes,
        built.direct,
        state,
    )
    return made


def setup_of(config: Config, links: dict[str, str], files: Files) -> Setup:
    """The Setup of a house that runs: with its own key, by which it signs."""
    key, section, web = house_key(files.folder), config.proofs, config.web
    setup = replace(config.setup(links), key=key)
    if section is None:
        return setup
    reached = web.enabled and web.public_url
    page = web.address if reached else ""
    proofs = section.given(key, page)
    return replace(setup, proofs=proofs)
