"""/gifts: what there is, what of it is left, and what one has ordered."""

from __future__ import annotations

from domain.gifts.gift import Gift
from domain.gifts.order import Order, shown
from domain.messages import Choice
from domain.points.ledger import rider
from handlers.casework import phrases
from handlers.dialog.paging import turning
from handlers.dialog.turn import Refused, Turn, whole
from handlers.gifts.found import around, switched_on
from handlers.texts.sentences import Safe
from handlers.texts.words import FILL, asks

PAGE = 6
LONGEST_BUTTON = 14


async def asked(turn: Turn) -> bool:
    """Whether the words ask for the gifts and say nothing else, and were answered. Raises Refused
    where there are none.
    """
    if not asks("words-gifts", turn.event.text, FILL):
        return False
    await gifts(turn, "")
    return True


async def gifts(turn: Turn, said: str) -> None:
    """/gifts."""
    switched_on(turn)
    await page(turn, 0)


async def on_page(turn: Turn, rest: str) -> None:
    turn.toast()
    await page(
        turn,
        whole(rest) or 0,
        edit=bool(rest),
    )


async def page(
    turn: Turn,
    number: int,
    edit: bool = False,
) -> None:
    areas, store = around(turn), turn.unit.gifts
    total = await store.count(areas)
    listed = await store.listed(
        areas,
        PAGE,
        number * PAGE,
    )
    own = await turn.unit.gift_orders.open_of(turn.person.id) if not number else []
    left = await turn.unit.points.balance(rider(turn.person.id))
    lines = [turn.say("gifts", left=left)]
    lines += [_line(turn, one) for one in listed]
    lines += [await _ordered(turn, one) for one in own]
    rows = [[opens(one)] for one in listed]
    rows += [[again(turn, one)] for one in own]
    rows.append(turning(turn, "gift:list", number, PAGE, total))
    turn.reply(
        Safe("\n".join(lines)),
        [row for row in rows if row],
        edit=edit,
    )


def _line(turn: Turn, gift: Gift) -> Safe:
    key = "gifts-line" if gift.left else "gifts-line-none"
    return turn.say(
        key,
        name=gift.name,
        points=gift.points,
        left=gift.left,
    )


async def _ordered(turn: Turn, order: Order) -> Safe:
    gift = await turn.unit.gifts.get(order.gift)
    day = phrases.day(
        turn.language,
        order.until,
        turn.setup,
    )
    name = gift.name if gift else order.gift
    return turn.say(
        "gifts-ordered",
        name=name,
        code=shown(order.code),
        day=day,
    )


def opens(gift: Gift) -> Choice:
    label = phrases.cut(gift.name, LONGEST_BUTTON)
    return Choice(label, f"gift:see:{gift.code}")


def again(turn: Turn, order: Order) -> Choice:
    data = f"gift:order:{order.id}"
    return turn.choice(
        "button-gift-order",
        data,
        code=shown(order.code),
    )


async def see(turn: Turn, code: str) -> None:
    """One gift, with a press that orders it where they can pay for it."""
    gift = await turn.unit.gifts.get(code)
    if gift is None or code not in turn.unit.directory.gifts:
        raise Refused("refuse-gift-gone")
    turn.toast()
    about = {"name": gift.name, "points": gift.points}
    lines = [
        turn.say(
            "gift-page",
            left=gift.left,
            **about,
        )
    ]
    if gift.place:
        lines.append(turn.say("gift-place", place=gift.place))
    left = await turn.unit.points.balance(rider(turn.person.id))
    rows = []
    if not gift.left:
        lines.append(turn.say("gift-none-left"))
    elif left < gift.points:
        lines.append(turn.say("gift-too-dear", missing=gift.points - left))
    else:
        data = f"gift:take:{gift.code}:{gift.points}"
        rows = [
            [
                turn.choice(
                    "button-gift-take",
                    data,
                    points=gift.points,
                )
            ]
        ]
    turn.reply(Safe("\n".join(lines)), rows)
