"""Rest stations: read whole with the directory, and for minutes where somebody stood who asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, select, update

from domain.messages import Address, Place
from domain.stations.reports import Report
from domain.stations.station import Station
from storage.session import HoldsBack, Session
from storage.statements import same
from storage.station_rows import row_of
from storage.tables.stations import station_reports, stations

STANDS = timedelta(minutes=10)
"""So long a place is remembered, in memory only, for the filters of the answer (ours)."""

REPORTS = (
    select(station_reports)
    .where(station_reports.c.until > bindparam("now"))
    .order_by(station_reports.c.at, station_reports.c.person_id)
)
OF_STATION = REPORTS.where(same(station_reports.c.station))


class Stations(HoldsBack):
    """Where somebody stands is known once the Unit in which they said so is committed."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._stood: dict[Address, tuple[Place, datetime]] = {}

    @property
    def any(self) -> bool:
        """Whether there are stations: without them nothing of this room is offered."""
        return bool(self._session.directory.stations)

    @property
    def all(self) -> list[Station]:
        return list(self._session.directory.stations.values())

    def get(self, code: str) -> Station | None:
        return self._session.directory.stations.get(code)

    async def replace(self, loaded: Iterable[Station]) -> None:
        """Puts these stations in place of all others; a photo stays, as no file has any."""
        await self._session.query(delete(stations))
        rows = [
            {"id": number} | row_of(self._with_photo(one))
            for number, one in enumerate(loaded, 1)
        ]
        self._session.write(self._session.insert(stations), rows)
        self._session.directory_changes()
        self._session.places_change()

    def _with_photo(self, station: Station) -> Station:
        before = self.get(station.code)
        if before is None:
            return station
        return replace(station, photo=station.photo or before.photo)

    async def put(self, station: Station) -> None:
        """Keeps a station that is there as it is from now on."""
        this = update(stations).where(stations.c.code == station.code)
        await self._session.query(this.values(row_of(station)))
        await self._session.directory_now()
        self._session.places_change()

    async def reports(self, code: str = "") -> list[Report]:
        """What riders said that still counts, of one station or of all."""
        asked = {"now": self._session.now}
        if code:
            found = await self._session.query(OF_STATION, {**asked, "station": code})
        else:
            found = await self._session.query(REPORTS, asked)
        return [
            Report(row.station, row.person_id, row.what, row.at, row.until)
            for row in found
        ]

    async def report(self, said: Report) -> None:
        """One rider's newest word on a station; what counts no longer goes."""
        old = station_reports.c.until <= self._session.now
        await self._session.query(delete(station_reports).where(old))
        upsert = self._session.upsert(station_reports)
        await self._session.query(upsert, asdict(said))

    async def open_again(self, code: str) -> None:
        """Nothing that riders said of it counts any more."""
        this = station_reports.c.station == code
        await self._session.query(delete(station_reports).where(this))

    async def forget(self, person_id: int) -> None:
        """What this rider said of any station."""
        this = station_reports.c.person_id == person_id
        await self._session.query(delete(station_reports).where(this))

    def stands(self, chat: Address, place: Place) -> None:
        """Whoever is at this chat stands there now. No table has it."""
        self._stood[chat] = (place, self._session.now)

    def stood(self, chat: Address) -> Place | None:
        """Where they stood when they asked last, if that was a moment ago."""
        found = self._stood.get(chat) or self._session.memory.stood.get(chat)
        if found is None or self._session.now - found[1] > STANDS:
            return None
        return found[0]

    async def flush(self) -> None:
        """No row has it."""

    def committed(self) -> None:
        for chat, there in self._stood.items():
            self._session.memory.stood.keep(chat, there)
