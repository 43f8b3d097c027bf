"""Flat growth: what a filing, a /queue, the start, figures, the register, charts and the first
night cost with few and with very many cases in the database.

Databases with 1,000, 100,000 and 1,000,000 cases (660 of them open, 20 in each of 33 grids). What
is done all day is measured in turns, side by side in one run, so that noise hits all alike; what is
asked seldom once, each database in a process of its own (`bench.grown`). Prints ms, their ratios to
the smallest database, and whether each is as it has to be.
`python -m bench.growth [--sizes 1000 100000] [--rounds 40]`; `bench.duplicates` has the look-up.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

import orjson

from bench.asking import Player
from bench.grown import MEANWHILE, MEMORY
from bench.many_cases import made
from storage.database import Database

EXPECTED = 1.3  # times what it takes in the smallest, where a person waits
YEAR = 300.0  # ms for an answer of a year
PIECE = 50.0  # ms more than in the smallest that another one waits
MOST_MEMORY = 250.0  # MB
WARM_UP = 5  # rounds

Found = dict[str, dict[int, float]]
"""What → cases → ms, or MB."""


def all_day(sizes: list[int], rounds: int, folder: Path) -> Found:
    """The medians of what is done by turns; leaves the databases behind."""
    return asyncio.run(_all_day(sizes, rounds, folder))


async def _all_day(sizes: list[int], rounds: int, folder: Path) -> Found:
    players = {size: Player(await _made(folder, size)) for size in sizes}
    times: dict[str, dict[int, list[float]]] = {
        "filing": {size: [] for size in sizes},
        "/queue": {size: [] for size in sizes},
    }
    for n in range(rounds + WARM_UP):
        for size, player in players.items():
            filing, queue = await player.files(), await player.queues()
            if n >= WARM_UP:
                times["filing"][size].append(filing)
                times["/queue"][size].append(queue)
    for player in players.values():
        await player.database.close()
    return {
        what: {size: statistics.median(ms) for size, ms in by.items()}
        for what, by in times.items()
    }


async def _made(folder: Path, size: int) -> Database:
    began = time.perf_counter()
    database = await made(folder, size)
    print(f"{size:>9,} cases made in {time.perf_counter() - began:.0f} s", flush=True)
    return database


def seldom(sizes: list[int], folder: Path) -> Found:
    """What is asked once, by a process that has just started."""
    found: Found = {}
    for size in sizes:
        url = f"sqlite:///{folder / f'{size}.db'}"
        command = [sys.executable, "-m", "bench.grown", url, str(folder / "files")]
        told = subprocess.run(command, check=True, capture_output=True).stdout
        for what, value in orjson.loads(told).items():
            found.setdefault(what, {})[size] = value
    return found


def judged(what: str, by: Mapping[int, float]) -> str:
    """Whether the largest is as it has to be; '' where nothing is asked of it."""
    least, most = min(by.values()), max(by.values())
    largest = by[max(by)]
    if what == MEMORY:
        asked, good = f"under {MOST_MEMORY:.0f} MB", most < MOST_MEMORY
    elif what.endswith(MEANWHILE):
        asked, good = f"{PIECE:.0f} ms more", most - least < PIECE
    elif "of a year" in what and what.endswith("the answer"):
        asked, good = f"under {YEAR:.0f} ms", largest < YEAR
    elif what in ("filing", "/queue") or what.endswith("the turn"):
        asked, good = f"{EXPECTED} x", largest <= EXPECTED * by[min(by)]
    else:
        return ""
    return f"{asked}: {'yes' if good else 'NO'}"


def table(found: Found, sizes: list[int]) -> str:
    heads = " | ".join(f"{size:,} cases" for size in sizes)
    lines = [f"| what | {heads} | asked |", "|---|" + "---|" * (len(sizes) + 1)]
    for what, by in found.items():
        unit, first = "MB" if what == MEMORY else "ms", by[sizes[0]]
        cells = " | ".join(
            f"{value:.1f} {unit} ({value / first:.2f} x)" for value in by.values()
        )
        lines.append(f"| {what} | {cells} | {judged(what, by)} |")
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    sizes = [1_000, 100_000, 1_000_000]
    parser.add_argument("--sizes", type=int, nargs="+", default=sizes)
    parser.add_argument("--rounds", type=int, default=60)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="growth-") as name:
        found = all_day(options.sizes, options.rounds, Path(name))
        found |= seldom(options.sizes, Path(name))
    print(f"\n{table(found, options.sizes)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
