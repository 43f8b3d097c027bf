"""Draws what a media row of the HOUSE asks for. Raises FetchError, like a channel that is asked
for a file.

`chart`, `sheet` and `slip` run in a process of their own: what they import never enters the bot's.
A picture is wanted by `unit.media.draw(spec)` and drawn by the fetching loop. Specs are plain JSON:

    {"draw": "chart", "title": str, "note": str, "labels": [str, …], "left": str, "right": str,
     "series": [{"name": str, "kind": "bar" | "line", "values": [number | null, …],
                 "axis": "left" | "right"}, …]}
    {"draw": "pair", "before": media id, "after": media id, "labels": [str, str]}
    {"draw": "sheet", "query": …, "columns": [{"field", "title", "wide", "form", "names"}, …], …}
    {"draw": "slip", "case": id, "person": id, "language": str, "zone": str, "team": str,
     "map_link": str}

The last two hold no words of any case: what they show is read when they are drawn.

At most 60 labels and six series of a kind can be told apart; gaps are null. What cannot be drawn at
all gets the status failed, and the letter goes without it.
"""

from __future__ import annotations

import asyncio
import atexit
import contextlib
import json
import os
import shutil
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import orjson

from bot.channels.channel import FetchError
from bot.drawing import pair
from bot.media.files import Files
from handlers.stats import slip
from storage.database import Database
from storage.figures import register
from storage.memory.media import Kept

ROOT = Path(__file__).resolve().parents[2]
CHART, SHEET, SLIP = "bot.drawing.chart", "bot.drawing.sheet", "bot.drawing.slip"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# for one of them; a chart takes about one, the longest register about ten
SECONDS = 60.0
# of what went wrong for no fault of the spec: a killed or hanging process, a full disk
TRIES = 5
PASSED_ON = (
    "PATH",
    "HOME",
    "LANG",
    "LC_ALL",
    "SYSTEMROOT",
    "PYTHONWARNINGS",
    "PYTHONDONTWRITEBYTECODE",
)


class Studio:
    def __init__(self, database: Database, files: Files) -> None:
        self._database = database
        self._files = files
        self._one_at_a_time = asyncio.Lock()  # such a process takes about 100 MB

    async def draw(self, kept: Kept) -> tuple[bytes, str]:
        """(bytes, MIME type). Raises FetchError: permanent where there will never be a picture."""
        try:
            spec = json.loads(kept.media.ref)
            if spec["draw"] == "pair":
                return await self._pair(spec), "image/jpeg"
            if spec["draw"] == "chart":
                return await self._made(CHART, kept.media.ref.encode()), "image/png"
            if spec["draw"] == "sheet":
                return await self._sheet(spec), XLSX
            if spec["draw"] == "slip":
                return await self._slip(spec), "application/pdf"
        except FetchError:
            raise
        except Exception as error:
            hopeless = (
                isinstance(error, (KeyError, TypeError, ValueError))
                or kept.tries >= TRIES
            )
            raise FetchError(
                f"not drawn: {type(error).__name__}", permanent=hopeless
            ) from error
        raise FetchError("nobody draws this", permanent=True)

    # --- before and after ---

    async def _pair(self, spec: dict[str, Any]) -> bytes:
        """Waits for photos that are still wanted; what will never come has no half."""
        ids = [int(spec["before"]), int(spec["after"])]
        labels = [str(label) for label in spec["labels"]]
        async with self._database.unit() as unit:
            found = {source.id: source for source in await unit.media.get_many(ids)}
        if any(source.status == "wanted" for source in found.values()):
            raise FetchError("a photo is not here yet")
        stored = [
            found[i].media.sha if i in found and found[i].status == "stored" else ""
            for i in ids
        ]
        return await asyncio.to_thread(
            lambda: pair.draw([self._read(sha) for sha in stored], labels)
        )

    def _read(self, sha: str) -> bytes | None:
        with contextlib.suppress(FileNotFoundError):
            return self._files.get(sha) if sha else None
        return None

    # --- papers ---

    async def _sheet(self, spec: dict[str, Any]) -> bytes:
        """The register as it stands now: its rows are read beside the writer and never stand in
        the spec.
        """
        query, fields = (
            register.query_of(spec["query"]),
            [column["field"] for column in spec["columns"]],
        )
        async with self._database.reader() as reader:
            found = reader.register.rows(query, fields, int(spec["most"]))
            rows = [row async for row in found]
        return await self._made(
            SHEET, await asyncio.to_thread(orjson.dumps, spec | {"rows": rows})
        )

    async def _slip(self, spec: dict[str, Any]) -> bytes:
        """The slip with what the one who asked for it may read at this moment."""
        async with self._database.unit() as unit:
            page = await slip.page(unit, spec)
        if page is None:
            raise FetchError("not theirs to see", permanent=True)
        page["photos"] = [str(self._files.path(sha)) for sha in page["photos"]]
        return await self._made(SLIP, orjson.dumps(page))

    # --- in a process of its own ---

    async def _made(self, module: str, spec: bytes) -> bytes:
        """What a child process makes. A spec that it refuses is refused for good; its death is
        tried again.
        """
        async with self._one_at_a_time:
            code, made, why = await self._child(module, spec)
        if code > 0:
            raise FetchError(f"no {module.rpartition('.')[2]}: {why}", permanent=True)
        if code < 0 or not made:
            raise ChildProcessError(f"ended by signal {-code}")
        return made

    async def _child(self, module: str, spec: bytes) -> tuple[int, bytes, str]:
        """(exit code, bytes, the kind of error). Raises TimeoutError and OSError; the child
        never outlives this.
        """
        command = (sys.executable, "-P", "-m", module)
        pipe = asyncio.subprocess.PIPE
        child = await asyncio.create_subprocess_exec(
            *command, stdin=pipe, stdout=pipe, stderr=pipe, env=_environment()
        )
        try:
            async with asyncio.timeout(SECONDS):
                made, errors = await child.communicate(spec)
        finally:
            if child.returncode is None:
                with contextlib.suppress(ProcessLookupError):
                    child.kill()
                await child.wait()
        last = errors.decode("utf-8", "replace").strip().rpartition("\n")[2]
        # its words may be somebody's: not for the log
        return child.returncode or 0, made, last.partition(":")[0][:80]


def _environment() -> dict[str, str]:
    """No secrets and one thread."""
    few = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    return few | {
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
        "MPLBACKEND": "Agg",
        "MPLCONFIGDIR": _folder(),
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
    }


@cache
def _folder() -> str:
    """Where matplotlib keeps its list of fonts from one chart to the next; HOME may be closed to
    a service.
    """
    folder = tempfile.mkdtemp(prefix="gridbee-charts-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
