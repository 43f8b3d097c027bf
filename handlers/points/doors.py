"""Two doors turn out to be one person: what one gave or confirmed to the other goes back."""

from __future__ import annotations

from domain.people import Person
from domain.points import by_hand
from domain.points.ledger import Outcome, Transfer, Why
from domain.points.rates import Rates
from handlers.dialog.scene import Scene
from handlers.points import award_telling, services
from handlers.points.awards import Award, read


async def found_out(
    scene: Scene,
    one: Person,
    other: Person,
) -> None:
    """Before their points are joined. What is spent already cannot go back; the log says it."""
    both = {one.id, other.id}
    await services.found_out(scene, both)
    for booked in await scene.unit.points_by_hand.given_to(both):
        award = await read(
            scene,
            booked,
            scene.setup.points or Rates(),
        )
        ending = await scene.unit.points_by_hand.ending(award.booked)
        if award.holder is None or not both & _hands(award, ending):
            continue
        undone = _undone(award, award.holder.id, ending)
        if undone is not None:
            done = await scene.unit.points.take_back(undone)
            taken = done is Outcome.BOOKED
            award_telling.audit(
                scene,
                award,
                "award-own" if taken else "award-spent",
            )


def _hands(award: Award, ending: Transfer | None) -> set[int | None]:
    """Who gave it, and who confirmed it."""
    confirmed = ending is not None and ending.why is Why.CONFIRMED
    return {award.booked.by, ending.by if ending and confirmed else None}


def _undone(
    award: Award,
    holder: int,
    ending: Transfer | None,
) -> Transfer | None:
    """None where it went back before."""
    if ending is None:
        return by_hand.refused(
            award.booked,
            holder,
            None,
            "",
        )
    if ending.why is Why.BACK:
        return None
    return by_hand.undone(award.booked, holder, ending)
