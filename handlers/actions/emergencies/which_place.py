"""Which of the places it is that the words of an emergency may have meant: pressed or typed."""

from __future__ import annotations

from domain.case import Case
from domain.messages import Choice, Matter, Place
from domain.offers import settle
from handlers.actions.emergencies import emergencies
from handlers.actions.emergencies.emergency_place import as_placed
from handlers.casework.happened import Given
from handlers.dialog.alone import alone
from handlers.dialog.consent import it_is, it_is_not
from handlers.dialog.turn import Refused, Turn, whole
from handlers.filing.emergency import spot_choices
from handlers.filing.where import grids
from handlers.filing.where.spots import Spot, named, spot_in
from handlers.texts.words import only


async def typed(turn: Turn, case: Case) -> bool:
    """Whether one that was offered is typed: it is taken. Where none of them is meant, a grid is
    asked for.
    """
    offered = await _offered(turn, case)
    if not offered:
        return False
    chosen = settle(turn.event.text, offered, True)
    if chosen is None and len(offered) == 1 and await _agrees(turn, case):
        chosen = offered[0]
    if chosen is None:
        return await _yes_or_no(turn, case, offered)
    await pressed(turn, case, chosen.data.rpartition(":")[2])
    return True


async def _yes_or_no(
    turn: Turn,
    case: Case,
    offered: tuple[Choice, ...],
) -> bool:
    """Whether it is a no to all of them, or a yes that does not tell which."""
    no = it_is_not(turn.event.text)
    if not (no or it_is(turn.event.text)) or not await _asked(turn, case):
        return False
    if no:
        await grids_pressed(turn, case, "")
    else:
        text = turn.say("emergency-which", count=len(offered))
        rows = [[one] for one in offered]
        turn.reply(text, rows, case_id=case.id, matter=Matter.QUESTION)
    return True


async def _offered(turn: Turn, case: Case) -> tuple[Choice, ...]:
    mark = await emergencies.begun(turn)
    spots = mark.about.get("spots", ()) if mark else ()
    return tuple(spot_choices(turn, case, spots))


async def _agrees(turn: Turn, case: Case) -> bool:
    """Whether it is said to be that place, in whatever words."""
    said = turn.event.text
    if only("words-same-place", said, "words-polite", "words-nod"):
        return True
    return it_is(said) and await _asked(turn, case)


async def _asked(turn: Turn, case: Case) -> bool:
    """Whether nobody knows yet where it is, and that was asked last."""
    known = as_placed(turn, case)
    if known.place or known.place_words or not alone(turn):
        return False
    found = await turn.unit.offers.last(turn.private)
    spot = f"c:{case.id}:spot:"
    return found is not None and any(one.data.startswith(spot) for one in found.choices)


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
