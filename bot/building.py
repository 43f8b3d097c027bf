"""What the configuration switches on: the channels, the doors they open, what is signed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from starlette.routing import BaseRoute
from starlette.types import ASGIApp

from bot.channels.channel import Channel
from bot.channels.making import Parts, Receiver
from bot.channels.table import switched_on
from bot.config.settings import Config
from bot.media.files import Files
from bot.media.key import house_key
from handlers.dialog.setup import Setup


@dataclass
class Built:
    """`routes` are the web site's; `direct` stands before it, by path."""

    channels: dict[str, Channel] = field(default_factory=dict)
    receivers: dict[str, Receiver] = field(default_factory=dict)
    routes: list[BaseRoute] = field(default_factory=list)
    direct: Mapping[str, ASGIApp] = field(default_factory=dict)


def build(parts: Parts) -> Built:
    built = Built()
    for name, maker in switched_on(parts.config).items():
        door = maker.make(parts)
        built.channels[name] = door.channel
        built.routes += door.routes
        built.direct = {**built.direct, **door.direct}
        if door.receiver is not None:
            built.receivers[name] = door.receiver
    return built


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
