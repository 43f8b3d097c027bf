"""The buttons of this room: `st:VERB:REST`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from domain.stations.reports import SAID
from domain.stations.station import FILTERS, Station
from handlers.dialog.turn import Refused, Turn
from handlers.stations import asking, editing, editing_words, hours, reporting
from handlers.stations.card import card
from handlers.stations.keepers import keeps

Verb = Callable[[Turn, str], Awaitable[None]]
Does = Callable[[Turn, Station], Awaitable[None]]
Changes = Callable[[Turn, Station, str], Awaitable[None]]


async def on_station(turn: Turn, rest: str) -> None:
    """Whatever may be pressed here; what is no verb is an old button."""
    verb, _, value = rest.partition(":")
    does = VERBS.get(verb)
    if does is None:
        raise Refused("station-old-button")
    await does(turn, value)


async def _ask(turn: Turn, value: str) -> None:
    await asking.ask(turn)


async def _only(turn: Turn, value: str) -> None:
    await asking.again(turn, value if value in FILTERS else "", edit=True)


async def _say(turn: Turn, value: str) -> None:
    what, _, code = value.partition(":")
    if what not in SAID:
        raise Refused("station-old-button")
    await reporting.says(turn, _station(turn, code), what)


def _station(turn: Turn, code: str) -> Station:
    """The station of this code. Raises Refused for one that is not there any more."""
    found = turn.unit.stations.get(code)
    if found is None:
        raise Refused("station-gone")
    return found


def _any(does: Does) -> Verb:
    """Whoever knows of the station may press it."""

    async def press(turn: Turn, code: str) -> None:
        await does(turn, _station(turn, code))

    return press


def _kept(does: Changes) -> Verb:
    """Its keepers alone may press it: `CODE:REST`."""

    async def press(turn: Turn, value: str) -> None:
        code, _, rest = value.partition(":")
        station = _station(turn, code)
        if not keeps(turn, station):
            raise Refused("station-old-button")
        await does(turn, station, rest)

    return press


async def _again(turn: Turn, station: Station, rest: str) -> None:
    await reporting.open_again(turn, station)


async def _edit(turn: Turn, station: Station, rest: str) -> None:
    editing.menu(turn, station)


async def _hours(turn: Turn, station: Station, rest: str) -> None:
    hours.menu(turn, station)


VERBS: dict[str, Verb] = {
    "ask": _ask,
    "here": asking.here,
    "only": _only,
    "say": _say,
    "see": _any(card),
    "broken": _any(reporting.broken),
    "again": _kept(_again),
    "edit": _kept(_edit),
    "am": _kept(editing.amenity),
    "in": _kept(editing.entry),
    "put": _kept(editing_words.put),
    "hours": _kept(_hours),
    "h": _kept(hours.press),
}
