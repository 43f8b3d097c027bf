"""A coupon as it is shown at the counter: taken, with a code that changes each minute, and used."""

from __future__ import annotations

from datetime import date, datetime

from domain.coupons.coupon import Coupon, CouponState, code, good_until, next_moment
from domain.coupons.offer import coupon_ends
from domain.messages import Address, Choice, Reply
from handlers.casework import phrases
from handlers.coupons.found import Found, find, of_code, stands, today, why_not
from handlers.dialog import questions, traces
from handlers.dialog.scene import Scene
from handlers.dialog.turn import Refused, Turn, whole
from handlers.texts.sentences import Safe, say
from storage.coupons.coupons import Taken
from storage.outbox.letters import ANSWER

TIMER = "coupon"


async def take(turn: Turn, value: str) -> None:
    """One is theirs for today."""
    found = await of_code(turn, value)
    why = why_not(turn, found.offer)
    if why:
        raise Refused(f"refuse-coupon-{why.value}")
    standing = stands(turn, found.offer)
    until = coupon_ends(
        standing,
        turn.unit.now,
        turn.setup.zone,
    )
    me, day = turn.person.id, today(turn)
    done, coupon = await turn.unit.coupons.take(
        found.offer,
        me,
        day,
        until,
        await traces.had(turn.unit, turn.setup, me, share(value, day)),
    )
    await questions.settle(turn)
    if coupon is None:
        key = "refuse-coupon-again" if done is Taken.AGAIN else "refuse-coupon-gone"
        raise Refused(key, count=found.offer.a_day)
    plan(turn.scene, coupon)
    turn.toast()
    _show(turn, found, coupon)


def share(offer: str, day: date) -> str:
    """What of an offer is one person's on a day."""
    return f"coupon:{offer}:{day.isoformat()}"


def plan(scene: Scene, coupon: Coupon) -> None:
    """Sets its next moment."""
    scene.unit.timers.set(
        TIMER,
        coupon.id,
        next_moment(coupon),
    )


async def own(turn: Turn, number: str) -> tuple[Found, Coupon]:
    """Their own coupon of this number, as it is now. Raises Refused."""
    coupon = await turn.unit.coupons.get(whole(number) or 0)
    if coupon is None or coupon.person_id != turn.person.id:
        raise Refused("refuse-old-button")
    found = await find(turn.unit, coupon.offer)
    if found is None:
        raise Refused("refuse-coupon-over")
    return found, coupon


async def show(turn: Turn, number: str, above: str = "") -> None:
    """The coupon once more, at the end of the chat, below the text of a key."""
    found, coupon = await own(turn, number)
    refuse_ended(turn, found, coupon)
    turn.toast()
    await let_go(turn.scene, coupon)
    _show(turn, found, coupon, above=above)


async def let_go(scene: Scene, coupon: Coupon) -> None:
    """The card that stood before is no longer the one that changes."""
    doors = await scene.unit.people.addresses(coupon.person_id or 0)
    await scene.unit.sent_messages.let_go(doors, slot(coupon))


async def renew(turn: Turn, number: str) -> None:
    """The code of this minute, where the old one stood; where that was typed, below it."""
    if not turn.event.message_id:
        return await show(turn, number)
    found, coupon = await own(turn, number)
    refuse_ended(turn, found, coupon)
    turn.toast()
    _show(turn, found, coupon, edit=True)


def refuse_ended(turn: Turn, found: Found, coupon: Coupon) -> None:
    """Raises Refused with what became of it, where it cannot be used any more: that another may be
    taken only where one can be.
    """
    if coupon.state is CouponState.USED and coupon.used_at:
        raise Refused("refuse-coupon-used", clock=clock_of(turn.scene, coupon.used_at))
    if coupon.state is CouponState.LAPSED or coupon.until <= turn.unit.now:
        why = why_not(turn, found.offer)
        raise Refused(f"refuse-coupon-{why.value}" if why else "refuse-coupon-lapsed")


def clock_of(scene: Scene, at: datetime) -> str:
    """'12:03:20': to the second, so that a picture of it is told from the real thing."""
    return f"{at.astimezone(scene.setup.zone):%H:%M:%S}"


def _show(
    turn: Turn,
    found: Found,
    coupon: Coupon,
    edit: bool = False,
    above: str = "",
) -> None:
    now = turn.unit.now
    until = phrases.when(
        turn.language,
        coupon.until,
        now,
        turn.setup,
    )
    good = f"{good_until(now).astimezone(turn.setup.zone):%H:%M}"
    text = turn.say(
        "coupon-card",
        what=found.offer.what,
        name=found.merchant.name,
        code=code(
            turn.setup.key,
            coupon.id,
            now,
        ),
        good=good,
        until=until,
    )
    if above:
        text = Safe(f"{turn.say(above)}\n{text}")
    made = Reply(
        text,
        _buttons(turn, coupon),
        slot=slot(coupon),
        edits=turn.event.message_id if edit else "",
    )
    turn.answer(made, replaces=slot(coupon) if edit else "")


def _buttons(turn: Turn, coupon: Coupon) -> tuple[tuple[Choice, ...], ...]:
    renew_ = turn.choice("button-coupon-renew", f"coupon:renew:{coupon.id}")
    press = turn.choice("button-coupon-press", f"coupon:press:{coupon.id}")
    return ((renew_,), (press,))


def slot(coupon: Coupon) -> str:
    """The card of a coupon is changed where it stands."""
    return f"coupon:{coupon.id}"


async def turn_used(
    scene: Scene,
    found: Found,
    coupon: Coupon,
    at: datetime,
) -> None:
    """The rider's card becomes "used", wherever they are spoken to."""
    person = await scene.unit.people.get(coupon.person_id)
    if person is None:
        return
    text = used_text(
        scene,
        scene.language_of(person),
        found,
        at,
    )
    for door in await scene.unit.people.doors(person.id, all_of_them=False):
        letter(scene, door, text, coupon)


def letter(
    scene: Scene,
    door: Address,
    text: Safe,
    coupon: Coupon,
) -> None:
    said = Reply(text, slot=slot(coupon))
    scene.unit.outbox.add(
        door,
        said,
        ANSWER,
        replaces=slot(coupon),
    )


def used_text(
    scene: Scene,
    language: str,
    found: Found,
    at: datetime,
) -> Safe:
    about = {"what": found.offer.what, "name": found.merchant.name}
    return say(
        language,
        "coupon-used",
        clock=clock_of(scene, at),
        **about,
    )
