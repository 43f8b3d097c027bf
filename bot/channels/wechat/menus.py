"""The three buttons at the foot of the chat."""

from __future__ import annotations

from typing import Any

from bot.channels.wechat.api import Api
from domain.kinds import Kind
from domain.offers import ICONS
from handlers.people.hello import MENU
from handlers.texts.sentences import label

MORE = {
    "/help": "wechat-more-help",
    "/lang": "wechat-more-lang",
    "/mute": "wechat-more-mute",
}
"""Commands of the last button, with what they are called there."""


async def put_menu(api: Api, language: str, page: str = "") -> None:
    """Raises Refused, Uncertain or Unreached."""
    await api.call("menu/create", button=buttons(language, page))


def buttons(language: str, page: str = "") -> list[dict[str, Any]]:
    """上报, 我的事项, 更多: at most three with five below each; names of 16 bytes, below of 60.
    `page` is where one's cases stand; without it they are said.
    """
    kinds = [
        _click(_plain(language, f"menu-{kind}"), f"{MENU}:{kind}") for kind in Kind
    ]
    more = [_click(_plain(language, key), command) for command, key in MORE.items()]
    name = _plain(language, "wechat-my")
    view = {"type": "view", "name": name, "url": page}
    return [
        {"name": _plain(language, "wechat-report"), "sub_button": kinds},
        view if page else _click(name, f"{MENU}:my"),
        {"name": _plain(language, "wechat-others"), "sub_button": more},
    ]


def _plain(language: str, key: str) -> str:
    return label(language, key).strip(ICONS)


def _click(name: str, key: str) -> dict[str, Any]:
    return {"type": "click", "name": name, "key": key}
