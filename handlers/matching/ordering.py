"""An order (点单): a service of the menu for somebody, in a grid, with a line for whoever takes it
on.
"""

from __future__ import annotations

from datetime import timedelta

from domain.matching.listing import Listing, ListingKind, ListingState
from domain.matching.rights import ListingAct
from domain.matching.times import TIMES
from handlers.dialog.marks import too_often
from handlers.dialog.scene import Scene
from handlers.dialog.turn import Refused, Turn
from handlers.matching import asking
from handlers.matching.drafting import NEW
from handlers.matching.found import terms
from handlers.matching.looking import Found
from handlers.matching.plans import plan
from handlers.matching.serving import serving
from handlers.matching.telling import button, tell
from handlers.matching.wording import places, short

LONGEST_NOTE = 200
MOST_A_DAY = 10
A_DAY = timedelta(days=1)


async def order(
    turn: Turn,
    found: Found,
    value: str,
) -> None:
    """Asks for the line; `value` is the grid."""
    await asking.ask(
        turn,
        NOTE,
        found,
        _where(turn, found.listing, value),
    )


def _where(
    turn: Turn,
    service: Listing,
    area: str,
) -> str:
    """The grid of the order: the one that was asked for or reported from last, where it is served;
    else the first one that is.
    """
    path = turn.unit.directory.path
    for code in (area, turn.person.last_area):
        if set(path(code)).intersection(service.areas):
            return code
    return service.areas[0]


def judge(
    turn: Turn,
    note: str,
    area: str,
) -> Refused | None:
    if len(note) <= LONGEST_NOTE:
        return None
    return Refused("refuse-listing-long", letters=LONGEST_NOTE)


async def ordered(
    turn: Turn,
    found: Found,
    note: str,
    area: str,
) -> None:
    """Raises Refused where nothing of the service is left, or where they have as many orders as
    they may.
    """
    if await too_often(
        turn.unit,
        turn.private,
        "listing-order",
        MOST_A_DAY,
        A_DAY,
    ):
        raise Refused("refuse-listing-often")
    service, store = found.listing, turn.unit.listings
    if not await store.take(service.id, 1):
        raise Refused("refuse-listing-none-left", words=short(service.words))
    made = await _made(
        turn,
        service,
        note,
        _where(turn, service, area),
    )
    if made is None:
        await store.give_back(service.id, 1)
        raise Refused("refuse-listing-orders", most=terms(turn.setup).orders)
    await plan(turn.scene, made.id)
    turn.toast()
    where = places(turn.scene, turn.language, made.areas)
    done = turn.say(
        "done-listing-order",
        words=made.words,
        area=where,
    )
    back = button(turn.language, ListingAct.WITHDRAW, made, name="withdraw-order")
    turn.reply(done, [[back]])
    await offer(turn.scene, made)


async def _made(
    turn: Turn,
    service: Listing,
    note: str,
    area: str,
) -> Listing | None:
    """The order, in the first place of theirs that is free; None where none is."""
    given, now = terms(turn.setup), turn.unit.now
    until = now + timedelta(days=given.order_days)
    for slot in range(1, given.orders + 1):
        wanted = Listing(
            id=NEW,
            kind=ListingKind.NEED,
            state=ListingState.OPEN,
            words=service.words,
            category=service.category,
            areas=(area,),
            times=service.times if service.times in TIMES else "",
            capacity=1,
            left=1,
            since=now,
            until=until,
            whose_id=turn.person.id,
            resource_id=service.id,
            note=note,
            code=f"order:{turn.person.id}:{slot}",
        )
        made = await turn.unit.listings.add(wanted)
        if made is not None:
            return made
    return None


async def offer(
    scene: Scene,
    made: Listing,
    without: int | None = None,
) -> None:
    """To all who serve there: who is first has it. They read what and where, not who."""
    for person in await serving(scene, made):
        if person.id in (made.whose_id, without):
            continue
        language = scene.language_of(person)
        area = places(scene, language, made.areas)
        acts = (ListingAct.CLAIM,)
        about = {"area": area}
        await tell(scene, person, "notice-listing-ordered", made, acts, about=about)


NOTE = asking.line(
    "listing-order",
    ListingAct.ORDER,
    ordered,
    judge,
    optional=True,
    bare=True,
)
