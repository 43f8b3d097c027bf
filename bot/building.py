"""The channels that the configuration switches on, and the doors they open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from starlette.routing import BaseRoute
from starlette.types import ASGIApp

from bot.channels.channel import Channel, Offer
from bot.channels.telegram.channel import Telegram
from bot.channels.web.doors import doors
from bot.channels.web.entrance import Phones
from bot.config.settings import Config
from bot.media.files import Files
from bot.workshop.workshop import Workshop
from handlers.dialog.setup import Setup
from storage.database import Database


@dataclass(frozen=True)
class Parts:
    """What channels are built of. `phones` makes the demo page."""

    config: Config
    database: Database
    setup: Setup
    files: Files
    workshop: Workshop
    offer: Offer
    phones: Phones = ()


@dataclass
class Built:
    """`routes` are the web site's; `direct` stands before it, by path."""

    telegram: Telegram | None = None
    channels: dict[str, Channel] = field(default_factory=dict)
    routes: list[BaseRoute] = field(default_factory=list)
    direct: Mapping[str, ASGIApp] = field(default_factory=dict)


def build(parts: Parts) -> Built:
    built = Built()
    if parts.config.telegram.secret_token:
        _telegram(parts, built)
    if parts.config.web.enabled:
        _web(parts, built)
    return built


def _telegram(parts: Parts, built: Built) -> None:
    config = parts.config
    made = Telegram(
        config.telegram,
        parts.database,
        parts.files,
        parts.offer,
        config.service.language,
    )
    built.telegram = built.channels["telegram"] = made
    if config.telegram.mode == "webhook":
        built.direct = {"/telegram": made.webhook}


def _web(parts: Parts, built: Built) -> None:
    channel, built.routes = doors(
        parts.database,
        parts.setup,
        parts.files,
        parts.workshop,
        parts.offer,
        parts.phones,
        parts.config.limits,
    )
    built.channels["web"] = channel
