"""A merchant's chat is tied to the shop by an invitation: once, for a week, as long as whoever made
it looks after the shop.
"""

from __future__ import annotations

from domain.coupons.offer import Merchant
from domain.start_codes import Begins
from handlers.casework import phrases
from handlers.casework.rearranging.hand_over import adopt, rehome
from handlers.coupons.found import cares
from handlers.coupons.shop import of_shop, show
from handlers.dialog.turn import Refused, Turn
from handlers.texts.sentences import Safe
from storage.unit import Unit


async def invite(turn: Turn, code: str) -> None:
    """A link for the shop, made by staff who look after it."""
    merchant = await _cared(turn, code)
    token = await turn.unit.merchant_keepers.invite(code, turn.person.id)
    _audit(turn, "shop-invite", merchant)
    turn.toast()
    start, channel = Begins.SHOP + token, turn.event.channel
    link = turn.setup.link(channel, start)
    text = [
        turn.say(
            "shop-link",
            name=merchant.name,
            link=link,
        )
    ]
    if turn.setup.said_elsewhere(channel):
        text.append(turn.say("invite-words", words=f"/start {start}"))
    turn.reply(Safe("\n".join(text)))


async def untie(turn: Turn, code: str) -> None:
    """Nobody's chat is this shop's any more."""
    merchant = await _cared(turn, code)
    await turn.unit.merchant_keepers.untie(code)
    await adopt(turn.scene)  # what only they could have had
    _audit(turn, "shop-untie", merchant)
    turn.toast("done-shop-untied")
    await show(turn, merchant, edit=True)


async def _cared(turn: Turn, code: str) -> Merchant:
    """Raises Refused for whoever does not look after it, its own merchant too."""
    merchant = await of_shop(turn, code)
    if not cares(
        turn.unit.directory,
        turn.person,
        merchant,
    ):
        raise Refused("refuse-old-button")
    return merchant


async def accept(turn: Turn, token: str) -> None:
    """Ties this person's chats. Staff are asked first: they may have opened the link to look, and
    what is confidential there is not for them any more.
    """
    if not turn.person.staff:
        return await tie(turn, token)
    merchant = await offered(turn.unit, token)
    if merchant is None:
        return turn.reply(turn.say("shop-link-gone"))
    text = turn.say(
        "ask-shop-tie",
        roles=_roles(turn),
        name=merchant.name,
    )
    press = turn.choice("button-shop-tie", f"shop:tie:{token}")
    turn.reply(text, [[press]])


async def tie(turn: Turn, token: str) -> None:
    """If the invitation still counts and nobody was faster. Confidential cases from around the shop
    that they carried find somebody else.
    """
    merchant = await offered(turn.unit, token)
    keepers, me = turn.unit.merchant_keepers, turn.person.id
    if merchant is None or not await keepers.redeem(
        token,
        merchant.code,
        me,
    ):
        return turn.reply(turn.say("shop-link-gone"), edit=True)
    _audit(turn, "shop-tied", merchant)
    turn.toast()
    turn.reply(turn.say("shop-tied", name=merchant.name), edit=True)
    if turn.person.staff:
        await turn.unit.directory_now()
        await rehome(turn.scene, turn.unit.directory.staff[me])
    await show(turn, merchant)


def _roles(turn: Turn) -> str:
    """What they are, and where."""
    named = []
    for grant in turn.person.grants:
        role = turn.label(f"role-{grant.role}")
        if grant.post:
            role = turn.setup.post(grant.post, turn.language)
        area = phrases.area(turn.unit, grant.area, turn.language)
        named.append(turn.label("role-where", role=role, area=area))
    return turn.label("names-and").join(named)


async def offered(unit: Unit, token: str) -> Merchant | None:
    """The shop; None where whoever made the invitation may not give it any more."""
    found = await unit.merchant_keepers.invitation(token)
    merchant = await unit.merchant_offers.merchant(found[0]) if found else None
    if found is None or merchant is None:
        return None
    # they may have lost the role in this very transaction
    await unit.directory_now()
    maker = unit.directory.staff.get(found[1])
    good = maker is not None and cares(
        unit.directory,
        maker,
        merchant,
    )
    return merchant if good else None


def _audit(
    turn: Turn,
    act: str,
    merchant: Merchant,
) -> None:
    about = {"merchant": merchant.name, "area": merchant.area}
    turn.unit.history.audit(
        turn.person.id,
        act,
        **about,
    )
