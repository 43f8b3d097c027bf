"""Service for others: booked once another person says that it was done, with its day's share."""

from __future__ import annotations

from dataclasses import replace

from domain.people import Person
from domain.points.ledger import Outcome, Transfer, back, moved, of_holder, rider
from domain.points.rates import Rates
from domain.points.service import BETWEEN_TWO, Known, Service, rate, refusal, worth
from handlers.dialog.scene import Scene
from handlers.matching.looking import cares
from handlers.points import ends, telling
from handlers.points.budgets import funded
from handlers.points.dry import told as told_dry

UNHEARD = ("own", "staff", "no-time")
"""Of these nobody hears: they know. They stand on the card."""


async def served(scene: Scene, service: Service) -> bool:
    """Whether it is said for the first time; then whoever did it hears what it brought."""
    rates = scene.setup.points
    person = await scene.unit.people.get(service.person_id)
    if rates is None or person is None or not rate(service.why, rates):
        return False
    line = await _line(scene, service, person, rates)
    done = await scene.unit.points.book(line)
    if done is Outcome.DRY:
        line = replace(line, entries={}, refused="dry")
        done = await scene.unit.points.book(line)
        await told_dry(scene, service.area, rates)
    if done is not Outcome.BOOKED:
        return False
    if line.entries:
        ends.plan(scene, person.id)
    if line.refused not in UNHEARD:
        await telling.served(scene, person, line)
    return True


async def _line(
    scene: Scene,
    service: Service,
    person: Person,
    rates: Rates,
) -> Transfer:
    """What is booked: points, or nothing and why."""
    unit, by = scene.unit, scene.actor.id
    known = Known(
        by,
        cares(unit, person, (service.area,)),
        await _again(scene, service, rates),
        await unit.services.had(person.id, service.day),
    )
    why = refusal(service, known)
    amount = worth(service, rates, known.had)
    line = Transfer(
        service.ledger_key,
        service.why,
        {},
        person.id,
        service.case_id,
        by,
        words=service.words,
    )
    if why or not amount:
        return replace(line, refused=why or "day")
    source = await funded(scene, service.area, rates)
    return replace(line, entries=moved(source, rider(person.id), amount))


async def _again(
    scene: Scene,
    service: Service,
    rates: Rates,
) -> bool:
    """Whether the same two had points of each other lately."""
    other = service.other_id
    if service.why not in BETWEEN_TWO or other is None:
        return False
    since = scene.unit.now - rates.again
    return await scene.unit.services.of_two(service.person_id, other, since)


async def found_out(scene: Scene, both: set[int]) -> None:
    """Two doors are one person: what one was paid on the other's word goes back."""
    unit = scene.unit
    for booked in await unit.services.among(both):
        paid = booked.transfer
        if paid.entries:
            holder = await unit.points_by_hand.holder(paid.person_id or 0)
            await unit.points.take_back(of_holder(back(paid, None), holder))
