"""The channels, by their section of the configuration: what is not in this table does not exist.
A house imports those alone that it has.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from bot.channels.making import Maker
from bot.config.settings import Config

CHANNELS: Mapping[str, Callable[[Config], bool]] = {
    "telegram": lambda config: bool(config.telegram.secret_token),
    "web": lambda config: config.web.enabled,
    "wechat": lambda config: config.wechat.enabled,
    "wecom": lambda config: config.wecom.enabled,
    "robots": lambda config: bool(config.robots),
    "aibot": lambda config: config.aibot.enabled,
}
"""Whether the configuration switches it on. Each is a folder beside this file."""


def maker(name: str) -> Maker:
    found: Maker = import_module(f"bot.channels.{name}.making").MAKER
    return found


def switched_on(config: Config) -> dict[str, Maker]:
    """Those that the configuration switches on."""
    return {name: maker(name) for name, on in CHANNELS.items() if on(config)}
