"""`python -m bench.simulate [--days 365] [--cases 30000] [--building 3860] [--hive 235]
[--seed 2026] [--keep FOLDER]`.

Prints the report on standard output, progress on standard error. The exit code is 1 if anything was
forgotten, an event was quarantined, a tick failed, a history does not give its row, or a case never
came to its end; or if something of the hive does not hold, or a cheat got through unforeseen.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import sys
import tempfile
from pathlib import Path

from bench.simulate import report
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
    known = Size()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--days", type=int, default=known.days)
    parser.add_argument(
        "--cases",
        type=int,
        default=known.district,
        help="in the district without the building; 0 for the hive alone",
    )
    parser.add_argument("--building", type=int, default=known.building)
    parser.add_argument("--riders", type=int, default=known.riders)
    parser.add_argument(
        "--staff", type=int, default=known.property_staff, help="of the building"
    )
    parser.add_argument(
        "--step", type=int, default=known.step, help="minutes between two Units"
    )
    parser.add_argument(
        "--hive", type=int, default=known.hive, help="its riders; 0 for casework alone"
    )
    parser.add_argument("--seed", type=int, default=known.seed)
    parser.add_argument("--keep", type=Path, help="a folder for the database")
    said = parser.parse_args()
    size = Size(
        days=said.days,
        district=said.cases,
        building=said.building,
        riders=said.riders,
        property_staff=said.staff,
        step=said.step,
        seed=said.seed,
        hive=said.hive,
    )
    with tempfile.TemporaryDirectory(prefix="simulate-") as name:
        folder = said.keep or Path(name)
        (folder / "hive").mkdir(parents=True, exist_ok=True)
        lines, well = asyncio.run(simulate(folder, size))
    print("\n".join(lines))
    return 0 if well else 1


if __name__ == "__main__":
    raise SystemExit(main())
