"""An area's points of a year: put into its bank at the first payment, and again when the office
changes the figure.
"""

from __future__ import annotations

from domain.points.ledger import ISSUED, OPEN_BANK, Transfer, Why, bank, moved
from domain.points.rates import Rates, budget_area
from handlers.dialog.scene import Scene

MOST_CHANGES = 50
"""Of one budget in one year (ours)."""


async def funded(
    scene: Scene,
    area: str,
    rates: Rates,
) -> str:
    """The account that pays in this area, with this year's budget in it as it is set now."""
    payer = budget_area(scene.unit.directory.path(area), rates)
    if not payer:
        return OPEN_BANK
    year = scene.unit.now.astimezone(scene.setup.zone).year
    await _fill(scene, bank(payer, year), rates.budgets[payer])
    return bank(payer, year)


async def _fill(
    scene: Scene,
    account: str,
    wanted: int,
) -> None:
    """Adds what a raised budget has more, and takes back what a lower one has less and nobody was
    paid yet. The key counts the changes, so that of two at once one is booked.
    """
    points, keys = scene.unit.points, keys_of(account)
    times, filled = await points.filled(account, keys)
    more = wanted - filled
    if more < 0:
        more = max(more, -await points.balance(account))
    if more and times < len(keys):
        entries = moved(ISSUED, account, more)
        await points.book(
            Transfer(
                keys[times],
                Why.BUDGET,
                entries,
            )
        )


def keys_of(account: str) -> list[str]:
    """Of the year's budget and of its changes, in their order."""
    first = f"budget:{account.partition(':')[2]}"
    return [first, *(f"{first}:{number}" for number in range(2, MOST_CHANGES + 2))]
