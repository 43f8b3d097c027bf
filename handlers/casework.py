"""Doing something to a case: may they, can it, then row, history, clock, card and everybody who should hear."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain import deadlines
from domain.case import MOVES, Act, Case, Kind, NotNow, State, Urgency, move
from domain.messages import Place
from domain.people import Person, may
from handlers import cards, notices, routing
from handlers.setup import Setup
from handlers.turn import Refused, Turn
from storage.unit import Unit


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does something to a case; without a person it is the clock."""

    person: Person | None
    channel: str


@dataclass(frozen=True, slots=True)
class Filing:
    """What a rider, or a coordinator on the spot, hands in. `media` are media ids; `scanned` a QR code's area.

    `area` settles where it belongs; without it the place, the code or the filer's last grid do.
    """

    kind: Kind
    category: str
    urgency: Urgency
    words: str
    place: Place | None = None
    place_words: str = ""
    media: Sequence[int] = ()
    scanned: str = ""
    area: str = ""


def actor_of(turn: Turn) -> Actor:
    return Actor(turn.person, turn.event.channel)


def visible(unit: Unit, person: Person, case: Case) -> bool:
    return may(person, Act.SEE, case, unit.directory.path(case.area))


async def case_for(turn: Turn, case_id: int) -> Case:
    """The case, if this person may see it. What they may not see looks like what does not exist."""
    case = await turn.unit.cases.get(case_id)
    if case is None or not visible(turn.unit, turn.person, case):
        # In a group everybody sees the card, so there is nothing to hide.
        raise Refused("refuse-no-case" if turn.event.private or case is None else "refuse-not-allowed")
    return case


async def file_case(
    unit: Unit, setup: Setup, filer: Person, channel: str, filing: Filing, carer: Person | None = None
) -> Case:
    """Makes the case and puts somebody in charge: `carer`, else whose turn it is. Card and receipt are the caller's."""
    directory, now = unit.directory, unit.now
    area = filing.area or routing.area_for(directory, filing.place, filing.scanned, filer.last_area)
    case_id, number = await unit.cases.next_number(filing.kind, now.astimezone(setup.zone).year)
    accept_due, resolve_due = deadlines.limits(setup.policy, filing.urgency, now)
    assignee = carer or routing.carer(directory, area, case_id)
    case = Case(
        id=case_id, number=number, kind=filing.kind, category=filing.category, urgency=filing.urgency,
        state=State.ASSIGNED if assignee else State.FILED, words=filing.words, area=area, place=filing.place,
        place_words=filing.place_words, filer_id=filer.id, assignee_id=assignee.id if assignee else None,
        channel=channel, filed_at=now, phase_at=now, due_at=accept_due, accept_due=accept_due, resolve_due=resolve_due,
    )  # fmt: skip
    unit.cases.add(case)
    line = unit.history.add(
        replace(case, state=State.FILED), Act.FILE, filer.id, channel, filing.words, area=area, category=case.category
    )
    if assignee:
        unit.history.add(case, Act.ASSIGN, None, channel, to=assignee.id)
    unit.media.give_to(filing.media, case.id, line)
    unit.timers.set("case", case.id, deadlines.next_time(case))
    return case


async def perform(
    unit: Unit, setup: Setup, actor: Actor, case: Case, act: Act, words: str = "", media: Sequence[int] = (),
    *, to: Person | None = None, area: str = "", rating: int | None = None,
) -> Case:  # fmt: skip
    """Does `act`. Raises Refused, with the sentence that says why, where it may not or cannot be done."""
    allow(unit, actor, case, act)
    try:
        state = move(case.state, act)
    except NotNow:
        raise await refusal(unit, actor, case, act) from None
    before = case
    case = deadlines.after(case, act, state, unit.now, setup.policy)
    case = _details(unit, actor, case, act, words, to, area, rating)
    unit.cases.change(case)
    changed = {
        name: getattr(case, name)
        for name in ("assignee_id", "area", "rating")
        if getattr(case, name) != getattr(before, name)
    }
    line = unit.history.add(case, act, actor.person.id if actor.person else None, actor.channel, words, **changed)
    unit.media.give_to(media, case.id, line)
    unit.timers.set("case", case.id, deadlines.next_time(case))
    await notices.tell(unit, setup, case, act, actor.person, words, media, before)
    await cards.refresh(unit, setup, case, before)
    return case


async def adopt(unit: Unit, setup: Setup) -> int:
    """Somebody has joined: cases that nobody was in charge of find their way. Returns how many."""
    await unit.directory_now()
    adopted = 0
    for case in await unit.cases.in_nobodys_charge(200):
        to = routing.carer(unit.directory, case.area, case.id)
        if to is not None:
            act = Act.ASSIGN if (case.state, Act.ASSIGN) in MOVES else Act.HAND_ON
            await perform(unit, setup, Actor(None, "clock"), case, act, to=to)
            adopted += 1
    return adopted


async def rehome(unit: Unit, setup: Setup, person: Person) -> int:
    """Gives what this person carried, and may no longer see, to whoever looks after it now. Returns how many."""
    moved = 0
    for case in await unit.cases.carried_by(person.id, 1000):
        if may(person, Act.ACCEPT, case, unit.directory.path(case.area)):
            continue
        to = routing.carer(unit.directory, case.area, case.id)
        if to is not None and to.id != person.id:
            await perform(unit, setup, Actor(None, "clock"), case, Act.HAND_ON, to=to, area=case.area)
            moved += 1
    return moved


def allow(unit: Unit, actor: Actor, case: Case, act: Act) -> None:
    """Raises Refused where this person may not do that, whatever the state."""
    if actor.person is None:
        return
    path = unit.directory.path(case.area)
    if not may(actor.person, Act.SEE, case, path):
        raise Refused("refuse-no-case")
    if not may(actor.person, act, case, path):
        carried = act in (Act.RESOLVE, Act.RETURN, Act.HAND_ON) and actor.person.staff
        raise Refused("refuse-not-yours" if carried else "refuse-not-allowed")


async def refusal(unit: Unit, actor: Actor, case: Case, act: Act) -> Refused:
    """Why `act` is not possible now, in the words for this state."""
    if act is Act.ACCEPT and case.state is State.IN_PROGRESS:
        if actor.person is not None and actor.person.id == case.assignee_id:
            return Refused("refuse-already-yours", number=case.number)
        holder = await unit.people.get(case.assignee_id)
        return Refused("refuse-taken", name=holder.name if holder else "")
    if case.ended or case.state is State.RESOLVED:
        return Refused(f"refuse-{case.state.value}", number=case.number)
    if act is Act.CONFIRM and case.reopened:
        return Refused("refuse-reopened", number=case.number)
    return Refused("refuse-not-now", number=case.number)


def _details(
    unit: Unit, actor: Actor, case: Case, act: Act, words: str, to: Person | None, area: str, rating: int | None
) -> Case:
    """What an act changes beside the state and the clock."""
    if act is Act.ACCEPT and actor.person:
        return replace(case, assignee_id=actor.person.id)
    if act in (Act.HAND_ON, Act.ASSIGN) and to:
        return replace(case, assignee_id=to.id, area=area or case.area)
    if act is Act.RETURN:
        heads = routing.heads_above(unit.directory, case.area, actor.person)
        return replace(case, assignee_id=heads[0].id if heads else case.assignee_id)
    if act is Act.RESOLVE:
        keep = case.assignee_id if case.assignee_id or not actor.person else actor.person.id
        return replace(case, answer=words, assignee_id=keep)
    if act is Act.RATE:
        return replace(case, rating=rating)
    return case
