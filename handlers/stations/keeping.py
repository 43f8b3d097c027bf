"""A changed station, kept and written into the log."""

from __future__ import annotations

from domain.stations.station import Station
from handlers.dialog.turn import Turn


async def keep(turn: Turn, station: Station, what: str) -> Station:
    """From now on it is so, also for what the same press shows."""
    await turn.unit.stations.put(station)
    turn.unit.history.audit(
        turn.person.id,
        "station",
        station=station.code,
        what=what,
    )
    return station
