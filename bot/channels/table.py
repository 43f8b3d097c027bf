"""The channels, by their section of the configuration: what is not in this table does not exist."""

from __future__ import annotations

from bot.channels.aibot import making as aibot
from bot.channels.making import Maker
from bot.channels.robots import making as robots
from bot.channels.telegram import making as telegram
from bot.channels.web import making as web
from bot.channels.wechat import making as wechat
from bot.channels.wecom import making as wecom
from bot.config.settings import Config

CHANNELS: dict[str, Maker] = {
    "telegram": telegram.MAKER,
    "web": web.MAKER,
    "wechat": wechat.MAKER,
    "wecom": wecom.MAKER,
    "robots": robots.MAKER,
    "aibot": aibot.MAKER,
}

FATAL = tuple(error for maker in CHANNELS.values() for error in maker.fatal)


def switched_on(config: Config) -> dict[str, Maker]:
    """Those that the configuration switches on."""
    return {name: maker for name, maker in CHANNELS.items() if maker.on(config)}
