"""A keeper changes what is said of a station by presses; `editing_words` asks for the rest.

`st:edit:CODE` is the menu, `st:am:CODE:AMENITY` and `st:in:CODE:ENTRY` choose, `st:put:CODE:WHAT`
asks for words or a photo.
"""

from __future__ import annotations

from dataclasses import replace

from domain.messages import Choice
from domain.stations.station import AMENITIES, ENTRIES, Station
from handlers.dialog.rows import abreast
from handlers.dialog.turn import Turn
from handlers.stations import lines
from handlers.stations.hours_words import in_words
from handlers.stations.keeping import keep

TICKED, UNTICKED = "✅ ", "⬜ "
NAME, NOTE, PHOTO = "name", "note", "photo"
A_ROW = 3


def menu(turn: Turn, station: Station) -> None:
    """What is known, and a button for each part of it."""
    code = station.code
    hours = turn.choice("button-station-hours", f"st:hours:{code}")
    there = turn.choice("button-station-there", f"st:am:{code}:")
    entry = turn.choice("button-station-entry", f"st:in:{code}:")
    asked = [
        turn.choice(
            f"button-station-{what}",
            f"st:put:{code}:{what}",
        )
        for what in (NAME, NOTE, PHOTO)
    ]
    turn.reply(
        turn.say(
            "station-edit",
            name=station.name,
            hours=in_words(turn, station.hours),
            there=lines.amenities(turn, station) or "-",
            entry=lines.how_in(turn, station) or "-",
        ),
        [[hours], [there, entry], asked],
        edit=True,
    )


async def amenity(turn: Turn, station: Station, one: str) -> None:
    """Each of them with a tick; a press turns it."""
    if one in AMENITIES:
        had = one in station.amenities
        found = [
            code for code in AMENITIES if (code in station.amenities) != (code == one)
        ]
        what = f"-{one}" if had else f"+{one}"
        changed = replace(station, amenities=tuple(found))
        station = await keep(turn, changed, what)
    offered = [_ticked(turn, station, code) for code in AMENITIES]
    rows = abreast(offered, A_ROW)
    turn.reply(
        turn.say("station-which-there", name=station.name),
        [*rows, [_back(turn, station)]],
        edit=True,
    )


def _ticked(turn: Turn, station: Station, code: str) -> Choice:
    mark = TICKED if code in station.amenities else UNTICKED
    return Choice(
        mark + lines.amenity(turn, code),
        f"st:am:{station.code}:{code}",
    )


async def entry(turn: Turn, station: Station, one: str) -> None:
    """How one gets in."""
    if one in ENTRIES:
        changed = replace(station, entry=one)
        return menu(turn, await keep(turn, changed, "entry"))
    offered = [
        [
            turn.choice(
                f"entry-{code}",
                f"st:in:{station.code}:{code}",
            )
        ]
        for code in ENTRIES
    ]
    turn.reply(
        turn.say("station-which-entry", name=station.name),
        [*offered, [_back(turn, station)]],
        edit=True,
    )


def _back(turn: Turn, station: Station) -> Choice:
    return turn.choice("button-back", f"st:edit:{station.code}")


# --- words and a photo ---
