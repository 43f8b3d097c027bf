"""What stays of a station when its file is loaded again: what its keepers changed in the chat."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from domain.stations.station import Station

FIELDS = {
    "hours": "hours",
    "name": "name",
    "note": "entry_note",
    "entry": "entry",
}
"""By the word in the log for what a keeper changed, the field; an amenity's has a sign before it.
A photo stays in any case, as no file has any.
"""


def changed_field(what: str) -> str:
    """The field that a line of the log is about, '' for none that a file could overwrite."""
    return "amenities" if what.startswith(("+", "-")) else FIELDS.get(what, "")


def with_kept(
    loaded: Station,
    now: Station,
    changed: Collection[str],
) -> tuple[Station, tuple[str, ...]]:
    """The station of the file, with those of the `changed` fields as they are now in which it says
    something else; and the names of these.
    """
    differs = tuple(
        name
        for name in sorted(changed)
        if _plain(getattr(now, name)) != _plain(getattr(loaded, name))
    )
    stays = {name: getattr(now, name) for name in differs}
    return replace(loaded, **stays), differs


def _plain(value: object) -> object:
    """In which order amenities stand says nothing."""
    return frozenset(value) if isinstance(value, tuple) else value
