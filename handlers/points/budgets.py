"""An area's points of a year: put into its bank at the first payment, and again when the office
changes the figure.
"""

from __future__ import annotations

from domain.points.ledger import ISSUED, OPEN_BANK, Transfer, Why, bank, moved
from domain.points.rates import Rates, budget_area
from handlers.dialog.scene import Scene


async def funded(scene: Scene, area: str, rates: Rates) -> str:
    """The account that pays in this area, with this year's budget in it as it is set now."""
    payer = budget_area(scene.unit.directory.path(area), rates)
    if not payer:
        return OPEN_BANK
    year = scene.unit.now.astimezone(scene.setup.zone).year
    await _fill(scene, bank(payer, year), rates.budgets[payer])
    return bank(payer, year)


async def _fill(scene: Scene, account: str, wanted: int) -> None:
    """Adds what a raised budget has more, and takes back what a lower one has less and nobody was
    paid yet. The key counts the changes, so that of two at once one is booked.
    """
    points = scene.unit.points
    times, filled = await points.filled(account)
    more = wanted - filled
    if more < 0:
        more = max(more, -await points.balance(account))
    if more:
        key = f"budget:{account.partition(':')[2]}"
        key = f"{key}:{times + 1}" if times else key
        entries = moved(ISSUED, account, more)
        await points.book(Transfer(key, Why.BUDGET, entries))
