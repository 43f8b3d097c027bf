"""The answer to "where is a station": the nearest three, and what is nearer but closed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from domain.messages import Choice, Place
from domain.stations.nearest import Answer, nearest
from domain.stations.standing import Standing
from domain.stations.station import FILTERS, NIGHT, Station
from handlers.dialog.turn import Turn
from handlers.stations import lines
from handlers.stations.lines import Verdicts
from handlers.stations.reporting import stands_at, verdicts
from handlers.texts.sentences import Safe

CHOSEN = "✓ "
NIGHT_FROM, NIGHT_TO = 22, 6
DEEP_IN_THE_NIGHT = time(2)
"""Who is open then is open at night (ours)."""


async def answer(
    turn: Turn,
    place: Place,
    wanted: str,
    *,
    edit: bool = False,
) -> None:
    """Says which stations are near this place; nothing of the place itself is kept."""
    at = _moment(turn) if wanted == NIGHT else turn.unit.now

    def stands(station: Station) -> Standing:
        return stands_at(turn, station, at)

    told = await verdicts(turn)
    found = nearest(
        turn.unit.stations.all,
        place,
        wanted,
        stands,
        [code for code, one in told.items() if one.agreed],
    )
    text = "\n".join(_lines(turn, found, wanted, told))
    turn.reply(
        Safe(text),
        _buttons(turn, found, wanted),
        edit=edit,
    )


def _moment(turn: Turn) -> datetime:
    """Now, where it is night; else deep in the next one."""
    local = turn.unit.now.astimezone(turn.setup.zone)
    if local.hour >= NIGHT_FROM or local.hour < NIGHT_TO:
        return turn.unit.now
    tomorrow = local.date() + timedelta(days=1)
    return datetime.combine(tomorrow, DEEP_IN_THE_NIGHT, turn.setup.zone)


def _lines(
    turn: Turn,
    found: Answer,
    wanted: str,
    told: Verdicts,
) -> Iterator[Safe]:
    if found.beyond is not None:
        far = lines.far(turn, found.beyond)
        yield turn.say("station-beyond", far=far)
        return
    yield turn.say(_title(found, wanted))
    for number, near in enumerate(found.shown, 1):
        headline = lines.headline(turn, near)
        yield Safe(f"\n{number}. {headline}")
        yield from lines.inside(turn, near.station)
        if near.station.code in told:
            yield lines.said(turn, told[near.station.code])
    for line in lines.passed_over(turn, found.passed_over, told):
        yield Safe(f"\n{line}")


def _title(found: Answer, wanted: str) -> str:
    if not found.shown:
        return "station-nothing-such" if wanted else "station-nothing-open"
    return "station-night" if wanted == NIGHT else "station-open-now"


def _buttons(
    turn: Turn,
    found: Answer,
    wanted: str,
) -> list[list[Choice]]:
    """A row for each station, one of filters, and the way to another place."""
    cards = [
        [_card(number, near.station)] for number, near in enumerate(found.shown, 1)
    ]
    elsewhere = turn.choice("button-station-elsewhere", "st:ask:")
    if found.beyond is not None:
        return [[elsewhere]]
    filters = [_filter(turn, name, wanted) for name in FILTERS]
    return [*cards, filters, [elsewhere]]


def _card(number: int, station: Station) -> Choice:
    return Choice(
        f"{number}. {station.name}",
        f"st:see:{station.code}",
    )


def _filter(turn: Turn, name: str, wanted: str) -> Choice:
    """The one that counts is marked; pressed once more it counts no longer."""
    label = lines.filter_name(turn, name)
    if name == wanted:
        return Choice(CHOSEN + label, "st:only:")
    return Choice(label, f"st:only:{name}")
