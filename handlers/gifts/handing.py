"""A gift is handed over by somebody who keeps it, never by whoever ordered it: they type the six
figures or scan the code, look who it is, and press once.
"""

from __future__ import annotations

from datetime import timedelta

from domain.gifts.gift import Gift
from domain.gifts.order import Order, OrderState, read
from domain.people import Person
from domain.points.ledger import OPEN_BANK
from domain.points.rates import tier
from handlers.casework import phrases
from handlers.casework.letters.sending import send
from handlers.dialog.marks import too_often
from handlers.dialog.turn import Refused, Turn
from handlers.gifts.found import is_on, keeps
from handlers.gifts.ordering import TIMER
from handlers.points.budgets import funded
from handlers.texts.sentences import say

MOST_TRIES = 8
WITHIN = timedelta(minutes=10)
"""So many wrong figures may be typed within it (ours): one guess hits an order of a hundred open
ones once in ten thousand times.
"""


async def typed(turn: Turn, known: bool = False) -> bool:
    """Whether somebody of the staff typed six figures and nothing else, and was answered. With
    `known` only those of an order count: something else is being written.
    """
    code = read(turn.event.text) if turn.person.staff else None
    if code is None or not is_on(turn.unit.directory, turn.setup):
        return False
    if known and await turn.unit.gift_orders.by_code(code) is None:
        return False
    await look(turn, code)
    return True


async def handover(turn: Turn, said: str) -> None:
    """/handover FIGURES."""
    if read(said) is None:
        return turn.reply(turn.say("gift-handover-how"))
    await look(turn, said)


async def look(turn: Turn, said: str) -> None:
    """Whose order it is, with a press that hands it over."""
    gift, order = await _theirs(turn, said)
    if order.state is not OrderState.OPEN:
        return await _ended(turn, gift, order)
    person = await turn.unit.people.get(order.person_id)
    name = person.name if person else "-"
    about = {"name": gift.name, "who": name, "tier": await _tier(turn, order)}
    hand = f"gift:hand:{order.id}:{order.code}"
    turn.reply(
        turn.say("gift-look", **about), [[turn.choice("button-gift-hand", hand)]]
    )


async def _theirs(turn: Turn, said: str) -> tuple[Gift, Order]:
    """The order with these figures, for whoever may hand it over. Raises Refused, with the same
    words for what is not there and for what is not theirs.
    """
    code = read(said)
    order = await turn.unit.gift_orders.by_code(code) if code else None
    gift = await turn.unit.gifts.get(order.gift) if order else None
    if order is not None and order.person_id == turn.person.id:
        raise Refused("refuse-gift-own")
    known = gift and keeps(
        turn.unit.directory,
        turn.person,
        gift,
    )
    if order is None or gift is None or not known:
        if await too_often(
            turn.unit,
            turn.private,
            "gift",
            MOST_TRIES,
            WITHIN,
        ):
            raise Refused("refuse-gift-often")
        raise Refused("refuse-gift-unknown")
    return gift, order


async def _tier(turn: Turn, order: Order) -> str:
    rates, person = turn.setup.points, order.person_id
    if rates is None or person is None:
        return "-"
    earned = await turn.unit.points.earned(person)
    return turn.label(f"tier-{tier(earned, rates)}")


async def _ended(
    turn: Turn,
    gift: Gift,
    order: Order,
) -> None:
    """When it ended, how, and by whom."""
    by = await turn.unit.people.get(order.by)
    when = _when(turn, order)
    key = f"gift-ended-{order.state.value}"
    who = by.name if by else "-"
    turn.reply(
        turn.say(
            key,
            name=gift.name,
            when=when,
            who=who,
        )
    )


def _when(turn: Turn, order: Order) -> str:
    at = order.ended_at or order.until
    return phrases.when(
        turn.language,
        at,
        turn.unit.now,
        turn.setup,
    )


async def hand(turn: Turn, value: str) -> None:
    """`ORDER:FIGURES`: it is in their hands; both sides have it in writing."""
    number, _, code = value.partition(":")
    gift, order = await _theirs(turn, code)
    if str(order.id) != number:
        # somebody else has these figures by now
        raise Refused("refuse-old-button")
    bank = OPEN_BANK
    if turn.setup.points is not None:
        bank = await funded(
            turn.scene,
            gift.area,
            turn.setup.points,
        )
    me = turn.person.id
    if not await turn.unit.gift_orders.hand(
        order,
        bank,
        me,
    ):
        turn.toast()
        now = await turn.unit.gift_orders.get(order.id)
        return await _ended(turn, gift, now or order)
    turn.unit.timers.set(
        TIMER,
        order.id,
        None,
    )
    turn.unit.history.audit(
        me, "gift-handed", gift=gift.name, order=order.id, area=gift.area
    )
    turn.toast()
    person = await turn.unit.people.get(order.person_id)
    name = person.name if person else "-"
    turn.reply(
        turn.say(
            "done-gift-handed",
            name=gift.name,
            who=name,
        ),
        edit=True,
    )
    if person is not None:
        await _told(turn, gift, order, person)


async def _told(
    turn: Turn,
    gift: Gift,
    order: Order,
    person: Person,
) -> None:
    language = turn.scene.language_of(person)
    about = {"name": gift.name, "points": order.points, "who": turn.person.name}
    await send(
        turn.scene,
        person,
        say(language, "notice-gift-handed", **about),
    )
