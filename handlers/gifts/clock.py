"""An order that nobody fetches: one notice before its end, one after, and all of it goes back."""

from __future__ import annotations

from datetime import datetime

from domain.gifts.order import AT_LEAST, Order, OrderState, next_moment, release
from domain.messages import Choice
from handlers.casework import phrases
from handlers.casework.letters.sending import send
from handlers.dialog.scene import Scene
from handlers.gifts.ordering import TIMER
from handlers.points.telling import with_repaid
from handlers.texts.sentences import label, say


async def gift_due(
    scene: Scene,
    order_id: int,
    due_at: datetime,
) -> None:
    """One of its moments has come."""
    unit = scene.unit
    order = await unit.gift_orders.get(order_id)
    at = next_moment(order, scene.setup.gifts) if order else None
    if order is None or at is None or at > unit.now:
        return unit.timers.set(
            TIMER,
            order_id,
            at,
        )
    if order.noticed:
        return await _lapse(scene, order)
    until = max(order.until, unit.now + AT_LEAST)
    await unit.gift_orders.noticed(order, until)
    unit.timers.set(TIMER, order_id, until)
    await _tell(scene, order, "notice-gift-due", until)


async def _lapse(scene: Scene, order: Order) -> None:
    unit = scene.unit
    unit.timers.set(
        TIMER,
        order.id,
        None,
    )
    if await unit.gift_orders.give_up(
        order,
        OrderState.LAPSED,
        None,
    ):
        await _tell(
            scene,
            order,
            "notice-gift-lapsed",
            order.until,
        )


async def _tell(
    scene: Scene,
    order: Order,
    key: str,
    until: datetime,
) -> None:
    person = await scene.unit.people.get(order.person_id)
    gift = await scene.unit.gifts.get(order.gift)
    if person is None or gift is None:
        return
    language = scene.language_of(person)
    day = phrases.day(
        language,
        until,
        scene.setup,
    )
    about = {"name": gift.name, "points": order.points, "place": gift.place or "-"}
    data = f"gift:order:{order.id}" if key == "notice-gift-due" else "gift:list:"
    button = "button-gift-show" if key == "notice-gift-due" else "button-gifts"
    choices = ((Choice(label(language, button), data),),)
    text = say(
        language,
        key,
        day=day,
        **about,
    )
    back = release(order, None)
    text = await with_repaid(scene, language, text, back)
    await send(
        scene,
        person,
        text,
        choices=choices,
    )
