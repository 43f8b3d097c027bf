"""`python -m bench.simulate [--days 365] [--cases 30000] [--building 3860] [--seed 2026] [--keep
FOLDER]`.

Prints the report on standard output, progress on standard error. The exit code is 1 if anything was
forgotten, an event was quarantined, a tick failed, a history does not give its row, or a case never
came to its end.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import sys
import tempfile
from pathlib import Path

from bench.simulate import report
from bench.simulate.size import Size
from bench.simulate.year import Year


async def simulate(folder: Path, size: Size) -> tuple[list[str], bool]:
    year = Year(folder, size, lambda line: print(line, file=sys.stderr, flush=True))
    gc.freeze()  # as bot/__main__.py does
    gc.set_threshold(20_000, 10, 20)
    await year.run()
    try:
        return await report.written(year)
    finally:
        await year.close()


def main() -> int:
    known = Size()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--days", type=int, default=known.days)
    parser.add_argument(
        "--cases",
        type=int,
        default=known.district,
        help="in the district without the building",
    )
    parser.add_argument("--building", type=int, default=known.building)
    parser.add_argument("--riders", type=int, default=known.riders)
    parser.add_argument(
        "--staff", type=int, default=known.property_staff, help="of the building"
    )
    parser.add_argument(
        "--step", type=int, default=known.step, help="minutes between two Units"
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
    )
    with tempfile.TemporaryDirectory(prefix="simulate-") as name:
        folder = said.keep or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        lines, well = asyncio.run(simulate(folder, size))
    print("\n".join(lines))
    return 0 if well else 1


if __name__ == "__main__":
    raise SystemExit(main())
