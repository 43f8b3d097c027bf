"""Doing something to a case: may they, can it, then row, history, and everybody who should hear."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from domain import changes as differences
from domain import phases
from domain.acts import Act
from domain.case import Case
from domain.merged import still_owed
from domain.moves import move
from handlers.casework.deadlines import policy_and_calendar
from handlers.casework.happened import NO_CHANGES, NOTHING, Given, Happened
from handlers.casework.listeners import LISTENERS
from handlers.casework.merged_in import merged_in
from handlers.casework.permission import refusal_for
from handlers.casework.spoken_of import said
from handlers.dialog.scene import CLOCK, Scene

NOBODY_HUSHED: frozenset[str] = frozenset()


async def perform(
    scene: Scene,
    case: Case,
    act: Act,
    given: Given = NOTHING,
    changes: Mapping[str, Any] = NO_CHANGES,
    hush: frozenset[str] = NOBODY_HUSHED,
) -> Happened:
    """Does `act`, with these fields of the case changed. Raises Refused where that is not possible.

    Whoever listens hears of it in the order of their table; what follows from it is done by the
    clock. The case that comes back is as it is after all that.
    """
    refused = await refusal_for(scene, case, act)
    if refused is not None:
        raise refused
    given = said(scene, case, act, given)
    happened = await _write(scene, case, act, given, changes, hush)
    for listener in (*LISTENERS, *scene.setup.listeners):
        for order in await listener(scene, happened):
            clock = replace(scene, actor=CLOCK)
            done = await perform(
                clock, order.case, order.act, NOTHING, order.changes, order.hush
            )
            if done.case.id == case.id:
                happened = replace(happened, case=done.case)
    return happened


async def _write(
    scene: Scene,
    before: Case,
    act: Act,
    given: Given,
    changes: Mapping[str, Any],
    hush: frozenset[str],
) -> Happened:
    """The rows: the case as it is now, a line of its history, and to whom its media belong."""
    unit = scene.unit
    case = replace(before, **changes)
    policy, calendar = policy_and_calendar(scene, case)
    state = move(before.state, act)
    case = phases.after(case, act, state, unit.now, policy, calendar)
    if case.category != before.category:
        case = still_owed(case, await merged_in(unit, case), before)
    case = replace(case, touched_at=unit.now)
    unit.cases.change(case)
    told = differences.difference(before, case)
    who, channel = scene.actor.id, scene.actor.channel
    line = unit.history.add(case, act, who, channel, given.words, **told)
    unit.media.give_to(given.media, case.id, line)
    return Happened(act, before, case, line, given, hush)
