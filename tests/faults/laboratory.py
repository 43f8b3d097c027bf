"""One experiment: riders ride, a fault comes and goes, and it is counted what became of what they
said.
"""

from __future__ import annotations

import asyncio
import shutil
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests import postgres_server
from tests.faults.faults import Fault
from tests.faults.patient import Patient, on_postgres, on_sqlite
from tests.faults.riders import Calm, Counted, Crowd, clock_goes, drained, put_aside
from tests.postgres_server import Server
from tests.telegram.riding import Rider
from tests.telegram.town import prepare, prepare_at

WARMS_UP = 1.5  # seconds of riding before the fault
DRAINS = 45.0  # seconds in which everything that waits has gone out


@dataclass
class Result:
    """What an experiment showed. `held` says whether every promise did."""

    fault: Fault
    counted: Counted
    told: list[str]
    ends: list[int]
    aside: int
    drained: bool

    @property
    def held(self) -> bool:
        counted = self.counted
        broken = counted.lost or counted.twice or counted.stuck or self.aside
        well = None not in (counted.recovered, counted.ticks) and self.drained
        return well and not broken


def failed(fault: Fault, error: Exception) -> Result:
    """An experiment that could not be made to its end."""
    counted = Counted(stuck=[f"{type(error).__name__}: {error}"[:200]])
    return Result(fault, counted, [], [], 0, drained=False)


@dataclass(frozen=True)
class Laboratory:
    """Where experiments are made; `library` is the levers', `server` the PostgreSQL of them."""

    folder: Path
    template: Path
    library: Path | None
    server: Server | None

    async def tries(self, fault: Fault) -> Result:
        folder = Path(tempfile.mkdtemp(dir=self.folder))
        try:
            async with self._patient(fault, folder) as patient:
                return await examine(fault, patient)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    @asynccontextmanager
    async def _patient(self, fault: Fault, folder: Path) -> AsyncIterator[Patient]:
        library = self.library if fault.levers else None
        if not fault.postgres:
            async with on_sqlite(folder, self.template, library) as patient:
                yield patient
            return
        assert self.server is not None
        name = f"faults_{folder.name.lower()}"
        await postgres_server.create(self.server, name, postgres_server.TEMPLATE)
        await prepare_at(self.server.url(name))
        async with on_postgres(folder, self.server, name, library) as patient:
            yield patient
        await postgres_server.drop(self.server, name)


async def template_in(folder: Path) -> Path:
    path = folder / "template.db"
    await prepare(path)
    return path


async def examine(fault: Fault, patient: Patient) -> Result:
    crowd = Crowd(patient.telegram, Calm if fault.calm else Rider)
    await patient.begin()
    await crowd.begin()
    await asyncio.sleep(WARMS_UP)
    async with fault.does(patient):
        await asyncio.sleep(fault.seconds)
    over = time.monotonic()
    recovered, ticks = await asyncio.gather(
        crowd.answered_since(over, fault.within),
        clock_goes(patient.telegram, fault.within),
    )
    stuck = await crowd.end(fault.within)
    dry = await drained(patient.url, patient.telegram, DRAINS if not stuck else 1)
    told = patient.events()
    ends = list(patient.ends)
    await patient.finish()
    counted = await crowd.count(patient.url)
    counted.recovered, counted.ticks, counted.stuck = recovered, ticks, stuck
    return Result(fault, counted, told, ends, await put_aside(patient.url), dry)
