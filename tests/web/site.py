"""A real House with its web server on a free port, and people who talk to it over HTTP."""

from __future__ import annotations

import asyncio
import io
import shutil
import uuid
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

import aiohttp
import orjson

from bot.commands.sample import PHONES, prepare
from bot.config.reading import read
from bot.config.settings import KEY_FILE
from bot.house import House
from storage.database import Database
from storage.encryption.source import KeySource
from tests.house import MORNING
from tests.workshop import SharedWorkshop

SOON = 5.0  # seconds in which everything that the house does by itself has happened
_started = datetime.now(UTC)


def clock() -> datetime:
    """It runs, but it is Monday morning: no quiet hours for anybody."""
    return MORNING + (datetime.now(UTC) - _started)


@dataclass
class Site:
    house: House
    data: Path
    url: str
    tokens: dict[str, str]
    http: aiohttp.ClientSession

    def person(self, role: str) -> Person:
        return Person(self, self.tokens[role])


class Person:
    """Somebody's page as far as the server sees it: one cookie, and what it may ask for."""

    def __init__(self, site: Site, token: str) -> None:
        self.site = site
        self.token = token
        self.base = f"{site.url}/api/chat/me"
        self.headers = {"cookie": f"gridbee={token}"}

    async def posts(self, path: str, **more: Any) -> tuple[int, Any]:
        address = f"{self.base}/{path}"
        async with self.site.http.post(address, headers=self.headers, **more) as answer:
            return answer.status, await answer.json()

    def asks(self, path: str, **more: Any) -> Any:
        """A GET with this person's cookie, to be used in `async with`."""
        url = self.site.url + path
        headers = self.headers | more.pop("headers", {})
        return self.site.http.get(url, headers=headers, **more)

    async def says(
        self, text: str = "", *, made: str = "", **more: Any
    ) -> tuple[int, Any]:
        return await self.posts(
            "say", json={"id": made or new_id(), "text": text} | more
        )

    async def presses(self, label: str, *, made: str = "") -> tuple[int, Any]:
        """Presses the newest button with this label, waited for."""
        message, data = await self.button(label)
        return await self.posts(
            "say",
            json={"id": made or new_id(), "press": {"message": message, "data": data}},
        )

    async def sends(
        self,
        *files: bytes,
        caption: str = "",
        made: str = "",
        mime: str = "image/jpeg",
        name: str = "p.jpg",
        **more: str,
    ) -> tuple[int, Any]:
        form = aiohttp.FormData()
        for key, value in {"id": made or new_id(), "caption": caption, **more}.items():
            form.add_field(key, value)
        for data in files:
            form.add_field("file", io.BytesIO(data), filename=name, content_type=mime)
        return await self.posts("files", data=form)

    async def log(self, after: int = 0) -> Any:
        async with self.asks("/api/chat/me/log", params={"after": after}) as answer:
            assert answer.status == 200
            return await answer.json()

    async def messages(self) -> list[dict[str, Any]]:
        return sorted(
            (await self.log())["messages"], key=lambda message: int(message["id"])
        )

    async def hears(self, words: str) -> dict[str, Any]:
        """The newest message of the other side with these words, waited for."""
        until = asyncio.get_running_loop().time() + SOON
        while True:
            messages = await self.messages()
            for message in reversed(messages):
                found: dict[str, Any] = message
                if not found["mine"] and words in found["html"]:
                    return found
            assert asyncio.get_running_loop().time() < until, [
                message["html"] for message in messages
            ]
            await asyncio.sleep(0.03)

    async def button(self, label: str) -> tuple[int, str]:
        until = asyncio.get_running_loop().time() + SOON
        while True:
            messages = await self.messages()
            for message in reversed(messages):
                for choice in [choice for row in message["choices"] for choice in row]:
                    if label in choice["label"]:
                        return message["id"], choice["data"]
            assert asyncio.get_running_loop().time() < until, (
                f"no button {label!r}: {messages[-3:]}"
            )
            await asyncio.sleep(0.03)

    async def own(self) -> list[dict[str, Any]]:
        return [message for message in await self.messages() if message["mine"]]

    async def files_hazard(self, photo: bytes, words: str = "路口地砖坏了") -> str:
        """Photo with words, place in G01, 提交. Returns the number."""
        place = self.site.house.database.directory.middle("G01")
        assert place is not None
        await self.sends(photo, caption=words)
        await self.hears("在哪儿")
        await self.says(place={"lat": place.lat, "lon": place.lon})
        await self.presses("提交")
        html = (await self.hears("收到，编号"))["html"]
        return str(html.partition("编号 ")[2].partition("</b>")[0].partition("，")[0])


def new_id() -> str:
    return str(uuid.uuid4())


async def prepared(folder: Path) -> None:
    """A data folder with the sample district and its staff, to copy from."""
    folder.mkdir(parents=True, exist_ok=True)
    keys = KeySource(file=folder / KEY_FILE)
    database = Database(f"sqlite:///{folder / 'gridbee.db'}", clock, keys)
    await database.start()
    await prepare(database, folder)
    await database.close()


@asynccontextmanager
async def open_site(
    template: Path, data: Path, *, phones: bool = True, **config: Any
) -> AsyncIterator[Site]:
    """`phones`: the demo's page; else the chat as in `run`."""
    if not data.exists():
        shutil.copytree(template, data)
    tokens = orjson.loads((data / "demo.json").read_bytes())
    shown = [
        {"role": role, "chat": chat, "token": tokens[role], "title": title}
        for role, chat, title in PHONES
    ]
    house = make_house(data, config, shown if phones else [])
    running = asyncio.create_task(house.run())
    while house.server is None or not house.server.started:
        await asyncio.sleep(0.01)
        if running.done():
            running.result()
    try:
        async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as http:
            url = f"http://127.0.0.1:{house.port}"
            yield Site(house, data, url, tokens, http)
    finally:
        house.stop()
        await running


def make_house(
    data: Path, config: dict[str, Any], phones: Sequence[dict[str, str]] = ()
) -> House:
    web = {"enabled": True, "port": 0}
    with patch("bot.inventory.Workshop", SharedWorkshop):
        house = House(read({"service": {"data": data}, "web": web} | config), phones)
    house.database.clock = clock
    return house
