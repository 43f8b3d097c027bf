"""Which stations of a file stay as their keepers changed them, read off the audit log."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from typing import Any

from domain.stations.kept import changed_field, with_kept
from domain.stations.station import Station
from storage.unit import Unit

CHANGE, LOAD = "station", "load-stations"
"""Acts in the audit log."""
AT_ONCE = 500
"""Lines that are read at a time."""

Kept = dict[str, tuple[str, ...]]
"""By the station's code, the fields that stay."""


async def as_keepers_have_it(
    unit: Unit,
    loaded: Sequence[Station],
) -> tuple[list[Station], Kept]:
    """The stations to be kept, and what in them is not the file's."""
    changed = await _changed(unit)
    stations, kept = [], {}
    for one in loaded:
        now, fields = unit.stations.get(one.code), changed.get(one.code)
        if now is not None and fields:
            one, stays = with_kept(one, now, fields)
            if stays:
                kept[one.code] = stays
        stations.append(one)
    return stations, kept


async def _changed(unit: Unit) -> dict[str, set[str]]:
    """By station, what keepers changed since a file overwrote everything."""
    found: dict[str, set[str]] = {}
    async for line in _lines(unit):
        if line.act == LOAD:
            if "kept" not in line.detail:
                break
            continue
        field = changed_field(line.detail["what"])
        if field:
            found.setdefault(line.detail["station"], set()).add(field)
    return found


async def _lines(unit: Unit) -> AsyncIterator[Any]:
    """Of the log, the newest first."""
    before = None
    while True:
        lines = await unit.staff.audit_lines(AT_ONCE, before, (CHANGE, LOAD))
        for line in lines:
            yield line
        if len(lines) < AT_ONCE:
            return
        before = lines[-1].id
