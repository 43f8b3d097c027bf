"""Flat growth: what one filing, one /queue, the figures and the register cost with few and with
very many cases in the database.

The figures are those of a year, before and after the first night: how long a Unit was open (others
wait for it) and how long the answer took.

Side by side in one run: databases with 1,000, 100,000 and 1,000,000 cases (660 of them open, 20 in
each of 33 grids), measured in turns, so that noise hits all alike. Prints the medians in ms and
their ratios to the smallest database. `python -m bench.growth [--sizes 1000 100000] [--rounds 40]`.
"""

import argparse
import asyncio
import itertools
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from bench.many_cases import made
from bot.loops.counting import beside, night
from bot.loops.isolating import Tries
from domain.messages import Address, Event
from handlers import desk
from handlers.dialog.setup import Setup
from handlers.stats.beside import FIGURES
from storage.database import Database

EXPECTED = 1.3
SETUP = Setup(most_cases_an_hour=10**9, most_messages_a_minute=10**9)


class Player:
    """Somebody at the desk of one database."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.made = itertools.count(1)

    async def does(self, chat: str, **what: Any) -> float:
        """One event in one Unit, commit included. Returns ms."""
        address = Address("bench", chat)
        event = Event(f"{chat}-{next(self.made)}", address, address, name=chat, **what)
        began = time.perf_counter()
        async with self.database.unit() as unit:
            await unit.prepare([event])
            await desk.answer(event, unit, SETUP)
        return (time.perf_counter() - began) * 1000

    async def files(self) -> float:
        """A whole filing by somebody new: words, then 提交 typed. Returns ms."""
        chat = f"r{next(self.made)}"
        return await self.does(chat, text="电动车爆胎了，骑不了") + await self.does(
            chat, text="提交"
        )

    async def queues(self) -> float:
        return await self.does("coordinator", text="/queue")

    async def asks(self, said: str) -> tuple[float, float]:
        """A head asks for figures. Returns (ms in the turn that asks, ms until they are there)."""
        turn = await self.does("admin", text=said)
        began = time.perf_counter()
        async with self.database.unit() as unit:
            due = await unit.timers.due("figures", 9)
        for subject, at in due:
            await beside(self.database, SETUP, FIGURES, subject, at)
        rest = (time.perf_counter() - began) * 1000 if due else 0
        return turn, turn + rest

    async def night(self) -> float:
        """All days, day by day. Returns ms."""
        began = time.perf_counter()
        await night(self.database, SETUP.zone, Tries())
        return (time.perf_counter() - began) * 1000


async def measure(sizes: list[int], rounds: int) -> dict[str, dict[int, float]]:
    with tempfile.TemporaryDirectory(prefix="growth-") as name:
        players = {}
        for size in sizes:
            began = time.perf_counter()
            players[size] = Player(await made(Path(name), size))
            print(
                f"{size:>9,} cases made in {time.perf_counter() - began:.0f} s",
                flush=True,
            )
        times: dict[str, dict[int, list[float]]] = {
            "filing": {s: [] for s in sizes},
            "/queue": {s: [] for s in sizes},
        }
        for n in range(rounds + 5):
            for size, player in players.items():
                filing, queue = await player.files(), await player.queues()
                if n >= 5:  # the first ones warm up caches
                    times["filing"][size].append(filing)
                    times["/queue"][size].append(queue)
        for size, player in players.items():
            for what, ms in (await longer(player)).items():
                times.setdefault(what, {}).setdefault(size, []).append(ms)
            await player.database.close()
    return {
        what: {size: statistics.median(ms) for size, ms in by.items()}
        for what, by in times.items()
    }


async def longer(player: Player) -> dict[str, float]:
    """What is asked seldom: each once."""
    found = {}
    asked = (("/stats", "/stats"), ("/stats of a year", "/stats 365天"))
    for when in ("before the first night", "after it"):
        for name, said in (*asked, ("/register of a year", "/register 365天")):
            turn, ready = await player.asks(said)
            found[f"{name} {when}: the turn"] = turn
            found[f"{name} {when}: the answer"] = ready
        if when == "before the first night":
            turn, ready = await player.asks("/similar")
            found["/similar: the turn"] = turn
            found["/similar: the answer"] = ready
            found["the first night"] = await player.night()
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=[1_000, 100_000, 1_000_000]
    )
    parser.add_argument("--rounds", type=int, default=60)
    options = parser.parse_args()
    found = asyncio.run(measure(options.sizes, options.rounds))
    print(
        "\n| what | "
        + " | ".join(f"{size:,} cases" for size in options.sizes)
        + f" | within {EXPECTED} x |"
    )
    print("|---|" + "---|" * (len(options.sizes) + 1))
    for what, by in found.items():
        least = by[options.sizes[0]]
        cells = " | ".join(f"{ms:.2f} ms ({ms / least:.2f} x)" for ms in by.values())
        print(
            f"| {what} | {cells} | {'yes' if max(by.values()) <= EXPECTED * least else 'NO'} |"
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
