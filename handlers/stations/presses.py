"""The buttons of this room: `st:VERB:REST`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from domain.stations.reports import SAID
from domain.stations.station import FILTERS
from handlers.dialog.turn import Refused, Turn
from handlers.stations import asking, reporting
from handlers.stations.card import card
from handlers.stations.keepers import keeps

Verb = Callable[[Turn, str], Awaitable[None]]


async def on_station(turn: Turn, rest: str) -> None:
    """Whatever may be pressed here; what is no verb is an old button."""
    verb, _, value = rest.partition(":")
    does = VERBS.get(verb)
    if does is None:
        raise Refused("refuse-old-button")
    turn.toast()
    await does(turn, value)


async def _ask(turn: Turn, value: str) -> None:
    await asking.ask(turn)


async def _only(turn: Turn, value: str) -> None:
    await asking.again(turn, value if value in FILTERS else "")


async def _see(turn: Turn, code: str) -> None:
    station = turn.unit.stations.get(code)
    if station is None:
        return turn.reply(turn.say("station-gone"))
    await card(turn, station)


async def _say(turn: Turn, value: str) -> None:
    what, _, code = value.partition(":")
    station = turn.unit.stations.get(code)
    if station is None or what not in SAID:
        return turn.reply(turn.say("station-gone"))
    await reporting.says(turn, station, what)


async def _broken(turn: Turn, code: str) -> None:
    station = turn.unit.stations.get(code)
    if station is None:
        return turn.reply(turn.say("station-gone"))
    await reporting.broken(turn, station)


async def _again(turn: Turn, code: str) -> None:
    station = turn.unit.stations.get(code)
    if station is None or not keeps(turn, station):
        raise Refused("refuse-old-button")
    await reporting.open_again(turn, station)


VERBS: dict[str, Verb] = {
    "ask": _ask,
    "only": _only,
    "see": _see,
    "say": _say,
    "broken": _broken,
    "again": _again,
}
