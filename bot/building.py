"""The channels that the configuration switches on, and the doors they open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from starlette.routing import BaseRoute
from starlette.types import ASGIApp

from bot.channels.channel import Channel
from bot.channels.making import Parts, Receiver
from bot.channels.table import switched_on


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
