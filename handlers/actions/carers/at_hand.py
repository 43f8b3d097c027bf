"""The one case that staff who say something are likely busy with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from domain.case import Case
from domain.kinds import Kind, Urgency
from domain.states import State
from handlers.actions.carers import colleagues, serials
from handlers.actions.carers.about_case import for_another_day, told_last
from handlers.actions.viewing.in_charge import in_charge
from handlers.casework.notices.receivers import CALLED_FOR, called_to
from handlers.dialog.turn import Turn
from handlers.filing.hearing import read_text

LATELY = timedelta(hours=1)
"""So long after they took a case what they say is likely about it (ours)."""

TODAY = timedelta(hours=24)
"""So long help may come to an emergency (ours)."""


async def emergency(turn: Turn) -> Case | None:
    """The one that they were called to, or took, and that goes on; of several the one that they
    took, or were told of last. Of what was never taken nobody says that it is tomorrow's work.
    """
    since, near = turn.unit.now - CALLED_FOR, await colleagues.near(turn)
    carried = await in_charge(turn)
    known = {one.id: one for one in (*near, *carried)}.values()
    found = [
        one
        for one in known
        if one.urgency is Urgency.URGENT
        and one.filed_at > since
        and one.filer_id != turn.person.id
        and _waits(turn, one)
        and (one in carried or turn.person in called_to(turn.scene, one))
    ]
    taken = [one for one in found if one in carried and one.accepted_at]
    if not taken and for_another_day(turn):
        return None
    last = await told_last(turn) if len(taken or found) > 1 else None
    return _single([one for one in found if last and one.id == last.id]) or _single(
        taken or found
    )


def _waits(turn: Turn, case: Case) -> bool:
    """Whether somebody may be in danger there: at an open manhole nobody waits for a word."""
    if case.kind is Kind.HELP:
        return True
    return read_text(turn, case.words).danger is not None


async def alone_in_hand(turn: Turn, case: Case) -> bool:
    """Whether they took no other one lately, of which they may speak."""
    return all(one.id == case.id for one in await _taken(turn))


async def emergencies_near(turn: Turn) -> tuple[Case, ...]:
    """Those of today in their areas, though they were not called; the one alone that they were
    told of last.
    """
    if for_another_day(turn):
        return ()
    since = turn.unit.now - TODAY
    found = await colleagues.emergencies(turn)
    found = tuple(one for one in found if one.filed_at > since)
    last = await told_last(turn)
    return tuple(one for one in found if last and one.id == last.id) or found


async def taken_lately(turn: Turn) -> Case | None:
    """The case that they were told of, opened or took just now, where it is one alone."""
    last = await told_last(turn)
    carried = await in_charge(turn)
    shown = serials.opened(await turn.unit.offers.last(turn.private))
    opened = [one for one in carried if one.id == shown]
    return last or _single(opened) or _single(await _taken(turn))


async def _taken(turn: Turn) -> list[Case]:
    since = turn.unit.now - LATELY
    return [
        one
        for one in await in_charge(turn)
        if one.state is State.IN_PROGRESS
        and one.accepted_at is not None
        and one.accepted_at > since
    ]


def _single(cases: Sequence[Case]) -> Case | None:
    return cases[0] if len(cases) == 1 else None
