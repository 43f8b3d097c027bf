"""灯修好了, said when nothing is open: who looks after that case answers it with these words by one
press; for who filed it there is `own_fixed.py`.
"""

from __future__ import annotations

from collections.abc import Sequence

from domain.case import Case
from domain.kinds import Urgency
from domain.reading.model import Reading
from domain.values.numbers_said import leading
from handlers.actions.asking.commands import find, seen_as
from handlers.actions.carers import colleagues, in_hand, own_fixed, own_found
from handlers.actions.carers.about_case import told_last
from handlers.actions.carers.done_asked import ask
from handlers.actions.carers.done_of import meant, names_something, saved
from handlers.actions.carers.serials import opened
from handlers.actions.doing import refusal_for
from handlers.actions.viewing.in_charge import in_charge
from handlers.dialog.fixed import carried_out, did
from handlers.dialog.turn import Turn
from handlers.texts.words import SIGN, anywhere, plain


async def offered(turn: Turn, reading: Reading) -> bool:
    """Whether it was, or it was said whose the case is."""
    event = turn.event
    if event.place:
        return False
    done = turn.person.staff and carried_out(event.text)
    if done and not _looks_for(event.text) and await by_carer(turn):
        return True
    if did(event.text) and await _of_theirs(turn):
        return True
    if event.media:
        return False  # what a rider shows may be something new
    if await own_found.told(turn, reading):
        return True
    return await own_fixed.told(turn, reading)


def _looks_for(said: str) -> bool:
    """查一下昨天办好的: it shall be shown. 查一下，修好了 tells."""
    hit = anywhere("words-look-for").match(plain(said))
    return hit is not None and not SIGN.search(plain(said)[hit.end() :])


async def of_this(turn: Turn, case: Case) -> bool:
    """Whether they tell so of this case, which they may call done."""
    said = turn.event.text
    done = turn.person.staff and (carried_out(said) or did(said))
    if not done:
        return False
    if await refusal_for(turn.scene, case, "resolve") is not None:
        return False
    await ask(turn, (case,), "resolve")
    return True


async def by_carer(turn: Turn) -> bool:
    """What they carry, or were just told of, that the words tell of; of words that tell of
    nothing, all of it. Where it is not theirs to say so, the words may be kept with it.
    """
    await _known(turn)
    if await colleagues.said_of(turn):
        return True
    last = await told_last(turn)
    able = await _able(turn, last)
    found = meant(turn, able)
    if found:
        await ask(turn, found, "resolve")
        return True
    if names_something(turn):
        return await colleagues.one_of_theirs(turn)
    return await _unnamed(turn, able, last)


async def _of_theirs(turn: Turn) -> bool:
    """Whether they, or a colleague, carry what the words tell of: 垃圾清了."""
    able = await _able(turn, await told_last(turn)) if turn.person.staff else []
    found = tuple(
        one
        for one in meant(turn, able)
        if not colleagues.names_another_place(turn, one)
    )
    if found:
        await ask(turn, found, "resolve")
        return True
    return turn.person.staff and await colleagues.one_there(turn)


async def _unnamed(
    turn: Turn,
    able: Sequence[Case],
    last: Case | None,
) -> bool:
    """Whether words that name nothing are of what was opened, of all that they may call done, or
    of what they were told of last; else of an emergency near them, from which alone somebody is
    saved.
    """
    seen = opened(await turn.unit.offers.last(turn.private))
    found = tuple(one for one in able if one.id == seen) or tuple(able)
    nothing = not (found or last)
    danger = await _in_danger(turn, able, last) if nothing or saved(turn) else ()
    if danger:
        await _of_emergencies(turn, danger)
    elif found:
        await ask(turn, found, "resolve")
    elif last is not None:
        await in_hand.ask(turn, (last,))
    return bool(danger or found or last)


async def _in_danger(
    turn: Turn, able: Sequence[Case], last: Case | None
) -> tuple[Case, ...]:
    """The emergency that they were told of last; else their own, else those near them."""
    near = await colleagues.emergencies(turn)
    own = tuple(one for one in able if one.urgency is Urgency.URGENT)
    return (last,) if last is not None and last in near else own or near


async def _of_emergencies(turn: Turn, cases: tuple[Case, ...]) -> None:
    """Who may end it is asked whether it is over; else the words may be kept there."""
    for one in cases:
        if await refusal_for(turn.scene, one, "resolve") is not None:
            return await in_hand.ask(turn, cases)
    await ask(turn, cases, "resolve")


async def _known(turn: Turn) -> None:
    """Raises Refused where the words begin with a number that nothing has: they are for no other
    case.
    """
    named = leading(turn.event.text.strip()).numbers
    for number in named:
        if not await seen_as(turn, number):
            await find(turn, number)


async def _able(turn: Turn, last: Case | None) -> list[Case]:
    """The cases that they may call done."""
    carried = await in_charge(turn)
    known = {one.id: one for one in (*carried, *filter(None, (last,)))}
    return [
        one
        for one in known.values()
        if await refusal_for(turn.scene, one, "resolve") is None
    ]
