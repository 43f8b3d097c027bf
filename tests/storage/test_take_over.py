"""Two houses on one PostgreSQL, under load: one runs, the other stands by and takes over.

Nothing that a rider said is lost, no case is made twice, nobody is stuck. GRIDBEE_TAKE_OVERS=20
makes as many; the suite makes one of each kind that is quick.
"""

from __future__ import annotations

import asyncio
import base64
import itertools
import os
import signal
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import aiohttp
import asyncpg

from storage.database import Database
from tests.fakes.telegram.control import ControlClient, standalone
from tests.postgres_server import Server
from tests.storage.cut_off import PostgresWire, wire_to
from tests.telegram.riding import Rider, come, compare, stuck
from tests.telegram.town import TOKEN, Bot, eventually, free_port, prepare_at

RIDERS = 8
QUICK = ("lose", "kill")
ALL = ("kill", "give back", "stop", "cut off", "lose")
MOST_SECONDS = 10.0  # from what happens to the one until the other runs
LAST = 30.0  # seconds within which everybody has to be done after the last
STAND_BY, RUNS = "lease.stand_by", "gridbee is running"
LOST = "UPDATE lease SET number = number + 1, until = 0"
KEY = base64.b64encode(bytes(32)).decode()
UNPACED = "per_second = 0\nper_chat_seconds = 0\ngroup_per_minute = 0\n"


class TwoHouse(Bot):
    """One of two houses, with a wire to the database of its own."""

    def __init__(
        self, folder: Path, telegram: ControlClient, name: str, wire: PostgresWire
    ) -> None:
        self.wire = wire
        self.port = free_port()
        url = f"postgresql://postgres:@127.0.0.1:{wire.port}/{name}?ssl=disable"
        extra = f'{UNPACED}[database]\nurl = "{url}"\n'
        extra += f'[encryption]\nkeys = ["{KEY}"]\n'
        extra += f"[web]\nenabled = true\nport = {self.port}\n"
        folder.mkdir()
        super().__init__(
            folder,
            telegram.base_url,
            telegram.base_file_url,
            TOKEN,
            extra,
            fork=True,
        )
        # as on two machines: a folder of one's own, and the files in common
        (folder.parent / "files").mkdir(exist_ok=True)
        self.data.mkdir()
        (self.data / "files").symlink_to(folder.parent / "files")

    async def stands_by(self) -> None:
        before = self.told().count(STAND_BY)
        await self.spawn()

        async def told() -> bool:
            return self.told().count(STAND_BY) > before

        await eventually(told, 20)

    async def says(self, status: int, state: str) -> None:
        """Waits until /health says so: the web server begins a moment after the house."""

        async def so() -> bool:
            return await self._health() == (status, state)

        await eventually(so)

    async def _health(self) -> tuple[int, str]:
        address = f"http://127.0.0.1:{self.port}/health"
        try:
            async with aiohttp.ClientSession() as http, http.get(address) as answer:
                return answer.status, (await answer.json())["state"]
        except aiohttp.ClientConnectorError:
            return 0, "nothing"


class Houses:
    """What may happen to the one that runs; each way ends with its process gone."""

    def __init__(self, first: TwoHouse, second: TwoHouse, url: str) -> None:
        self.runs, self.waits = first, second
        self.url = url
        self.ways: dict[str, Callable[[], Awaitable[int]]] = {
            "kill": self.is_killed,
            "give back": self.gives_back,
            "stop": self.is_stopped,
            "cut off": self.is_cut_off,
            "lose": self.loses,
        }
        self.seconds: list[tuple[str, float]] = []

    async def take_over(self, how: str) -> None:
        self._begun = time.monotonic()
        code = await self.ways[how]()
        assert code == {"kill": -9, "give back": 0}.get(how, 1), self.runs.told()
        self.runs, self.waits = self.waits, self.runs
        assert self.seconds[-1][1] < MOST_SECONDS, self.seconds
        await self.runs.says(200, "running")

    async def two_again(self) -> None:
        """The one that is gone is started, and stands by."""
        await self.waits.stands_by()
        await self.waits.says(503, "stand-by")

    async def _other_runs(self, how: str) -> None:
        await self.waits.ready()
        self.seconds.append((how, round(time.monotonic() - self._begun, 1)))

    async def is_killed(self) -> int:
        code = await self.runs.stop("kill")
        await self._other_runs("kill")
        return code

    async def gives_back(self) -> int:
        code = await self.runs.stop()
        await self._other_runs("give back")
        return code

    async def is_stopped(self) -> int:
        """It goes on later, and finds its place taken."""
        process = self.runs.process
        assert process is not None
        process.send_signal(signal.SIGSTOP)
        await self._other_runs("stop")
        process.send_signal(signal.SIGCONT)
        return await self.runs.ended()

    async def is_cut_off(self) -> int:
        self.runs.wire.cut()
        await self._other_runs("cut off")
        self.runs.wire.mend()
        return await self.runs.ended()

    async def loses(self) -> int:
        connection = await asyncpg.connect(self.url)
        await connection.execute(LOST)
        await connection.close()
        code = await self.runs.ended()
        await self._other_runs("lose")
        return code


@asynccontextmanager
async def two_houses(
    folder: Path, telegram: ControlClient, postgres: Server, url: str
) -> AsyncIterator[Houses]:
    name = url.partition("/gridbee")[2].partition("?")[0]
    async with AsyncExitStack() as stack:
        made = []
        for place in ("one", "two"):
            wire = await stack.enter_async_context(wire_to(postgres.folder))
            house = TwoHouse(folder / place, telegram, f"gridbee{name}", wire)
            made.append(await stack.enter_async_context(house))
        await made[0].start()
        yield Houses(made[0], made[1], url)


def ways() -> list[str]:
    many = int(os.environ.get("GRIDBEE_TAKE_OVERS", "0"))
    return list(itertools.islice(itertools.cycle(ALL), many)) or list(QUICK)


async def test_a_house_that_stood_by_takes_over_and_loses_nothing(
    tmp_path: Path, postgres: Server, postgres_url: str
) -> None:
    await prepare_at(postgres_url)
    async with (
        standalone(TOKEN) as telegram,
        two_houses(tmp_path, telegram, postgres, postgres_url) as houses,
    ):
        riders = [Rider(telegram, number) for number in range(5000, 5000 + RIDERS)]
        await come(telegram, riders)
        over = asyncio.Event()
        riding = {asyncio.create_task(rider.rides(over)) for rider in riders}
        for how in ways():
            await houses.two_again()
            await houses.take_over(how)
        over.set()
        assert await stuck(riding, LAST) == []
        await eventually(lambda: drained(telegram, postgres_url), 20)
        twice = await repeated(telegram, riders)
        assert await houses.runs.stop() == 0
    database = Database(postgres_url)
    assert await compare(database, riders) == ([], [])
    await database.close()
    filed = sum(len(rider.filed) for rider in riders)
    # what one chat had under way at each take-over
    assert twice <= len(riders) * len(houses.seconds)
    print(f"\n{len(houses.seconds)} take-overs, {filed} cases: {houses.seconds}")
    print(f"receipts repeated: {twice}")


async def repeated(telegram: ControlClient, riders: Sequence[Rider]) -> int:
    """How many receipts came once more; each has a number of its own."""
    more = 0
    for rider in riders:
        messages = await telegram.messages(rider.number)
        receipts = [m["words"] for m in messages if "编号" in m["words"]]
        more += len(receipts) - len(set(receipts))
    return more


async def drained(telegram: ControlClient, url: str) -> bool:
    """Whether nothing waits any more, neither at Telegram nor in the outbox."""
    if (await telegram.updates())["unconfirmed"]:
        return False
    connection = await asyncpg.connect(url)
    waiting = "SELECT count(*) FROM outbox WHERE state IN ('waiting', 'later')"
    found = await connection.fetchval(waiting)
    await connection.close()
    return not found
