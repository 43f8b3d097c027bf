"""The three buttons at the foot of the app: what staff use most."""

from __future__ import annotations

from typing import Any

from bot.channels.wecom.api import Api
from domain.offers import ICONS
from handlers.texts.sentences import label

LISTS = ("queue", "mine", "overdue", "my")
MORE = ("onsite", "similar", "duty", "away", "help")
"""Commands behind the first and the last button, at most five each (90231). Everybody has the same
menu, so each of them is for all of the staff.
"""


async def put_menu(api: Api, language: str) -> None:
    """Raises Refused, Uncertain or Unreached."""
    await api.put_menu({"button": buttons(language)})


def buttons(language: str) -> list[dict[str, Any]]:
    """Names of 16 bytes, behind a button of 40."""
    return [
        _behind(language, "wecom-lists", LISTS),
        _click(language, "wecom-queue", "queue"),
        _behind(language, "wecom-more", MORE),
    ]


def _behind(
    language: str,
    key: str,
    commands: tuple[str, ...],
) -> dict[str, Any]:
    listed = [_click(language, f"commands-{name}", name) for name in commands]
    return {"name": label(language, key), "sub_button": listed}


def _click(language: str, key: str, command: str) -> dict[str, Any]:
    name = label(language, key).strip(ICONS)
    return {"type": "click", "name": name, "key": f"/{command}"}
