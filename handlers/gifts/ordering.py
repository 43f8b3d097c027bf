"""A gift is ordered, shown with the six figures that fetch it, or given up again."""

from __future__ import annotations

from domain.gifts.gift import Gift
from domain.gifts.order import Order, OrderState, next_moment, release, shown
from domain.points.ledger import rider
from domain.start_codes import Begins
from handlers.casework import phrases
from handlers.dialog.scene import Scene
from handlers.dialog.turn import Refused, Turn, whole
from handlers.gifts.found import switched_on
from handlers.points.telling import with_repaid
from handlers.texts.sentences import Safe
from storage.gifts.orders import Ordered

TIMER = "gift"


async def take(turn: Turn, value: str) -> None:
    """`CODE:POINTS`: at the price that was read, and at no other."""
    switched_on(turn)
    code, _, price = value.rpartition(":")
    gift = await turn.unit.gifts.get(code)
    if gift is None or code not in turn.unit.directory.gifts:
        raise Refused("refuse-gift-gone")
    if whole(price) != gift.points:
        raise Refused(
            "refuse-gift-price",
            name=gift.name,
            points=gift.points,
        )
    until = turn.unit.now + turn.setup.gifts.keeps
    orders, me = turn.unit.gift_orders, turn.person.id
    done, order = await orders.order(
        gift,
        me,
        until,
    )
    if done is Ordered.DRY:
        missing = gift.points - await turn.unit.points.balance(rider(me))
        raise Refused("refuse-gift-dry", missing=missing)
    if done is not Ordered.DONE:
        raise Refused(f"refuse-gift-{done.value}", name=gift.name)
    plan(turn.scene, order)
    turn.toast()
    _show(turn, gift, order)


def plan(scene: Scene, order: Order) -> None:
    """Sets its next moment."""
    at = next_moment(order, scene.setup.gifts)
    scene.unit.timers.set(
        TIMER,
        order.id,
        at,
    )


async def own(turn: Turn, number: str) -> tuple[Gift, Order]:
    """Their own order of this number, still open. Raises Refused."""
    order = await turn.unit.gift_orders.get(whole(number) or 0)
    if order is None or order.person_id != turn.person.id:
        raise Refused("refuse-old-button")
    gift = await turn.unit.gifts.get(order.gift)
    if order.state is not OrderState.OPEN or gift is None:
        raise Refused(f"refuse-gift-{order.state.value}")
    return gift, order


async def show(turn: Turn, number: str) -> None:
    """The figures once more."""
    gift, order = await own(turn, number)
    turn.toast()
    _show(turn, gift, order)


def _show(
    turn: Turn,
    gift: Gift,
    order: Order,
) -> None:
    """To be shown to whoever hands it over: a code to scan, and the figures to read out."""
    link = turn.setup.link(turn.event.channel, Begins.GIFT + order.code)
    day = phrases.day(
        turn.language,
        order.until,
        turn.setup,
    )
    about = {"name": gift.name, "code": shown(order.code), "day": day}
    lines = [
        turn.say(
            "gift-order",
            points=order.points,
            **about,
        )
    ]
    if gift.place:
        lines.append(turn.say("gift-place", place=gift.place))
    drawn = turn.unit.media.draw({"draw": "code", "words": link})
    back = turn.choice("button-gift-cancel", f"gift:cancel:{order.id}")
    turn.reply(
        Safe("\n".join(lines)),
        [[back]],
        photos=(drawn,),
    )


async def cancel(turn: Turn, number: str) -> None:
    """They do not want it any more: all goes back."""
    gift, order = await own(turn, number)
    cancelled, me = OrderState.CANCELLED, turn.person.id
    if not await turn.unit.gift_orders.give_up(
        order,
        cancelled,
        me,
    ):
        raise Refused("refuse-gift-cancelled")
    turn.unit.timers.set(
        TIMER,
        order.id,
        None,
    )
    turn.toast()
    done = turn.say(
        "done-gift-cancelled",
        name=gift.name,
        points=order.points,
    )
    back = release(order, me)
    done = await with_repaid(turn.scene, turn.language, done, back)
    turn.reply(done, edit=True)
