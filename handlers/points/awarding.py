"""A member of staff gives points by hand, with a reason: to the filer of a case, or to whoever
showed the number of their card.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from domain.acts import Act
from domain.case import Case
from domain.kinds import Kind
from domain.people import Person
from domain.permissions import may
from domain.points.by_hand import NOTICE, award, unconfirmed
from domain.points.ledger import Outcome
from domain.points.rates import Rates
from domain.states import State
from handlers.actions.asking.commands import find
from handlers.dialog.turn import Refused, Turn
from handlers.points import award_telling
from handlers.points.awards import Award, home, read, seconds
from handlers.points.budgets import funded
from handlers.points.card import rates_of
from handlers.points.dry import told as told_dry

TIMER = "award"
CARD = re.compile(r"#?([0-9]{1,15})[^0-9A-Za-z]?")
"""The number of somebody's honey card, as they may say it: 7, #7."""
LONGEST = 200
"""Letters of a reason (ours)."""
NOT_BOOKED = {Outcome.AGAIN: "award-again", Outcome.DRY: "award-dry"}
NOTHING_CAME = (State.REJECTED, State.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Whom:
    """Who gets them, for what, and the area that pays. `base` is what is paid once: a case, or
    somebody's day.
    """

    person_id: int
    case: Case | None
    area: str
    base: str


async def gives(
    turn: Turn,
    whom: Whom,
    amount: int,
    reason: str,
) -> None:
    """Books it, and tells all three. Raises Refused."""
    rates, said = rates_of(turn), " ".join(reason.split())
    given = await _give(turn, whom, amount, said, rates)
    award_telling.audit(turn.scene, given, "award")
    await award_telling.given(turn, given)


def named(turn: Turn, whom: Whom) -> str:
    """Without a name: who filed a case is not the giver's to learn."""
    return award_telling.receiver(
        turn.language,
        whom.case,
        whom.person_id,
    )


async def whom_of(turn: Turn, number: str) -> Whom:
    """Raises Refused where this person may not give them anything."""
    card = CARD.fullmatch(number)
    person = await turn.unit.people.get(int(card[1])) if card else None
    whom = _of_card(turn, person) if person else await _of_case(turn, number)
    if whom.person_id == turn.person.id:
        raise Refused("award-own")
    return whom


def _of_card(turn: Turn, person: Person) -> Whom:
    """By the number on somebody's card: once a day."""
    day = turn.unit.now.astimezone(turn.setup.zone).date()
    base = f"hand:card:{person.id}:{day}"
    return Whom(person.id, None, home(turn.person), base)


async def _of_case(turn: Turn, number: str) -> Whom:
    """The filer of a case that the giver looks after. A wish is for oneself, so it pays nobody."""
    case = await find(turn, number)
    if case.parent_id is not None:
        case = await turn.unit.cases.get(case.parent_id) or case
    if case.filer_id == turn.person.id:
        raise Refused("award-own")
    reach = turn.unit.directory.reach(case)
    if not may(turn.person, Act.NOTE, case, reach):
        raise Refused("refuse-not-allowed")
    if case.kind is Kind.WISH or case.state in NOTHING_CAME:
        raise Refused("award-not-for-this", number=case.number)
    if case.filer_id is None:
        raise Refused("award-nobody", number=case.number)
    return Whom(
        case.filer_id,
        case,
        case.area,
        f"hand:{case.number}",
    )


async def _give(
    turn: Turn,
    whom: Whom,
    amount: int,
    reason: str,
    rates: Rates,
) -> Award:
    """Books it, once, and sets the clock; where nobody could confirm it, it is an honour at once.
    Raises Refused.
    """
    unit = turn.unit
    source = await funded(turn.scene, whom.area, rates)
    times = await unit.points_by_hand.refused(whom.base)
    made = award(whom.base, times, source, whom.person_id, amount)
    case_id = whom.case.id if whom.case else None
    made = replace(
        made,
        case_id=case_id,
        by=turn.person.id,
        words=reason,
    )
    done = await unit.points.book(made)
    if done is Outcome.DRY:
        await told_dry(turn.scene, whom.area, rates)
    if done is not Outcome.BOOKED:
        raise Refused(NOT_BOOKED[done])
    booked = await unit.points_by_hand.of_key(made.key)
    if booked is None:
        raise LookupError(made.key)
    given = await read(turn.scene, booked, rates)
    if seconds(turn.scene, given):
        unit.timers.set(TIMER, given.id, given.until - NOTICE)
    else:
        await unit.points.book(unconfirmed(made))
    return given
