"""Somebody leaves: nothing of who they were stays. Their cases stay, without them."""

from __future__ import annotations

from dataclasses import replace

from domain.messages import Address
from handlers.points.ends import GONE, LOOKED
from storage.unit import Unit


async def forget(
    unit: Unit,
    person_id: int,
    here: Address | None = None,
) -> None:
    """Takes a person out of every store. They are told so `here`: where that is a page it stays
    open.
    """
    addresses = await unit.people.addresses(person_id)
    for address in addresses:
        await _forget_chat(unit, address)
    await unit.logins.forget([one for one in addresses if one != here])
    await unit.quotas.drop(addresses)
    await unit.card_codes.drop(addresses)
    await unit.open_ids.forget(addresses)
    await unit.arrivals.forget(addresses)
    await unit.door_codes.forget(person_id)
    await unit.people.forget(person_id)
    await unit.staff.forget(person_id)
    for kind in ("digest", LOOKED, GONE):
        unit.timers.set(kind, person_id, None)
    await unit.cases.forget_filer(person_id)
    await _follow_no_more(unit, person_id)
    await unit.duty.forget(person_id)
    await unit.places.forget(person_id)
    await unit.stations.forget(person_id)
    await unit.coupons.forget(person_id)
    await unit.merchant_keepers.forget(person_id)
    await unit.gift_orders.forget(person_id)
    await unit.points_leaving.close(person_id)
    await unit.members_leaving.forget(person_id)
    await unit.errands.forget(person_id)
    unit.timers.set("member_silent", person_id, None)


async def _forget_chat(unit: Unit, chat: Address) -> None:
    """What was said there: their words stay in their cases alone."""
    for draft in await unit.forms.of(chat):
        await unit.forms.drop(draft)
        unit.timers.set("draft", draft.id, None)
    await unit.offers.forget(chat)
    await unit.outbox.forget(chat)
    await unit.sent_messages.forget(chat)
    await unit.media.forget(chat)
    if chat.channel == "web":
        await unit.web.forget(chat.chat)


async def _follow_no_more(unit: Unit, person_id: int) -> None:
    """The cases that they followed have one follower less."""
    for case_id in await unit.followers.followed_by(person_id):
        case = await unit.cases.get(case_id)
        if case is not None:
            unit.cases.change(
                replace(
                    case,
                    joined=max(case.joined - 1, 0),
                )
            )
    await unit.followers.forget(person_id)
