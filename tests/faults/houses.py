"""A second house beside the first: on the same file it goes, on one PostgreSQL it stands by."""

from __future__ import annotations

import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tests.faults.patient import CONFIGURED, Patient
from tests.forked import forked
from tests.telegram.town import ROOT, TOKEN, Bot

WENT = 2  # exit code of one that another keeps out
LATER = 15.0  # seconds after which the killed one is started again: the other is first


class Second(Bot):
    async def spawn(self) -> None:
        arguments = ["run", "--config", str(self.config)]
        self.process = await forked(arguments, ROOT, self.errors)


@asynccontextmanager
async def second(patient: Patient) -> AsyncIterator[Second]:
    """With a folder of its own and the same database, over the same wires."""
    folder = patient.data.parent / "second"
    folder.mkdir()
    base = f"http://127.0.0.1:{patient.api.port}"
    extra = CONFIGURED + f'[database]\nurl = "{patient.near}"\n'
    house = Second(folder, f"{base}/bot", f"{base}/file/bot", TOKEN, extra)
    house.data.mkdir()
    # as on two machines with one store
    (house.data / "files").symlink_to(patient.data / "files")
    async with house:
        yield house


@asynccontextmanager
async def kept_out(patient: Patient) -> AsyncIterator[None]:
    """Begun on the same file, it ends by itself and has changed nothing."""
    async with second(patient) as house:
        await house.spawn()
        assert await house.ended() == WENT, house.told()
        yield


@asynccontextmanager
async def takes_over(patient: Patient) -> AsyncIterator[None]:
    """The one that runs is killed, the other goes on, and gives its place back when it ends."""
    patient.again_after = LATER
    async with second(patient) as house:
        await house.spawn()
        patient.signal(signal.SIGKILL)
        await house.ready()
        yield
        assert await house.stop() == 0, house.told()
