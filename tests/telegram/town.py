"""The house as it runs for real, against the fake Bot API over HTTP: a rider, two coordinators, an
admin, a group.

`Town` runs it in this process, `Bot` as `python -m bot run`, which can be stopped and killed.
"""

from __future__ import annotations

import asyncio
import atexit
import shutil
import socket
import sys
import time
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from datetime import timedelta
from pathlib import Path
from typing import Any, Self
from unittest.mock import patch

from sqlalchemy import Select

from bot.config.reading import read
from bot.config.settings import Config
from bot.house import House
from bot.loading.district import load_district
from domain.messages import Address, Place, Reply
from domain.people import Grant, Role
from storage.database import Database
from storage.outbox.letters import ANSWER
from tests.fakes.telegram.groups import FakeGroup
from tests.fakes.telegram.message import Button, Message, buttons_of
from tests.fakes.telegram.people import FakeUser
from tests.fakes.telegram.server import FakeTelegram
from tests.forked import Forked, forked
from tests.house import MORNING, SAMPLE, jpeg
from tests.workshop import SharedWorkshop

ROOT = Path(__file__).resolve().parents[2]
TOKEN = "4711:AAF-kept_Secret"
GROUP = -1001000000007
RIDER, SECOND_RIDER, COORDINATOR, SECOND_COORDINATOR, ADMIN, STRANGER = (
    1001,
    1002,
    2001,
    2002,
    3001,
    9001,
)
CAST = (
    (COORDINATOR, "李敏", Role.COORDINATOR, "G01"),
    (SECOND_COORDINATOR, "张强", Role.COORDINATOR, "G01"),
    (ADMIN, "陈主任", Role.ADMIN, "C"),
)
PORTS_KEPT = 64
_KEPT: deque[socket.socket] = deque()
UNPACED = {"per_second": 0, "per_chat_seconds": 0, "group_per_minute": 0}
PICTURE = jpeg()


class RunningClock:
    """It is Monday 10:00 in Shanghai when a test begins, and goes on from there; `ahead` lets it
    jump.
    """

    def __init__(self) -> None:
        self._begun = time.monotonic()
        self.ahead = timedelta()

    def __call__(self) -> Any:
        return MORNING + timedelta(seconds=time.monotonic() - self._begun) + self.ahead


async def prepare(path: Path, group: int = GROUP) -> None:
    """A file with the sample district, the cast and, for G01, the group."""
    await prepare_at(f"sqlite:///{path}", group)


async def prepare_at(url: str, group: int = GROUP) -> None:
    """The same on either engine."""
    database = Database(url, lambda: MORNING)
    await database.start()
    await load_district(database, SAMPLE)
    async with database.unit() as unit:
        for number, name, role, area in CAST:
            person = unit.people.meet(Address("telegram", str(number)), name, "zh-CN")
            await unit.staff.grant(person.id, Grant(role, area))
        if group:
            await unit.groups.bind(Address("telegram", str(group)), "G01", person.id)
    await database.close()


def free_port() -> int:
    """A port of this machine, kept for whoever listens there with SO_REUSEADDR, as our servers
    do: without that any connection of a test beside may be given it meanwhile.
    """
    kept = socket.socket()
    kept.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    kept.bind(("127.0.0.1", 0))
    _KEPT.append(kept)
    if len(_KEPT) > PORTS_KEPT:
        _KEPT.popleft().close()
    return int(kept.getsockname()[1])


@atexit.register
def _let_go() -> None:
    while _KEPT:
        _KEPT.pop().close()


async def eventually(
    condition: Callable[[], Awaitable[Any]], timeout: float = 5.0
) -> Any:
    """Waits for something that only the database can tell."""
    ends = time.monotonic() + timeout
    while not (value := await condition()):
        assert time.monotonic() < ends, "waited in vain"
        await asyncio.sleep(0.01)
    return value


class Town:
    """`async with Town(telegram, folder) as town`: the house runs until the block ends;
    `restart()` for a new one.
    """

    def __init__(
        self, telegram: FakeTelegram, data: Path, **telegram_config: Any
    ) -> None:
        self.telegram = telegram
        self.data = data
        self.over = UNPACED | telegram_config
        self.web: dict[str, Any] = {}
        self.limits: dict[str, Any] = {"cases_an_hour": 1000, "messages_a_minute": 1000}
        self.clock = RunningClock()
        self.rider = self._user(RIDER, "小王")
        self.second_rider = self._user(SECOND_RIDER, "小刘")
        self.coordinator, self.second_coordinator, self.admin = (
            self._user(who, name) for who, name, *_ in CAST
        )
        self.stranger = self._user(STRANGER, "路人")
        self._task: asyncio.Task[None] | None = None

    def _user(self, number: int, name: str) -> FakeUser:
        return self.telegram.user(number, name, language="zh-hans", started=True)

    @property
    def group(self) -> FakeGroup:
        return self.telegram.group(
            GROUP,
            "第一网格",
            members=[self.coordinator, self.second_coordinator, self.admin],
        )

    # --- its life ---

    def config(self) -> Config:
        where = {"token": self.telegram.token, "base_url": self.telegram.base_url}
        where["base_file_url"] = self.telegram.base_file_url
        return read(
            {
                "service": {"data": str(self.data)},
                "telegram": where | self.over,
                "web": self.web,
                "limits": self.limits,
            }
        )

    async def __aenter__(self) -> Self:
        self.group  # noqa: B018  (it has to be there before the bot writes to it)
        await self.open()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def open(self) -> None:
        with patch("bot.inventory.Workshop", SharedWorkshop):
            self.house = House(self.config())
        self.house.database.clock = self.clock
        self._task = asyncio.create_task(self.house.run())
        started = asyncio.create_task(self.house.started.wait())
        await asyncio.wait({self._task, started}, return_when=asyncio.FIRST_COMPLETED)
        if self._task.done():
            started.cancel()
            self._task.result()

    async def close(self) -> None:
        if self._task is not None:
            task, self._task = self._task, None
            self.house.stop()
            await task

    async def ends(self, timeout: float = 10.0) -> None:
        """Waits until the house stops by itself; raises what stopped it."""
        assert self._task is not None
        task, self._task = self._task, None
        await asyncio.wait_for(task, timeout)

    # --- doing ---

    def place(self, area: str = "G01") -> Place:
        found = self.house.database.directory.middle(area)
        assert found is not None
        return found

    async def files(
        self, words: str = "路口地砖坏了", rider: FakeUser | None = None
    ) -> Message:
        """A hazard from the rider's photo to the receipt, and the card in the group. Returns the
        card.
        """
        rider, before = rider or self.rider, len(self.group.sees())
        await self.drafts(words, rider)
        rider.presses("提交")
        await self.sees(rider, "编号")
        card = await self.telegram.until(
            lambda: [m for m in self.group.sees()[before:] if m.labels]
        )
        await self.rest()
        return card[0]

    async def drafts(
        self, words: str = "路口地砖坏了", rider: FakeUser | None = None
    ) -> Message:
        """A hazard up to the summary."""
        rider, seen = rider or self.rider, len((rider or self.rider).sees())
        rider.sends_photo(PICTURE, words)
        await self.telegram.until(lambda: len(rider.sees()) > seen)
        rider.sends_location(self.place().lat, self.place().lon)
        return await self.sees(rider, "看一眼")

    async def sees(
        self, who: FakeUser | FakeGroup, words: str, timeout: float = 5.0
    ) -> Message:
        """Waits for a message with these words. Returns the newest."""
        found = await self.telegram.until(
            lambda: [m for m in who.sees() if words in m.words], timeout
        )
        return found[-1]

    async def may_press(self, who: FakeUser | FakeGroup, label: str) -> None:
        """Waits for a button: a card that stands there gets others as its case moves."""
        await self.telegram.until(
            lambda: [m for m in who.sees() if any(label in one for one in m.labels)]
        )

    async def writes(self, chat: int, *texts: str, lane: int = ANSWER) -> None:
        """Letters of ours, as a handler would put them into the outbox."""
        await self.write_all([(chat, text) for text in texts], lane)

    async def write_all(
        self, letters: Iterable[tuple[int, str]], lane: int = ANSWER
    ) -> None:
        async with self.house.database.unit() as unit:
            for chat, text in letters:
                unit.outbox.add(Address("telegram", str(chat)), Reply(text=text), lane)
        self.house.delivery.offer(unit.outbox.handover)
        await self.house.ticks.tick("release")

    # --- looking ---

    async def rows(self, query: Select[Any]) -> list[Any]:
        async with self.house.database.reader() as reader:
            return list(await reader.execute(query))

    def calls(self, method: str = "", chat: int | None = None) -> list[Any]:
        """What the bot asked Telegram for, refused or not."""
        return [
            call
            for call in self.telegram.state.calls
            if (not method or call.method == method)
            and (chat is None or str(call.params.get("chat_id")) == str(chat))
        ]

    async def sees_ready(self) -> None:
        """Until the house listens to Telegram."""
        await self.telegram.until(lambda: self.telegram.counts["getUpdates"])

    async def rest(self) -> None:
        """Until everything that has been said is answered and delivered."""

        async def quiet() -> bool:
            delivery = self.house.delivery
            return not (
                self.telegram.updates.unconfirmed()
                or delivery.in_hand
                or delivery.unmarked
            )

        await eventually(quiet)

    def refused(self) -> list[Any]:
        """Calls that Telegram found fault with."""
        return [call for call in self.telegram.state.calls if call.status == 400]

    def every_message(self) -> list[Message]:
        chats = self.telegram.state.chats.values()
        return [
            message
            for chat in chats
            for message in chat.messages.values()
            if message.from_bot
        ]

    def every_button(self) -> list[Button]:
        """All buttons that ever stood anywhere, also before edits."""
        keyboards = [
            markup
            for m in self.every_message()
            for markup in (m.markup, *(version.markup for version in m.edits))
        ]
        return [
            button
            for markup in keyboards
            for row in buttons_of(markup)
            for button in row
        ]


class Bot:
    """`python -m bot run` as its own process, with what it writes to standard error. With `fork`
    its start is without the imports.
    """

    def __init__(
        self,
        folder: Path,
        base_url: str,
        base_file_url: str,
        token: str = TOKEN,
        extra: str = "",
        fork: bool = False,
    ) -> None:
        self.fork = fork
        self.data = folder / "data"
        self.config = folder / "config.toml"
        self.errors = folder / "stderr.log"
        self.process: asyncio.subprocess.Process | Forked | None = None
        self.config.write_text(
            f'[service]\ndata = "{self.data}"\n[limits]\ncases_an_hour = 10000\n'
            "messages_a_minute = 10000\n"
            f'[telegram]\ntoken = "{token}"\nbase_url = "{base_url}"\nbase_file_url = '
            f'"{base_file_url}"\n{extra}',
            encoding="utf-8",
        )

    def seed(self, template: Path) -> None:
        self.data.mkdir(parents=True, exist_ok=True)
        shutil.copy(template, self.data / "gridbee.db")

    async def spawn(self) -> None:
        """Starts it, without waiting for it to be ready."""
        if self.fork:
            arguments = ["run", "--config", str(self.config)]
            self.process = await forked(arguments, ROOT, self.errors)
            return
        with self.errors.open("ab") as errors:
            self.process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "bot",
                "run",
                "--config",
                str(self.config),
                cwd=ROOT,
                stdout=asyncio.subprocess.PIPE,
                stderr=errors,
            )

    async def start(self) -> None:
        await self.spawn()
        await self.ready()

    async def ready(self) -> None:
        assert self.process is not None and self.process.stdout is not None
        line = await asyncio.wait_for(self.process.stdout.readline(), 30)
        assert line == b"gridbee is running\n", self.told()

    async def stop(self, how: str = "terminate") -> int:
        """terminate or kill; its exit code."""
        assert self.process is not None
        getattr(self.process, how)()
        return await self.ended()

    async def ended(self, timeout: float = 20.0) -> int:
        """Waits until it ends; its exit code."""
        assert self.process is not None
        process, self.process = self.process, None
        try:
            await asyncio.wait_for(process.communicate(), timeout)
        finally:
            if process.returncode is None:
                process.kill()
                await process.communicate()
        assert process.returncode is not None
        return process.returncode

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        if self.process is not None:
            await self.stop("kill")

    def told(self) -> str:
        return self.errors.read_text(encoding="utf-8") if self.errors.exists() else ""
