"""Points wait while a case is solved, are booked when its loop closes, and go back when it opens
again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from domain.case import Case
from domain.points.ledger import (
    Outcome,
    Transfer,
    Why,
    back,
    moved,
    rider,
)
from handlers.dialog.scene import Scene
from handlers.points import claims, ends, telling
from handlers.points.budgets import funded
from storage.points.points import TIMER
from storage.points.rows import Booked

FOR_THE_CASE = (Why.SOLVED, Why.ME_TOO)
"""What goes back when a case opens again; what was given by hand was for what somebody did."""


async def wait(scene: Scene, case: Case, tells: bool) -> None:
    """From now on the points wait; the filer hears it where there will be any, unless the
    letter about the act says so itself.
    """
    rates = scene.setup.points
    if rates is None:
        return
    until = scene.unit.now + rates.wait
    scene.unit.timers.set(TIMER, case.id, until)
    filer = case.filer_id
    if not tells or filer is None:
        return
    if await claims.refused(scene, case, filer, Why.SOLVED):
        return
    await telling.waits(scene, case, filer, rates.solved)


async def book(scene: Scene, case: Case) -> None:
    """Pays whoever is to be paid for it; who is not gets a line that says why."""
    scene.unit.timers.set(TIMER, case.id, None)
    before = await scene.unit.points.of_case(case.id)
    standing = {one.key for one in _standing(before)}
    for person, why in (await claims.due(scene, case)).items():
        key = claims.key_of(case, person, why, before)
        somebody = await scene.unit.people.get(person)
        if somebody is not None and key not in standing:
            await _pay(scene, case, person, why, key)


async def take_back(scene: Scene, case: Case) -> None:
    """It is open again: what was paid for it goes back by counter-transfers."""
    scene.unit.timers.set(TIMER, case.id, None)
    for paid in _standing(await scene.unit.points.of_case(case.id)):
        if paid.why not in FOR_THE_CASE or not paid.entries:
            continue
        done = await scene.unit.points.book(back(paid, scene.actor.id))
        if done is Outcome.BOOKED:
            await telling.taken_back(scene, case, paid)


def _standing(found: Iterable[Booked]) -> list[Transfer]:
    """What was not taken back, without what takes back."""
    all_ = [one.transfer for one in found]
    undone = {one.reverses for one in all_}
    return [one for one in all_ if not one.reverses and one.key not in undone]


async def _pay(scene: Scene, case: Case, person: int, why: Why, key: str) -> None:
    rates = scene.setup.points
    if rates is None:
        return
    refused = await claims.refused(scene, case, person, why)
    amount = rates.solved if why is Why.SOLVED else rates.me_too
    by, points = scene.actor.id, scene.unit.points
    nothing = Transfer(key, why, {}, person, case.id, by, refused=refused)
    if refused:
        done = await points.book(nothing)
        if done is Outcome.BOOKED and why is Why.SOLVED:
            await _tell(scene, case, nothing)
        return
    source = await funded(scene, case.area, rates)
    paid = replace(nothing, entries=moved(source, rider(person), amount))
    done = await points.book(paid)
    if done is Outcome.BOOKED:
        ends.plan(scene, person)
        await _tell(scene, case, paid)
    elif done is Outcome.DRY:
        dry = replace(nothing, refused="dry")
        await points.book(dry)
        await _tell(scene, case, dry)


async def _tell(scene: Scene, case: Case, line: Transfer) -> None:
    """Whoever says themselves that it is solved reads it in the answer to that."""
    if scene.actor.id == line.person_id:
        return
    say = telling.refused if line.refused else telling.booked
    await say(scene, case, line)
