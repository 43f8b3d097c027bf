"""A station's card: all that is known of it, for whoever wants to go there."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from domain.distance import distance
from domain.messages import Choice
from domain.places.links import map_link
from domain.stations.hours import Hours, closure_on, spans_on
from domain.stations.reports import SAID
from domain.stations.station import Station
from domain.stations.written import times
from handlers.dialog.turn import Turn
from handlers.stations import lines
from handlers.stations.keepers import keeps
from handlers.stations.reporting import stands_at, verdicts
from handlers.texts.sentences import Safe


async def card(turn: Turn, station: Station) -> None:
    photos = (station.photo,) if station.photo else ()
    text = list(_lines(turn, station))
    told = (await verdicts(turn, station.code)).get(station.code)
    if told is not None:
        text.insert(2, lines.said(turn, told))
    turn.reply(
        Safe("\n".join(text)),
        _buttons(turn, station, doubted=told is not None),
        photos=photos,
    )


def _buttons(
    turn: Turn,
    station: Station,
    *,
    doubted: bool,
) -> list[list[Choice]]:
    """A word on how it is there, one press each; its keepers take back what riders say."""
    closed, full, fine = (
        turn.choice(
            f"button-station-{what}",
            f"st:say:{what}:{station.code}",
        )
        for what in SAID
    )
    broken = turn.choice(
        "button-station-broken",
        f"st:broken:{station.code}",
    )
    rows = [[closed, full], [broken, fine]]
    if keeps(turn, station):
        again = turn.choice("button-station-again", f"st:again:{station.code}")
        edit = turn.choice("button-station-edit", f"st:edit:{station.code}")
        rows.append([again, edit] if doubted else [edit])
    return rows


def _lines(turn: Turn, station: Station) -> Iterator[Safe]:
    yield turn.say(
        "station-card",
        name=station.name,
        far=_far(turn, station),
    )
    standing = stands_at(
        turn,
        station,
        turn.unit.now,
    )
    yield Safe(escape(lines.stands(turn, standing)))
    if station.hours is not None:
        yield _today(turn, station.hours)
    yield from lines.inside(turn, station)
    if station.seats:
        yield turn.say(
            "station-seats",
            count=station.seats,
        )
    if station.phone and station.phone_shown:
        yield turn.say(
            "station-phone",
            phone=station.phone,
        )
    if turn.setup.map_link:
        yield turn.say(
            "station-map",
            url=_link(turn, station),
        )


def _link(turn: Turn, station: Station) -> Safe:
    """Opens the map at the station."""
    made = map_link(
        station.place,
        turn.setup.map_link,
        station.name,
    )
    return Safe(escape(made))


def _far(turn: Turn, station: Station) -> str:
    """How far it is from where they asked last."""
    place = turn.unit.stations.stood(turn.private)
    if place is None:
        return ""
    metres = distance(place, station.place)
    return " · " + lines.far(turn, metres)


def _today(turn: Turn, hours: Hours) -> Safe:
    """Today's hours, or why it is closed today."""
    setup = turn.setup
    today = turn.unit.now.astimezone(setup.zone).date()
    closure = closure_on(hours, today)
    if closure is not None and closure.why:
        return turn.say(
            "station-closed-why",
            why=closure.why,
        )
    spans = spans_on(
        hours,
        today,
        setup.special_days(),
    )
    if not spans:
        return turn.say("station-not-today")
    return turn.say("station-today", times=times(spans))
