"""Doing something to a case: may they, can it, then row, history, clock, card and everybody who
should hear.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from domain import alarms, changes, deadlines, phases
from domain.acts import Act
from domain.case import Case
from domain.categories import BY_CODE
from domain.kinds import Kind, Urgency
from domain.messages import Place
from domain.moves import MOVES, NotNow, move
from domain.people import Person, Role
from domain.permissions import PERMISSIONS, Scope, may
from domain.privacy import Aspect, Privacy, Viewer, shows
from domain.rules import Rule
from domain.standing import Standing
from domain.states import State
from handlers.casework import alerts as watching
from handlers.casework import card as cards
from handlers.casework import deadlines as terms
from handlers.casework import notices, routing
from handlers.casework.routing import Team
from handlers.dialog.setup import Setup
from handlers.dialog.turn import Refused, Turn
from storage.unit import Unit

NO_RULE = Rule("")
# a filer says these of the whole, not of a part
OF_THE_WHOLE = (Act.WITHDRAW, Act.CONFIRM, Act.REOPEN, Act.RATE)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does something to a case; without a person it is the clock."""

    person: Person | None
    channel: str


@dataclass(frozen=True, slots=True)
class Filing:
    """What a rider, or a coordinator on the spot, hands in. `media` are media ids; `scanned` a QR
    code's area.

    `area` settles where it belongs; without it the place, the code or the filer's last grid do.
    `privacy` is the filer's own wish; a routing rule may make an open case private, never the other
    way round. `alike` are the numbers of open cases that may be the same.
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
    privacy: Privacy = Privacy.OPEN
    alike: tuple[str, ...] = ()


def actor_of(turn: Turn) -> Actor:
    return Actor(turn.person, turn.event.channel)


async def visible(unit: Unit, person: Person, case: Case, act: Act = Act.SEE) -> bool:
    """Whether this person may see the case, or do `act` to it."""
    standing = await standing_of(unit, person, case)
    return may(person, act, case, unit.directory.reach(case), standing)


async def standing_of(unit: Unit, person: Person, case: Case) -> Standing:
    """How they came to wait for a case that they did not file."""
    if not case.joined:
        return Standing.NONE
    return await unit.followers.standing(case.id, person.id)


async def case_for(turn: Turn, case_id: int) -> Case:
    """The case, if this person may see it. What they may not see looks like what does not exist."""
    case = await turn.unit.cases.get(case_id)
    if case is None or not await visible(turn.unit, turn.person, case):
        # In a group everybody sees the card, so there is nothing to hide.
        raise Refused(
            "refuse-no-case"
            if turn.event.private or case is None
            else "refuse-not-allowed"
        )
    return case


async def file_case(
    unit: Unit,
    setup: Setup,
    filer: Person,
    channel: str,
    filing: Filing,
    carer: Person | None = None,
) -> Case:
    """Makes the case and puts somebody in charge: `carer`, else whom the rules say. Its card is
    the caller's.
    """
    directory, now = unit.directory, unit.now
    area = filing.area or routing.area_for(
        directory, filing.place, filing.scanned, filer.last_area
    )
    found = routing.verdict(
        unit, setup, filing.kind, filing.category, filing.words, area
    )
    rule = found.rule or NO_RULE
    urgency = (
        filing.urgency
        if filing.urgency is Urgency.URGENT
        else rule.urgency or filing.urgency
    )
    team = Team(area, rule.post, rule.office)
    case_id, number = await unit.cases.next_number(
        filing.kind, now.astimezone(setup.zone).year
    )
    limit = terms.limit(unit, setup, filing.kind, filing.category, urgency, area)
    calendar = terms.calendar(unit, setup, limit, area)
    accept_due = deadlines.reach(now, limit.accept, calendar)
    assignee = carer or routing.carer(unit, setup, team, case_id)
    case = Case(
        id=case_id,
        number=number,
        kind=filing.kind,
        category=filing.category,
        urgency=urgency,
        state=State.ASSIGNED if assignee else State.FILED,
        words=filing.words,
        area=area,
        place=filing.place,
        place_words=filing.place_words,
        filer_id=filer.id,
        assignee_id=assignee.id if assignee else None,
        channel=channel,
        filed_at=now,
        phase_at=now,
        due_at=accept_due,
        accept_due=accept_due,
        resolve_due=deadlines.reach(now, limit.resolve, calendar),
        touched_at=now,
        first_due=deadlines.reach(now, limit.first, calendar) if limit.first else None,
        post=team.post,
        office=team.office,
        rule=rule.name,
        verify=rule.verify,
        privacy=_privacy(filing, rule),
        alike=filing.alike,
    )
    unit.cases.add(case)
    filed = replace(case, state=State.FILED, assignee_id=None)
    line = unit.history.add(
        filed, Act.FILE, filer.id, channel, filing.words, row=changes.whole(filed)
    )
    if assignee:
        unit.history.add(
            case, Act.ASSIGN, None, channel, **changes.difference(filed, case)
        )
    unit.media.give_to(filing.media, case.id, line)
    unit.timers.set("case", case.id, alarms.next_time(case, calendar))
    for skipped in found.skipped:
        await watching.rule_skipped(unit, setup, skipped, area)
    return case


def _privacy(filing: Filing, rule: Rule) -> Privacy:
    """Confidential where anybody says so, else anonymous where anybody does."""
    category = (
        BY_CODE[filing.category].privacy if filing.category in BY_CODE else Privacy.OPEN
    )
    said = {filing.privacy, category, Privacy(rule.privacy or Privacy.OPEN)}
    return next(
        (one for one in (Privacy.CONFIDENTIAL, Privacy.ANONYMOUS) if one in said),
        Privacy.OPEN,
    )


async def perform(
    unit: Unit,
    setup: Setup,
    actor: Actor,
    case: Case,
    act: Act,
    words: str = "",
    media: Sequence[int] = (),
    /,
    *,
    to: Person | None = None,
    spot: Place | None = None,
    quietly: bool = False,
    hush: str = "",
    **changed: Any,
) -> Case:
    """Does `act`, with these fields of the case `changed`. Raises Refused where it may not or
    cannot be done.

    `spot` is a place that goes along. `hush` names whom not to tell, `quietly` tells nobody: for
    what follows from another act, of which they hear.
    """
    await allow(unit, actor, case, act)
    if (
        act is Act.CONFIRM
        and case.state is State.CLOSED
        and (actor.person is None or actor.person.id == case.filer_id)
    ):
        raise await refusal(unit, actor, case, act)
    try:
        state = move(case.state, act)
    except NotNow:
        raise await refusal(unit, actor, case, act) from None
    before = case
    case = replace(case, **(_details(unit, actor, case, act, words, to) | changed))
    policy, calendar = terms.of(unit, setup, case)
    case = replace(
        phases.after(case, act, state, unit.now, policy, calendar),
        touched_at=unit.now,
    )
    unit.cases.change(case)
    actor_id = actor.person.id if actor.person else None
    line = unit.history.add(
        case, act, actor_id, actor.channel, words, **changes.difference(before, case)
    )
    unit.media.give_to(media, case.id, line)
    unit.timers.set("case", case.id, alarms.next_time(case, calendar))
    if not quietly:
        await notices.tell(
            unit, setup, case, act, actor.person, words, media, before, spot, hush
        )
    await cards.refresh(unit, setup, case, before)
    return case


async def adopt(unit: Unit, setup: Setup) -> int:
    """Somebody has joined: cases that nobody was in charge of find their way. Returns how many."""
    await unit.directory_now()
    adopted = 0
    for case in await unit.cases.in_nobodys_charge(200):
        to = routing.carer(
            unit, setup, Team(case.area, case.post, case.office), case.id
        )
        if to is not None:
            act = Act.ASSIGN if (case.state, Act.ASSIGN) in MOVES else Act.HAND_ON
            await perform(unit, setup, Actor(None, "clock"), case, act, to=to)
            adopted += 1
    return adopted


async def rehome(
    unit: Unit, setup: Setup, person: Person, *, all_of_them: bool = False
) -> int:
    """Gives what this person carried, and may no longer see, to whoever looks after it now. Returns
    how many.

    With `all_of_them` everything: they are on leave.
    """
    moved: dict[int, list[Case]] = {}
    for case in await unit.cases.carried_by(person.id, 1000):
        if not all_of_them and may(
            person, Act.ACCEPT, case, unit.directory.reach(case)
        ):
            continue
        team = Team(case.area, case.post, case.office)
        to = routing.carer(unit, setup, team, case.id, frozenset({person.id}))
        if to is not None and to.id != person.id:
            case = await perform(
                unit,
                setup,
                Actor(None, "clock"),
                case,
                Act.HAND_ON,
                to=to,
                hush="assignee",
            )
            moved.setdefault(to.id, []).append(case)
    for person_id, cases in moved.items():
        await notices.handed_over(
            unit, setup, person, await unit.people.get(person_id), cases
        )
    return sum(map(len, moved.values()))


async def allow(unit: Unit, actor: Actor, case: Case, act: Act) -> None:
    """Raises Refused where this person may not do that, whatever the state."""
    if actor.person is None:
        return
    path = unit.directory.reach(case)
    standing = await standing_of(unit, actor.person, case)
    if (
        case.parent_id is not None
        and act in OF_THE_WHOLE
        and actor.person.id == case.filer_id
    ):
        raise Refused("refuse-part", number=case.number)
    if act is Act.JOIN and shows(case.privacy, Viewer.OFFER, Aspect.EXISTS):
        return
    if not may(actor.person, Act.SEE, case, path, standing):
        raise Refused("refuse-no-case")
    if not may(actor.person, act, case, path, standing):
        if (
            actor.person.id == case.assignee_id
            and act not in PERMISSIONS[Role.COORDINATOR]
        ):
            raise Refused("refuse-lead-only")
        carried = (
            actor.person.staff
            and PERMISSIONS[Role.COORDINATOR].get(act) is Scope.ASSIGNEE
        )
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
    if act in (Act.CONFIRM, Act.RATE) and case.open and not case.reopened:
        return Refused("refuse-still-open", number=case.number)
    if act is Act.CONFIRM and case.reopened:
        return Refused("refuse-reopened", number=case.number)
    return Refused("refuse-not-now", number=case.number)


def _details(
    unit: Unit, actor: Actor, case: Case, act: Act, words: str, to: Person | None
) -> dict[str, Any]:
    """What an act changes by itself, beside the state and the clock."""
    if act is Act.ACCEPT and actor.person:
        return {"assignee_id": actor.person.id}
    if act in (Act.HAND_ON, Act.ASSIGN, Act.UNMERGE) and to:
        return {"assignee_id": to.id}
    if act is Act.RETURN:
        heads = routing.heads_above(unit.directory, case.area, actor.person)
        return {
            "assignee_id": heads[0].id if heads else case.assignee_id,
            "post": "",
            "office": "",
        }
    if act in (Act.RESOLVE, Act.SUBMIT):
        keep = (
            case.assignee_id
            if case.assignee_id or not actor.person
            else actor.person.id
        )
        return {"answer": words, "assignee_id": keep}
    return {}
