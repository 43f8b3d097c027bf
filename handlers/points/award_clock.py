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
from handlers.points.awarding import TIMER
from handlers.points.gifts import Gift, gift_of

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
    gift = await _waiting(scene, number)
    if gift is None:
        return
    soonest = unit.now + AT_LEAST
    unit.timers.set(ENDS, number, max(gift.until, soonest))
    await award_telling.ask(scene, gift, "award-ask-again")


async def end(
    scene: Scene,
    number: int,
    at: datetime,
) -> None:
    """It stays an honour: it counts for the tier, and can never be spent."""
    scene.unit.timers.set(ENDS, number, None)
    gift = await _waiting(scene, number)
    if gift is None:
        return
    made = by_hand.unconfirmed(gift.booked)
    if await scene.unit.points.book(made) is not Outcome.BOOKED:
        return
    award_telling.audit(scene, gift, "award-ended")
    await award_telling.to_holder(scene, gift, "award-honour")
    await award_telling.settled(scene, gift, "award-ended")


async def _waiting(scene: Scene, number: int) -> Gift | None:
    """The gift, if it still waits. Without a bank its time runs on: nobody could confirm it."""
    rates = scene.setup.points or Rates()
    gift = await gift_of(scene, number, rates)
    if gift is None or await scene.unit.points_by_hand.settled([gift.booked]):
        return None
    return gift
