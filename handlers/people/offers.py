"""What a link offers, in words, for a page that asks before anything is taken."""

from __future__ import annotations

from dataclasses import dataclass

from domain.start_codes import Begins, apart
from handlers.casework import phrases
from handlers.coupons.inviting import offered as merchant
from handlers.dialog.setup import Setup
from handlers.people.invitations import offered
from handlers.texts.sentences import label
from storage.unit import Unit


@dataclass(frozen=True, slots=True)
class Offer:
    """An invitation as it is read: as what, and where; `area` may be a shop."""

    role: str
    area: str


async def offer(
    unit: Unit,
    setup: Setup,
    code: str,
    language: str,
) -> Offer | None:
    """What is to be taken or left behind this start code; None where there is nothing to decide.

    Nothing is used up.
    """
    begins, token = apart(code)
    if begins is Begins.SHOP:
        shop = await merchant(unit, token)
        return Offer(label(language, "shop-role"), shop.name) if shop else None
    if begins is not Begins.INVITATION:
        return None
    grant = await offered(unit, token)
    if grant is None:
        return None
    role = label(language, f"role-{grant.role}")
    if grant.post:
        role = setup.post(grant.post, language)
    return Offer(
        role,
        phrases.area(unit, grant.area, language),
    )
