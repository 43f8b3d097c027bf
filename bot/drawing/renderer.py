"""Draws what a media row of the HOUSE asks for. Raises FetchError, like a channel that is asked
for a file.

All are drawn in child processes (`bot.workshop`): what draws them never enters the bot's own.
A picture is wanted by `unit.media.draw(spec)` and drawn by the fetching loop. Specs are plain JSON:

    {"draw": "chart", "title": str, "note": str, "labels": [str, …], "left": str, "right": str,
     "series": [{"name": str, "kind": "bar" | "line", "values": [number | null, …],
                 "axis": "left" | "right"}, …]}
    {"draw": "code", "words": str}
    {"draw": "proof", "title": str, "number": str, "rows": [[label, value], …], "qr": str,
     "notes": [str, …]}
    {"draw": "honey", "tier": str, "title": str, "number": str, "name": str, "figures":
     [[label, value], …], "progress": 0 to 1, "note": str, "day": str}
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
import shutil
import tempfile
from functools import cache
from typing import Any

import orjson

from bot.channels.channel import FetchError
from bot.media.files import Files
from bot.workshop.outcomes import Unusable
from bot.workshop.worker import Trade
from bot.workshop.workshop import Workshop
from handlers.stats import slip
from storage.database import Database
from storage.figures import register_query
from storage.media.media import HOUSE
from storage.memory.media import Kept

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# a chart takes about one second, the longest register about ten
SECONDS = 60.0
CARDS = ("proof", "honey")
"""Drawn from the words that stand in the order."""
CHART = Trade(
    "bot.drawing.chart",
    memory=384 << 20,
    seconds=SECONDS,
)
SHEET = Trade(
    "bot.drawing.sheet",
    memory=384 << 20,
    seconds=SECONDS,
)
SLIP = Trade(
    "bot.drawing.slip",
    memory=384 << 20,
    seconds=SECONDS,
)


class Studio:
    def __init__(
        self,
        database: Database,
        files: Files,
        workshop: Workshop,
    ) -> None:
        self._database = database
        self._files = files
        self._workshop = workshop

    async def draw(self, kept: Kept) -> tuple[bytes, str]:
        """(bytes, MIME type). Raises FetchError, permanent where there will never be a picture,
        and WorkFailed, OSError where that is our own fault.
        """
        try:
            return await self._drawn(kept)
        except Unusable as error:
            raise FetchError(f"not drawn: {error}", permanent=True) from error
        except (KeyError, TypeError, ValueError) as error:
            why = f"not drawn: {type(error).__name__}"
            raise FetchError(why, permanent=True) from error

    async def _drawn(self, kept: Kept) -> tuple[bytes, str]:
        spec = json.loads(kept.media.ref)
        if spec["draw"] == "pair":
            return await self._pair(spec), "image/jpeg"
        if spec["draw"] == "chart":
            return await self._made(CHART, kept.media.ref.encode()), "image/png"
        if spec["draw"] == "sheet":
            return await self._sheet(spec), XLSX
        if spec["draw"] == "slip":
            return await self._slip(spec), "application/pdf"
        if spec["draw"] == "code":
            words = str(spec["words"])
            made = await self._workshop.picture(
                "code",
                b"",
                HOUSE,
                words=words,
            )
            return made[1], "image/png"
        if spec["draw"] in CARDS:
            made = await self._workshop.picture(
                spec.pop("draw"),
                b"",
                HOUSE,
                **spec,
            )
            return made[1], "image/png"
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
        photos = await asyncio.to_thread(lambda: [self._read(sha) for sha in stored])
        sizes = [len(photo) if photo is not None else None for photo in photos]
        data = b"".join(photo or b"" for photo in photos)
        _, made = await self._workshop.picture(
            "pair", data, HOUSE, sizes=sizes, labels=labels
        )
        return made

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
            register_query.query_of(spec["query"]),
            [column["field"] for column in spec["columns"]],
        )
        async with self._database.reader() as reader:
            found = reader.register.rows(
                query,
                fields,
                int(spec["most"]),
            )
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

    async def _made(self, trade: Trade, spec: bytes) -> bytes:
        """What a child process makes. Raises Unusable for an order that it refuses."""
        return await self._workshop.paper(
            trade,
            spec,
            _environment(),
        )


def _environment() -> dict[str, str]:
    return {"MPLBACKEND": "Agg", "MPLCONFIGDIR": _folder()}


@cache
def _folder() -> str:
    """Where matplotlib keeps its list of fonts from one chart to the next; HOME may be closed to
    a service.
    """
    folder = tempfile.mkdtemp(prefix="gridbee-charts-")
    atexit.register(
        shutil.rmtree,
        folder,
        ignore_errors=True,
    )
    return folder
