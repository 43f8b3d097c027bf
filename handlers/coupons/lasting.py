"""How long an offer lasts: its merchant hears of its last day and when it is over; whether one
without an end still holds is asked every 90 days.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.coupons.offer import next_look
from domain.messages import Choice
from domain.people import Person
from handlers.casework import phrases
from handlers.casework.letters.notice_buttons import Rows
from handlers.casework.letters.sending import send
from handlers.coupons.found import Found, find, today
from handlers.coupons.sold_out import theirs
from handlers.dialog.scene import Scene
from handlers.dialog.turn import Turn
from handlers.texts.sentences import label, say

TIMER = "offer"
A_DAY = timedelta(days=1)


async def offer_due(
    scene: Scene,
    number: int,
    due_at: datetime,
) -> None:
    """One of its moments has come: nobody but its own merchant is spoken to."""
    unit, now = scene.unit, scene.unit.now
    offer = await unit.merchant_offers.numbered(number)
    if offer is None or not offer.offered:
        return unit.timers.set(
            TIMER,
            number,
            None,
        )
    unit.timers.set(
        TIMER,
        number,
        next_look(offer, now, scene.setup.zone),
    )
    found = await find(unit, offer.code)
    if found is None:
        return
    for keeper in await unit.merchant_keepers.of(offer.merchant):
        person = await unit.people.get(keeper)
        if person is not None:
            await _tell(scene, found, person)


async def _tell(
    scene: Scene,
    found: Found,
    person: Person,
) -> None:
    language, last = scene.language_of(person), found.offer.until
    about = {"what": found.offer.what, "name": found.merchant.name}
    if last is None:
        text = say(language, "notice-offer-asked", **about)
        rows = _answers(language, found.offer.code)
        return await send(
            scene,
            person,
            text,
            choices=rows,
        )
    key = "notice-offer-over" if last < today(scene) else "notice-offer-ends"
    day = phrases.calendar_day(language, last)
    await send(
        scene,
        person,
        say(language, key, day=day, **about),
    )


def _answers(language: str, code: str) -> Rows:
    return tuple(
        (Choice(label(language, key), f"shop:{verb}:{code}"),)
        for key, verb in (
            ("button-offer-stays", "stays"),
            ("button-offer-ends", "ends"),
        )
    )


async def stays(turn: Turn, code: str) -> None:
    """It still holds: nobody asks for 90 days."""
    found = await theirs(turn, code)
    turn.toast()
    turn.reply(turn.say("done-offer-stays", what=found.offer.what), edit=True)


async def ends(turn: Turn, code: str) -> None:
    """Yesterday was its last day; coupons that are out still count today."""
    found = await theirs(turn, code)
    await turn.unit.merchant_offers.end(code, today(turn) - A_DAY)
    turn.unit.timers.set(TIMER, found.offer.id, None)
    about = {"merchant": found.merchant.name, "offer": found.offer.what}
    turn.unit.history.audit(
        turn.person.id, "offer-ended", **about, area=found.merchant.area
    )
    turn.toast()
    turn.reply(turn.say("done-offer-ends", what=found.offer.what), edit=True)
