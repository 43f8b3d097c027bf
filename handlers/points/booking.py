"""Points wait while a case is solved, are booked when its loop closes, and go back when it opens
again.
"""

from __future__ import annotations

from dataclasses import replace

from domain.case import Case
from domain.points.ledger import (
    Outcome,
    Transfer,
    Why,
    back,
    moved,
    of_holder,
    rider,
)
from handlers.dialog.scene import Scene
from handlers.points import claims, ends, telling
from handlers.points.budgets import funded
from handlers.points.dry import told as told_dry
from storage.points.of_cases import TIMER

FOR_THE_CASE = (Why.SOLVED, Why.ME_TOO, Why.WISH)
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
    if await claims.will_pay(scene, case, filer):
        await telling.waits(scene, case, filer, rates.solved)


async def book(scene: Scene, case: Case) -> None:
    """Pays whoever is to be paid for it; who is not gets a line that says why."""
    scene.unit.timers.set(TIMER, case.id, None)
    before = await scene.unit.points.of_case(case.id)
    standing = {one.key for one in claims.standing(before)}
    for person, why in (await claims.due(scene, case)).items():
        key = claims.key_of(case, person, why, before)
        somebody = await scene.unit.people.get(person)
        if somebody is not None and key not in standing:
            await _pay(scene, case, person, why, key)


async def take_back(scene: Scene, case: Case) -> None:
    """It is open again: what was paid for it goes back by counter-transfers, and what did not pay
    is looked at anew.
    """
    scene.unit.timers.set(TIMER, case.id, None)
    for paid in claims.standing(await scene.unit.points.of_case(case.id)):
        if paid.why not in FOR_THE_CASE:
            continue
        if paid.entries:
            await _goes_back(scene, case, paid)
        else:
            anew = replace(back(paid, scene.actor.id), person_id=None)
            await scene.unit.points.book(anew)


async def _goes_back(scene: Scene, case: Case, paid: Transfer) -> None:
    """From whoever has their points now. Who has left has none, and owes none."""
    unit = scene.unit
    holder = await unit.points_by_hand.holder(paid.person_id or 0)
    if await unit.people.get(holder) is None:
        return
    made = of_holder(back(paid, scene.actor.id), holder)
    if await unit.points.take_back(made) is Outcome.BOOKED:
        await telling.taken_back(scene, case, made, paid)


async def _pay(
    scene: Scene,
    case: Case,
    person: int,
    why: Why,
    key: str,
) -> None:
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
        await told_dry(scene, case.area, rates)


async def _tell(scene: Scene, case: Case, line: Transfer) -> None:
    """Whoever says themselves that it is solved reads it in the answer to that."""
    if scene.actor.id == line.person_id:
        return
    say = telling.refused if line.refused else telling.booked
    await say(scene, case, line)
