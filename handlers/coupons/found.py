"""Where this room is open, how an offer stands today, and whose a shop is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.coupons.offer import Cannot, Merchant, Offer, cannot
from domain.people import Person
from domain.stations.standing import Standing, standing
from handlers.dialog.scene import Scene
from handlers.dialog.setup import Setup
from handlers.dialog.turn import Refused, Turn
from storage.memory.directory import Directory
from storage.unit import Unit


@dataclass(frozen=True, slots=True)
class Found:
    """An offer with whose it is."""

    offer: Offer
    merchant: Merchant


def is_on(directory: Directory, setup: Setup) -> bool:
    """Where merchants are loaded, and the house has the key that makes the codes."""
    return bool(directory.merchants) and bool(setup.key)


def switched_on(turn: Turn) -> None:
    """Raises Refused where there are no coupons."""
    if not is_on(turn.unit.directory, turn.setup):
        raise Refused("coupons-off")


async def find(unit: Unit, code: str) -> Found | None:
    """The offer of this code, also one that is offered no more."""
    offer = await unit.merchant_offers.get(code)
    merchant = await unit.merchant_offers.merchant(offer.merchant) if offer else None
    return Found(offer, merchant) if offer and merchant else None


async def of_code(turn: Turn, code: str) -> Found:
    """Raises Refused for one that is not there any more."""
    found = await find(turn.unit, code)
    if found is None or found.merchant.code not in turn.unit.directory.merchants:
        raise Refused("refuse-coupon-over")
    return found


def today(scene: Scene | Turn) -> date:
    """The local day."""
    return scene.unit.now.astimezone(scene.setup.zone).date()


def stands(turn: Turn, offer: Offer) -> Standing:
    """By its hours; without any it always holds."""
    special = turn.setup.special_days() if offer.hours else None
    if special is None:
        return Standing(None)
    return standing(
        offer.hours,
        turn.unit.now,
        turn.setup.zone,
        special,
    )


def why_not(turn: Turn, offer: Offer) -> Cannot:
    return cannot(
        offer,
        stands(turn, offer),
        today(turn),
    )


def cares(
    directory: Directory,
    person: Person,
    merchant: Merchant,
) -> bool:
    """Whether they are staff who look after the area where the shop is."""
    path = set(directory.path(merchant.area))
    own = [grant.area for grant in person.grants if not grant.post]
    return any(not path or area in path for area in own)


async def keeps(turn: Turn, merchant: Merchant) -> bool:
    """Whether the shop is theirs, or they look after it."""
    if cares(
        turn.unit.directory,
        turn.person,
        merchant,
    ):
        return True
    return merchant.code in await turn.unit.merchant_keepers.kept_by(turn.person.id)
