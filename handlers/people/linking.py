"""/link: two doors of one person, as WeChat and the page, become one: whoever writes here and there
is the same, with the same cases.
"""

from __future__ import annotations

from datetime import timedelta

from domain.messages import Reply
from domain.people import Person
from handlers.casework import phrases
from handlers.dialog.marks import too_often
from handlers.dialog.turn import Refused, Turn
from handlers.matching import leaving as listings_leaving
from handlers.members import leaving as members_leaving
from handlers.people import forgetting
from handlers.points import doors, ends
from handlers.texts.sentences import Safe
from handlers.wishes import leaving
from storage.unit import Unit

MOST_TRIES = 5
WITHIN = timedelta(minutes=10)


def _other_doors(turn: Turn) -> list[Safe]:
    """By which names this house's other channels go."""
    others = sorted(name for name in turn.setup.links if name != turn.event.channel)
    names = [phrases.channel(turn.language, name) for name in others]
    listed = phrases.listed(turn.language, names)
    return [turn.say("link-doors", names=listed)] if names else []


async def link(turn: Turn, said: str) -> None:
    """/link alone gives a code, with a code it joins the door it is typed at to the other one."""
    if not said.strip():
        code = await turn.unit.door_codes.make(turn.person.id)
        shown = f"{code[:5]}-{code[5:]}"
        lines = [turn.say("link-code", code=shown), *_other_doors(turn)]
        return turn.reply(Safe("\n".join(lines)))
    if await too_often(turn.unit, turn.private, "link", MOST_TRIES, WITHIN):
        raise Refused("refuse-link-often")
    other_id = await turn.unit.door_codes.use(said)
    other = await turn.unit.people.get(other_id)
    if other is None:
        raise Refused("refuse-link-code")
    if other.id == turn.person.id:
        return turn.reply(turn.say("link-same"))
    stays, goes = _who_stays(other, turn.person)
    await doors.found_out(turn.scene, stays, goes)
    await _join(turn.unit, stays, goes)
    await leaving.join(turn.scene, goes.id, stays.id)
    await listings_leaving.join(turn.scene, goes.id, stays.id)
    ends.plan(turn.scene, stays.id)
    await members_leaving.join(turn.scene, goes.id, stays.id)
    await forgetting.forget(turn.unit, goes.id)
    turn.person = stays
    turn.unit.history.audit(stays.id, "linked", person=goes.id)
    turn.reply(turn.say("link-done"))
    for door in await turn.unit.people.addresses(stays.id):
        # whoever was talked out of a code learns of it
        if door != turn.private:
            turn.unit.outbox.add(door, Reply(text=turn.say("link-done-there")))


def _who_stays(other: Person, here: Person) -> tuple[Person, Person]:
    """Whoever has a role stays who they are. Raises Refused where both have one."""
    if other.staff and here.staff:
        raise Refused("refuse-link-roles")
    return (here, other) if here.staff else (other, here)


async def _join(unit: Unit, stays: Person, goes: Person) -> None:
    """All that one has is the other's; who they were is forgotten then. The history is never
    changed: what they did there stays, without a name.
    """
    chats = await unit.people.addresses(goes.id)
    await unit.forms.hand_over(chats, stays.id)
    await unit.followers.hand_over(goes.id, stays.id)
    await unit.cases.hand_over_filer(goes.id, stays.id)
    await unit.coupons.hand_over(goes.id, stays.id)
    await unit.merchant_keepers.hand_over(goes.id, stays.id)
    await unit.gift_orders.hand_over(goes.id, stays.id)
    await unit.points_leaving.join(goes.id, stays.id)
    await unit.people.hand_over(goes.id, stays)
