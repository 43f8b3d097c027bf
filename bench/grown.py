"""What is asked seldom of a database that has grown, each once and in a process of its own:
`python -m bench.grown FILE FOLDER`. Prints JSON: what → ms, or MB where it says so.

Beside each of them somebody else writes; how long the slowest of these waited is a row of its own.
"""

from __future__ import annotations

import asyncio
import gc
import sys
import time
from collections.abc import Awaitable
from pathlib import Path

import orjson

from bench.asking import Others, Player, Result, since
from bot.drawing.renderer import Studio
from bot.media.files import Files
from bot.workshop.workshop import Workshop
from storage.database import Database

START = "the start, until the first is answered"
MEMORY = "peak memory"
MEANWHILE = "slowest other meanwhile"
KB = 1024
ASKED = (
    ("/stats", "/stats"),
    ("/stats of a year", "/stats 365天"),
    ("/register of a year", "/register 365天"),
)


class Asked:
    """What was found: what → ms."""

    def __init__(self, player: Player) -> None:
        self.found: dict[str, float] = {}
        self._player = player

    async def ask(self, name: str, said: str) -> None:
        """The turn that asks, and the answer, which may come later."""
        turn, ready = await self._beside(name, self._player.asks(said))
        self.found[f"{name}: the turn"] = turn
        self.found[f"{name}: the answer"] = ready

    async def take(self, name: str, work: Awaitable[float]) -> None:
        self.found[name] = await self._beside(name, work)

    async def _beside(self, name: str, work: Awaitable[Result]) -> Result:
        others = Others(self._player)
        done = await others.beside(work)
        self.found[f"{name}: {MEANWHILE}"] = others.slowest
        return done


async def measure(url: str, folder: Path) -> dict[str, float]:
    began = time.perf_counter()
    database = Database(url)
    await database.start()
    player = Player(database)
    await player.does("other", text="你好")
    asked = Asked(player)
    asked.found[START] = since(began)
    workshop = Workshop()
    studio = Studio(database, Files(folder), workshop)
    for when in ("before the first night", "after it"):
        for name, said in ASKED:
            await asked.ask(f"{name} {when}", said)
        await asked.take(f"the workbook {when}", player.draws(studio))
        await asked.ask(f"/stats chart of a year {when}", "/stats 365天 图")
        await asked.take(f"the chart {when}", player.draws(studio))
        if when == "before the first night":
            await asked.ask("/similar", "/similar")
            await asked.take("the first night", player.night())
    workshop.close()
    await database.close()
    return {**asked.found, MEMORY: peak()}


def peak() -> float:
    """The most memory that this process ever had, in MB; a child's `ru_maxrss` is its parent's."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / KB


def main() -> int:
    url, folder = sys.argv[1:]
    gc.freeze()  # as bot/__main__.py does
    gc.set_threshold(20_000, 10, 20)
    found = asyncio.run(measure(url, Path(folder)))
    print(orjson.dumps(found).decode())
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
