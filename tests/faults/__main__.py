"""`make faults`: the laboratory, the kills and the fuzz; what they show goes into
docs/reliability.md. `python -m tests.faults --help` says how one part is made.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import multiprocessing.forkserver
import os
import shutil
import sys
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

import structlog

from tests import postgres_server
from tests.faults import report
from tests.faults.faults import FAULTS, Fault
from tests.faults.handling import handle
from tests.faults.killing import kills_everywhere
from tests.faults.laboratory import Laboratory, Result, failed, template_in
from tests.faults.levers import built, loaded
from tests.faults.posting import post_all
from tests.faults.reading import fuzz
from tests.house import TestHouse
from tests.web.site import open_site, prepared

READ, HANDLED, POSTED = 200_000, 20_000, 5_000
MANY = 10**6
UNLIMITED = {
    "cases_an_hour": MANY,
    "messages_a_minute": MANY,
    "requests_a_minute": MANY,
    "visits_a_minute": MANY,
}
SEED = 20261127
MEMORY = Path("/dev/shm")
Part = Callable[[Path, str], Awaitable[bool]]


async def faults(folder: Path, words: str) -> bool:
    """Whether all promises held."""
    library = built(folder)
    with loaded(library):
        multiprocessing.forkserver.ensure_running()
    server = postgres_server.shared(folder, os.getpid())
    laboratory = Laboratory(folder, await template_in(folder), library, server)
    results = [await _tried(laboratory, fault) for fault in chosen(FAULTS, words)]
    if not words:
        report.put("faults", report.of_faults(results))
    return all(result.held for result in results)


def chosen(among: Sequence[Fault], words: str) -> list[Fault]:
    return [one for one in among if words in f"{one.place} {one.name}"]


async def _tried(laboratory: Laboratory, fault: Fault) -> Result:
    try:
        result = await laboratory.tries(fault)
    except Exception as error:  # the others are still to be tried
        result = failed(fault, error)
    mark = "held" if result.held else "NOT HELD"
    print(f"{mark}: {fault.place}, {fault.name}: {result}", flush=True)
    return result


async def kills(folder: Path, words: str) -> bool:
    killed = await kills_everywhere(folder, await template_in(folder), SEED)
    print(killed)
    if not words:
        report.put("kills", report.of_kills(killed))
    return killed.held


async def spoils(folder: Path, words: str) -> bool:
    _quiet()
    read = fuzz(READ, SEED)
    async with TestHouse(folder) as house:
        handled = await handle(house, HANDLED, SEED)
    await prepared(folder / "template")
    data = folder / "template", folder / "data"
    async with open_site(*data, limits=UNLIMITED) as site:
        posted = await post_all(site, POSTED, SEED)
    print(read.wrong, handled, posted)
    if not words:
        report.put("fuzz", report.of_fuzz(read, handled, posted))
    found = (read.wrong, handled.wrong, handled.quarantined, posted.wrong)
    return not (any(found) or handled.unheard or posted.unheard)


def _quiet() -> None:
    """A hundred thousand lines about what was put aside say nothing."""
    quiet = structlog.make_filtering_bound_logger(logging.CRITICAL)
    structlog.configure(wrapper_class=quiet)


PARTS: dict[str, Part] = {"faults": faults, "kills": kills, "fuzz": spoils}


def asked(arguments: Sequence[str]) -> tuple[list[str], str]:
    """Which parts, and of the faults which: those whose name or place has these words."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.faults",
        description="Breaks what can be broken, and writes docs/reliability.md.",
        epilog="Other words choose faults by place and name; nothing is written then.",
    )
    parser.add_argument(
        "part", nargs="*", help=f"{', '.join(PARTS)}; without any all of them"
    )
    given = parser.parse_args(arguments).part
    words = " ".join(word for word in given if word not in PARTS)
    wanted = [name for name in PARTS if name in given]
    return wanted or (["faults"] if words else list(PARTS)), words


async def main(arguments: Sequence[str]) -> int:
    """0 where every promise held."""
    wanted, words = asked(arguments)
    root = MEMORY if MEMORY.is_dir() else None
    folder = Path(tempfile.mkdtemp(prefix="gridbee-faults-", dir=root))
    try:
        held = []
        for name in wanted:
            inside = folder / name
            inside.mkdir()
            held.append(await PARTS[name](inside, words))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main(sys.argv[1:])))
