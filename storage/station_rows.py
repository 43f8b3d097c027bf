"""A rest station as its row."""

from __future__ import annotations

from datetime import date
from typing import Any

from domain.messages import Place
from domain.stations.hours import Closure, Hours, Spans
from domain.stations.station import Station


def station_of(row: Any) -> Station:
    return Station(
        row.code,
        row.name,
        Place(row.lat, row.lon),
        row.area,
        row.kind,
        hours_of(row.hours),
        tuple(row.amenities or ()),
        row.entry,
        row.entry_note,
        row.seats,
        row.keeper,
        row.phone,
        row.phone_shown,
        row.photo,
    )


def row_of(station: Station) -> dict[str, Any]:
    return {
        "code": station.code,
        "name": station.name,
        "kind": station.kind,
        "area": station.area,
        "lat": station.place.lat,
        "lon": station.place.lon,
        "hours": plain_hours(station.hours),
        "amenities": list(station.amenities),
        "entry": station.entry,
        "entry_note": station.entry_note,
        "seats": station.seats,
        "keeper": station.keeper,
        "phone": station.phone,
        "phone_shown": station.phone_shown,
        "photo": station.photo,
    }


def plain_hours(hours: Hours | None) -> dict[str, Any] | None:
    if hours is None:
        return None
    return {
        "week": hours.week,
        "holidays": hours.holidays,
        "closures": [
            (one.first.isoformat(), one.last.isoformat(), one.why)
            for one in hours.closures
        ],
    }


def hours_of(kept: dict[str, Any] | None) -> Hours | None:
    if kept is None:
        return None
    holidays = kept["holidays"]
    closures = (
        Closure(date.fromisoformat(first), date.fromisoformat(last), why)
        for first, last, why in kept["closures"]
    )
    return Hours(
        tuple(map(_spans, kept["week"])),
        None if holidays is None else _spans(holidays),
        tuple(closures),
    )


def _spans(kept: list[list[int]]) -> Spans:
    return tuple((start, end) for start, end in kept)
