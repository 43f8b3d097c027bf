"""The command menus: everybody's in both languages, and a longer one in the chat of each member
of staff.
"""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Any

import structlog

from bot.channels.telegram.api import Api
from bot.channels.telegram.library import TelegramError
from bot.logs import told
from domain.commands import may_command
from domain.people import Person
from handlers.contents import COMMANDS
from handlers.texts.sentences import keys, known, label
from storage.database import Database

log = structlog.get_logger()
TELEGRAM_LANGUAGES = {"zh-CN": "zh", "en": "en"}


def menu(language: str, person: Person | None) -> list[dict[str, str]]:
    """The commands that this person may use and that have a line in the menu."""
    return [
        {"command": name, "description": label(language, f"commands-{name}")}
        for name in COMMANDS
        if f"commands-{name}" in keys(language) and may_command(person or NOBODY, name)
    ]


NOBODY = Person(0, "")


class Menus:
    """Sets what has changed since the last look; a failed call is simply made again at the next
    one.
    """

    def __init__(self, api: Api, database: Database, language: str) -> None:
        self._api = api
        self._database = database
        self._language = language
        self._set: dict[str, Any] = {}
        self._longer: set[str] = set()

    async def refresh(self) -> None:
        await self._try(self._everybody())
        directory = self._database.directory
        staffed = set()
        for person in directory.staff.values():
            for address in directory.addresses.get(person.id, ()):
                if address.channel == "telegram":
                    staffed.add(address.chat)
                    await self._try(self._longer_one(person, address.chat))
        for chat in self._longer - staffed:
            await self._try(self._take_back(chat))
        self._longer |= staffed

    async def _longer_one(self, person: Person, chat: str) -> None:
        language = known(person.language or self._language)
        await self._put(menu(language, person), _chat(chat))

    async def _try(self, work: Awaitable[None]) -> None:
        """One menu that cannot be set keeps no other from being set."""
        try:
            await work
        except TelegramError as error:
            log.info("telegram.menus_failed", why=error.message)
        except Exception as error:
            log.error("telegram.menus_broken", **told(error))

    async def _take_back(self, chat: str) -> None:
        """Who has no role any more sees everybody's menu again."""
        self._longer.discard(chat)
        if self._set.pop(f"{_chat(chat)}", None) is not None:
            await self._api.call("deleteMyCommands", scope=_chat(chat))

    async def _everybody(self) -> None:
        await self._put(menu(self._language, None), {"type": "default"})
        for language, code in TELEGRAM_LANGUAGES.items():
            await self._put(
                menu(language, None),
                {"type": "default"},
                code,
            )

    async def _put(
        self, commands: list[dict[str, str]], scope: dict[str, Any], code: str = ""
    ) -> None:
        key = f"{scope}{code}"
        if self._set.get(key) != commands:
            extra: dict[str, Any] = {"language_code": code} if code else {}
            await self._api.call(
                "setMyCommands", commands=commands, scope=scope, **extra
            )
            self._set[key] = commands


def _chat(chat: str) -> dict[str, Any]:
    return {"type": "chat", "chat_id": int(chat)}
