"""A rider's word on a station, by one press, and what its keeper hears and does."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from domain.answers import Located
from domain.kinds import Kind
from domain.messages import Choice, Event
from domain.stations.reports import (
    FINE,
    Report,
    Verdict,
    heard_before,
    lasts_until,
    repeated,
    verdict,
)
from domain.stations.standing import Standing, next_opening, standing
from domain.stations.station import Station
from handlers.casework.letters.sending import send
from handlers.dialog import conversation, filling
from handlers.dialog.coming import keep_media
from handlers.dialog.fits import Heard
from handlers.dialog.marks import open_drafts, too_often
from handlers.dialog.turn import Refused, Turn
from handlers.filing.form import FILING
from handlers.stations.keepers import keepers
from handlers.stations.told import all_well, told_lately
from handlers.texts.sentences import label, say

MOST = 6
WITHIN = timedelta(minutes=10)
"""So many words of one chat are taken in that time (ours)."""


def stands_at(turn: Turn, station: Station, at: datetime) -> Standing:
    """How a station stands by its hours."""
    setup = turn.setup
    return standing(
        station.hours,
        at,
        setup.zone,
        setup.special_days(),
    )


async def verdicts(turn: Turn, code: str = "") -> dict[str, Verdict]:
    """What riders' words come to, by station."""
    by_station: dict[str, list[Report]] = {}
    for one in await turn.unit.stations.reports(code):
        by_station.setdefault(one.station, []).append(one)
    found = {
        station: verdict(said, turn.unit.now) for station, said in by_station.items()
    }
    return {station: one for station, one in found.items() if one}


async def says(turn: Turn, station: Station, what: str) -> None:
    """Keeps the word. What its hours say already is no news, nor what the same rider just said."""
    now, person = turn.unit.now, turn.person.id
    if what != FINE and stands_at(turn, station, now).open is False:
        return turn.reply(turn.say("station-not-open-anyway"))
    before = await turn.unit.stations.reports(station.code)
    if repeated(before, person, what, now):
        return turn.reply(turn.say("station-heard-already"))
    if await too_often(turn.unit, turn.private, "station-word", MOST, WITHIN):
        raise Refused("station-too-often")
    until = lasts_until(what, now, _opens(turn, station))
    said = Report(station.code, person, what, now, until)
    await turn.unit.stations.report(said)
    if what != FINE and not heard_before(before, what, now):
        await _tell(turn, station, what)
    turn.reply(turn.say(f"station-heard-{what}"))


def _opens(turn: Turn, station: Station) -> datetime | None:
    """When it opens next."""
    return next_opening(
        station.hours,
        turn.unit.now,
        turn.setup.zone,
        turn.setup.special_days(),
    )


async def _tell(turn: Turn, station: Station, what: str) -> None:
    """Its keepers hear of it, each thing once, with a press that takes it back."""
    if await told_lately(turn.unit, station.code, what):
        return
    for person in keepers(turn.unit.directory, station):
        if person.id == turn.person.id:
            continue
        language = turn.scene.language_of(person)
        text = say(
            language,
            "station-keeper-hears",
            name=station.name,
            what=label(language, f"station-is-{what}"),
        )
        row = (_again(language, station), _see(language, station))
        await send(
            turn.scene,
            person,
            text,
            choices=(row,),
        )


def _again(language: str, station: Station) -> Choice:
    return Choice(
        label(language, "button-station-again"),
        f"st:again:{station.code}",
    )


def _see(language: str, station: Station) -> Choice:
    return Choice(
        label(language, "button-station-see"),
        f"st:see:{station.code}",
    )


async def open_again(turn: Turn, station: Station) -> None:
    """The keeper says that all is well: what riders said counts no longer."""
    said = await verdicts(turn, station.code)
    await turn.unit.stations.open_again(station.code)
    await all_well(turn, station.code)
    key = "station-again" if said else "station-again-already"
    turn.reply(turn.say(key, name=station.name))


async def broken(
    turn: Turn,
    station: Station,
    event: Event | None = None,
) -> None:
    """A report like any other, whose place is known: this message, or the next words, say what is
    broken. Pressed once more, it is the same report.
    """
    turn.toast()
    of = {"code": station.code, "name": station.name}
    for draft in await open_drafts(turn):
        if draft.about.get("of") == of and event is None:
            return conversation.show(turn, FILING, draft)
    about = {"kind": Kind.HAZARD.value, "of": of}
    draft = await conversation.begin(
        turn,
        FILING,
        about,
        show=False,
    )
    where = Located("", station.place, station.name)
    begun = replace(draft, answers={"place": where})
    if event is not None:
        came = keep_media(turn, FILING, begun, event)
        begun = filling.take(FILING, begun, Heard(event, report=1.0), came)
    await conversation.proceed(turn, FILING, begun)
