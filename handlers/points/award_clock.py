"""Points by hand that nobody has confirmed: asked about once more, then an honour for good.

Two timers: the second is set by the first alone, so that nothing ends without a notice before.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.points import by_hand
from domain.points.ledger import Outcome
from domain.points.rates import Rates
from handlers.dialog.scene import Scene
from handlers.points import award_telling
from handlers.points.admin_cards import AGAIN
from handlers.points.awarding import TIMER
from handlers.points.awards import Award, award_of

ENDS = "award_ends"
AT_LEAST = timedelta(days=1)
"""Between the notice and the end, however late the clock came to the notice (ours)."""


async def remind(
    scene: Scene,
    number: int,
    at: datetime,
) -> None:
    """Those who may confirm it are asked again."""
    unit = scene.unit
    unit.timers.set(TIMER, number, None)
    award = await _waiting(scene, number)
    if award is None:
        return
    soonest = unit.now + AT_LEAST
    unit.timers.set(ENDS, number, max(award.until, soonest))
    await award_telling.ask(scene, award, "award-ask-again", AGAIN)


async def end(
    scene: Scene,
    number: int,
    at: datetime,
) -> None:
    """It stays an honour: it counts for the tier, and can never be spent."""
    scene.unit.timers.set(ENDS, number, None)
    award = await _waiting(scene, number)
    if award is None:
        return
    made = by_hand.unconfirmed(award.booked)
    if await scene.unit.points.book(made) is not Outcome.BOOKED:
        return
    award_telling.audit(scene, award, "award-ended")
    await award_telling.to_holder(scene, award, "award-honour")
    await award_telling.settled(scene, award, "award-ended")


async def _waiting(scene: Scene, number: int) -> Award | None:
    """The award, if it still waits. Without a bank its time runs on: nobody could confirm it."""
    rates = scene.setup.points or Rates()
    award = await award_of(scene, number, rates)
    if award is None or await scene.unit.points_by_hand.settled([award.booked]):
        return None
    return award
