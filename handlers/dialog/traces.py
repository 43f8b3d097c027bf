"""What somebody has had of a day's share, by any of their doors, before they left and came back."""

from __future__ import annotations

from collections.abc import Mapping

from domain.messages import Address
from domain.traces import MOST, trace
from handlers.dialog.setup import Setup
from storage.unit import Unit

CHANNEL = "left"
"""Under which traces stand among what was seen; a week later they are gone."""


async def had(unit: Unit, setup: Setup, person_id: int, what: str) -> int:
    """How many of it they had as who they were before; 0 for who never left."""
    found = 0
    for address in await unit.people.addresses(person_id):
        found = max(found, await _of(unit, setup, address, what))
    return found


async def _of(unit: Unit, setup: Setup, address: Address, what: str) -> int:
    for number in range(1, MOST + 1):
        mark = trace(setup.key, address, what, number)
        if not await unit.arrivals.known(CHANNEL, mark):
            return number - 1
    return MOST


async def leave(
    unit: Unit,
    setup: Setup,
    person_id: int,
    shares: Mapping[str, int],
) -> None:
    """Before somebody is forgotten: so many they have had of each, beside what they had before."""
    addresses = await unit.people.addresses(person_id)
    for what, many in shares.items():
        before = await had(unit, setup, person_id, what)
        for address in addresses:
            for number in range(1, min(before + many, MOST) + 1):
                mark = trace(setup.key, address, what, number)
                await unit.arrivals.once(CHANNEL, mark)
