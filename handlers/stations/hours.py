"""A keeper sets the hours by presses: which days, from when, until when; holidays; closures.

`st:hours:CODE` shows them; `st:h:CODE:VERB:…` changes them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from domain.messages import Choice
from domain.stations import changing
from domain.stations.changing import ADD, DAYS, HOLIDAYS, REPLACE
from domain.stations.hours import Hours
from domain.stations.station import Station
from domain.stations.written import clock
from handlers.dialog.rows import abreast
from handlers.dialog.turn import Refused, Turn
from handlers.stations.hours_set import CLOSURES, hours_after
from handlers.stations.hours_words import in_words
from handlers.stations.keeping import keep

STEP, ROW = 30, 6
"""Minutes between the times that are offered, and how many stand in a row."""

Rows = list[list[Choice]]
Change = Callable[[Turn, Hours | None], Hours | None]


def menu(turn: Turn, station: Station) -> None:
    """The hours as they are, and what can be changed."""
    code = station.code
    days = [
        _button(turn, f"station-set-{name}", code, "from", name, REPLACE)
        for name in DAYS
    ]
    always = _button(turn, "station-set-always", code, "always")
    rows = [days, [always, _button(turn, "station-set-unknown", code, "unknown")]]
    if station.hours is not None:
        rows += _more(turn, code)
    turn.reply(
        _shown(turn, station),
        [*rows, [turn.choice("button-back", f"st:edit:{code}")]],
        edit=True,
    )


def _shown(turn: Turn, station: Station) -> str:
    return turn.say(
        "station-hours",
        name=station.name,
        hours=in_words(turn, station.hours),
    )


def _more(turn: Turn, code: str) -> Rows:
    """A second span, closed days, holidays, and days on which it is closed."""
    second = [
        _button(turn, f"station-add-{name}", code, "from", name, ADD) for name in DAYS
    ]
    off = [
        _button(turn, f"station-off-{name}", code, "off", name)
        for name in DAYS
        if name != changing.EVERY_DAY
    ]
    holidays = [
        _button(turn, "station-holidays-same", code, "same"),
        _button(turn, "station-holidays-off", code, "off", HOLIDAYS),
        _button(turn, "station-holidays-own", code, "from", HOLIDAYS, REPLACE),
    ]
    closures = [
        _button(turn, "station-close-days", code, "close", str(days), days=days)
        for days in CLOSURES
    ]
    reopen = [_button(turn, "station-reopen", code, "reopen")]
    return [second, off, holidays, closures, reopen]


def _button(
    turn: Turn,
    key: str,
    code: str,
    *rest: str,
    **args: object,
) -> Choice:
    data = ":".join(("st:h", code, *rest))
    return turn.choice(f"button-{key}", data, **args)


async def press(turn: Turn, station: Station, rest: str) -> None:
    """One of the buttons; what is none is an old one."""
    verb, *args = rest.split(":")
    if verb == "from" and len(args) == 2:
        return _from(turn, station, *args)
    if verb == "to" and len(args) == 3:
        return _to(turn, station, *args)
    try:
        hours = hours_after(turn, station.hours, verb, args)
    except ValueError:
        raise Refused("station-hours-overlap") from None
    changed = await keep(turn, replace(station, hours=hours), "hours")
    menu(turn, changed)


def _from(turn: Turn, station: Station, days: str, mode: str) -> None:
    """From when."""
    data = f"st:h:{station.code}:to:{days}:{mode}"
    _times(turn, station, "station-from", data)


def _to(
    turn: Turn,
    station: Station,
    days: str,
    mode: str,
    start: str,
) -> None:
    """Until when; what is earlier is on the next day."""
    data = f"st:h:{station.code}:set:{days}:{mode}:{start}"
    _times(turn, station, "station-to", data)


def _times(turn: Turn, station: Station, key: str, data: str) -> None:
    offered = [
        Choice(clock(minute), f"{data}:{minute}") for minute in range(0, 24 * 60, STEP)
    ]
    rows = abreast(offered, ROW)
    back = turn.choice("button-back", f"st:hours:{station.code}")
    turn.reply(
        turn.say(key, name=station.name),
        [*rows, [back]],
        edit=True,
    )
