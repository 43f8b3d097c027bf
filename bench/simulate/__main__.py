"""`python -m bench.simulate --help` says what is played and what can be asked.

Prints the report on standard output, progress on standard error. The exit code is 1 if anything was
forgotten, an event was quarantined, a tick failed, a history does not give its row, or a case never
came to its end; or if something of the hive does not hold, or a cheat got through unforeseen.
"""

from __future__ import annotations

import asyncio
import gc
import sys
import tempfile
from pathlib import Path

from bench.simulate import report
from bench.simulate.asked import parser, size_of
from bench.simulate.hive import report as hive_report
from bench.simulate.hive.world import World
from bench.simulate.size import Size, of_the_hive
from bench.simulate.year import Year


def tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


async def simulate(folder: Path, size: Size) -> tuple[list[str], bool]:
    """The casework's year, then the hive's: two houses, so that neither changes the other's."""
    gc.freeze()  # as bot/__main__.py does
    gc.set_threshold(20_000, 10, 20)
    lines: list[str] = []
    well = True
    if size.district:
        lines, well = await _casework(folder, size)
    if size.hive:
        more, held = await _hive(folder / "hive", size)
        lines, well = [*lines, "", *more], well and held
    return lines, well


async def _casework(folder: Path, size: Size) -> tuple[list[str], bool]:
    year = Year(folder, size, tell)
    await year.run()
    try:
        return await report.written(year)
    finally:
        await year.close()


async def _hive(folder: Path, size: Size) -> tuple[list[str], bool]:
    world = World(folder, of_the_hive(size), tell)
    await world.run()
    try:
        return hive_report.written(world)
    finally:
        await world.close()


def main() -> int:
    said = parser().parse_args()
    size = size_of(said)
    with tempfile.TemporaryDirectory(prefix="simulate-") as name:
        folder = said.keep or Path(name)
        (folder / "hive").mkdir(parents=True, exist_ok=True)
        lines, well = asyncio.run(simulate(folder, size))
    print("\n".join(lines))
    return 0 if well else 1


if __name__ == "__main__":
    raise SystemExit(main())
