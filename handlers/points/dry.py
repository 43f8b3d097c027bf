"""An area's points of the year are all given out: its admins hear it once, as they can mend it."""

from __future__ import annotations

from domain.points.ledger import Outcome, Transfer, Why, bank
from domain.points.rates import Rates, budget_area
from handlers.casework import phrases
from handlers.casework.letters.sending import send
from handlers.casework.reach import admins_of
from handlers.dialog.scene import Scene
from handlers.points.budgets import keys_of
from handlers.texts.sentences import say


async def told(scene: Scene, area: str, rates: Rates) -> None:
    """Once for each size that the budget has had: a line of the ledger that pays nothing."""
    unit = scene.unit
    payer = budget_area(unit.directory.path(area), rates)
    account = bank(payer, unit.now.astimezone(scene.setup.zone).year)
    times, _ = await unit.points.filled(account, keys_of(account))
    line = Transfer(f"dry:{account}:{times}", Why.BUDGET, refused="dry")
    if not payer or await unit.points.book(line) is not Outcome.BOOKED:
        return
    for person in admins_of(unit, payer):
        language = scene.language_of(person)
        name = phrases.area(unit, payer, language)
        about = {"area": name, "code": payer, "budget": rates.budgets[payer]}
        await send(scene, person, say(language, "admin-points-dry", **about))
