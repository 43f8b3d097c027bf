"""Who a page belongs to: the person, their words, their menu."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from starlette.requests import Request

from bot.channels.web.events import name_of
from bot.channels.web.tongue import tongue
from domain.commands import may_command
from domain.messages import Address
from domain.people import Person
from handlers.contents import COMMANDS
from handlers.dialog.setup import Setup
from handlers.texts.sentences import keys, known, label
from storage.database import Database

RANK = ["coordinator", "lead", "admin"]


class Owners:
    """The people behind the chats."""

    def __init__(self, database: Database, setup: Setup) -> None:
        self._database = database
        self._setup = setup

    async def me(self, request: Request, chat: str) -> dict[str, Any]:
        """What the page shows of the person: name, role, language, words and menu."""
        person = await self._person(chat)
        named = replace(person, name=person.name or name_of(chat))
        return _shown(named, tongue(request, self._setup.language))

    async def language(self, request: Request, chat: str | None) -> str:
        """That of the person; the browser's for whoever has said none yet."""
        person = await self._person(chat) if chat else Person(0, "")
        return known(person.language or tongue(request, self._setup.language))

    async def _person(self, chat: str) -> Person:
        async with self._database.unit() as unit:
            address = Address("web", chat)
            await unit.people.load([address])
            return unit.people.at(address) or Person(0, "")


@cache
def words(language: str) -> dict[str, str]:
    """The page's own words, by key."""
    own = (key for key in keys(language) if key.startswith("page-"))
    return {key: label(language, key) for key in own}


def _shown(person: Person, spoken: str) -> dict[str, Any]:
    language = known(person.language or spoken)
    roles = (grant.role for grant in person.grants)
    role = max(
        roles,
        key=RANK.index,
        default="rider",
    )
    return {
        "me": {"name": person.name, "role": str(role), "language": language},
        "ui": words(language),
        "menu": [
            {"command": f"/{name}", "label": label(language, f"commands-{name}")}
            for name in COMMANDS
            if f"commands-{name}" in keys(language) and may_command(person, name)
        ],
    }
