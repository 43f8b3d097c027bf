"""The buttons of this room: `st:VERB:REST`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from domain.stations.station import FILTERS
from handlers.dialog.turn import Refused, Turn
from handlers.stations import asking
from handlers.stations.card import card

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


VERBS: dict[str, Verb] = {
    "ask": _ask,
    "only": _only,
    "see": _see,
}
