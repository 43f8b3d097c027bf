"""Which of the places it is that the words of an emergency may have meant: pressed or typed."""

from __future__ import annotations

from domain.case import Case
from domain.messages import Place
from domain.offers import settle
from handlers.actions.emergencies import emergencies
from handlers.casework.happened import Given
from handlers.dialog.turn import Refused, Turn, whole
from handlers.filing.emergency import spot_choices
from handlers.filing.where import grids
from handlers.filing.where.spots import Spot, named, spot_in
from handlers.texts.words import only


async def typed(turn: Turn, case: Case) -> bool:
    """Whether one that was offered is typed: it is taken."""
    chosen = await _chosen(turn, case)
    if chosen is not None:
        await pressed(turn, case, chosen)
    return chosen is not None


async def _chosen(turn: Turn, case: Case) -> str | None:
    """The number of the place that was offered and is typed."""
    mark = await emergencies.begun(turn)
    spots = mark.about.get("spots", ()) if mark else ()
    offered = tuple(spot_choices(turn, case, spots))
    chosen = settle(turn.event.text, offered, True) if offered else None
    same = only("words-same-place", turn.event.text, "words-polite", "words-nod")
    if same and len(offered) == 1:
        chosen = offered[0]
    return chosen.data.rpartition(":")[2] if chosen else None


async def pressed(turn: Turn, case: Case, value: str) -> None:
    """One of the places that the words may have meant is it."""
    mark, number = await emergencies.begun(turn), whole(value)
    spots = mark.about.get("spots", ()) if mark else ()
    gone = number is None or number >= len(spots) or not case.open
    if gone or case.filer_id != turn.person.id:
        raise Refused("refuse-old-button")
    await _taken(turn, case, spots[number or 0])


async def grids_pressed(turn: Turn, case: Case, value: str) -> None:
    """选一个网格: the likeliest ones, then the streets; of a street all."""
    mark = await emergencies.begun(turn)
    spots = mark.about.get("spots", ()) if mark else ()
    found = await grids.codes(turn, value, [spot["area"] for spot in spots])
    if not found or not case.open or case.filer_id != turn.person.id:
        raise Refused("refuse-old-button")
    turn.toast()
    rows = grids.choices(turn, found, f"c:{case.id}")
    turn.reply(turn.say("ask-grid"), rows, edit=bool(value), case_id=case.id)


async def grid_pressed(turn: Turn, case: Case, value: str) -> None:
    """It is in this grid."""
    area = grids.area(turn, value)
    if area is None or not case.open or case.filer_id != turn.person.id:
        raise Refused("refuse-old-button")
    await _taken(turn, case, spot_in(area))


async def _taken(turn: Turn, case: Case, spot: Spot) -> None:
    turn.toast()
    changes = {"area": spot["area"] or case.area, "place_words": spot["name"]}
    if spot["lat"] is not None:
        changes["place"] = Place(spot["lat"], spot["lon"])
    given = Given(f"📍 {named(turn, spot)}")
    await emergencies.added(turn, case, given, changes)
