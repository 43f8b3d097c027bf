"""Whether somebody may do an act to a case, and why not: their relation to it, then its state."""

from __future__ import annotations

from domain.acts import Act
from domain.case import Case
from domain.kinds import Kind
from domain.moves import MOVES
from domain.people import Person, Role
from domain.permissions import PERMISSIONS, Scope, may
from domain.privacy import Aspect, Viewer, shows
from domain.standing import Standing
from domain.states import State
from handlers.dialog.scene import Scene
from handlers.dialog.turn import Refused, Turn
from storage.unit import Unit

OF_THE_WHOLE = (Act.WITHDRAW, Act.CONFIRM, Act.REOPEN, Act.RATE)
"""A filer says these of the whole, not of a part."""

CLAIMED_BY_OTHERS = (Act.RESOLVE, Act.REJECT, Act.CLOSE)
"""What ends the case of a wish is not for whoever has claimed it."""


async def standing_of(unit: Unit, person: Person, case: Case) -> Standing:
    """How this person came to wait for the case."""
    if not case.joined:
        return Standing.NONE
    return await unit.followers.standing(case.id, person.id)


async def visible(
    unit: Unit,
    person: Person,
    case: Case,
    act: Act = Act.SEE,
) -> bool:
    """Whether this person may see the case, or do `act` to it."""
    standing = await standing_of(unit, person, case)
    return may(person, act, case, unit.directory.reach(case), standing)


async def case_for(turn: Turn, case_id: int) -> Case:
    """The case, if this person may see it. What they may not see looks like what does not exist.

    Raises Refused; in a group everybody sees the card, so there is nothing to hide.
    """
    case = await turn.unit.cases.get(case_id)
    if case is None:
        raise Refused("refuse-no-case")
    if not await visible(turn.unit, turn.person, case):
        hidden = turn.event.private
        raise Refused("refuse-no-case" if hidden else "refuse-not-allowed")
    return case


async def refusal_for(scene: Scene, case: Case, act: Act) -> Refused | None:
    """Why `act` is not for this actor or not possible now; None where it is."""
    person = scene.actor.person
    if person is not None:
        refused = await _by_relation(scene, person, case, act)
        if refused is None and act in CLAIMED_BY_OTHERS:
            refused = await _own_claim(scene, person, case)
        if refused is not None:
            return refused
    if (case.state, act) not in MOVES:
        return await _by_state(scene, case, act)
    closed = act is Act.CONFIRM and case.state is State.CLOSED
    if closed and (person is None or person.id == case.filer_id):
        return await _by_state(scene, case, act)
    return None


async def _own_claim(scene: Scene, person: Person, case: Case) -> Refused | None:
    """Whoever claimed a wish does not say that it came true: its wisher does (facts, R0.2)."""
    if case.kind is not Kind.WISH or scene.setup.wishes is None:
        return None
    claim = await scene.unit.claims.current(case.id)
    mine = claim is not None and claim.claimer_id == person.id
    return Refused("refuse-wish-yours") if mine else None


async def _by_relation(
    scene: Scene, person: Person, case: Case, act: Act
) -> Refused | None:
    of_a_part = case.parent_id is not None and act in OF_THE_WHOLE
    if of_a_part and person.id == case.filer_id:
        return Refused("refuse-part", number=case.number)
    if act is Act.JOIN and shows(case.privacy, Viewer.OFFER, Aspect.EXISTS):
        return None  # whoever was offered it; handlers/filing/joining.py looks to that
    path = scene.unit.directory.reach(case)
    standing = await standing_of(scene.unit, person, case)
    if not may(person, Act.SEE, case, path, standing):
        return Refused("refuse-no-case")
    if may(person, act, case, path, standing):
        return None
    own = PERMISSIONS[Role.COORDINATOR]
    if person.id == case.assignee_id and act not in own:
        return Refused("refuse-lead-only")
    carried = person.staff and own.get(act) is Scope.ASSIGNEE
    return Refused("refuse-not-yours" if carried else "refuse-not-allowed")


async def _by_state(scene: Scene, case: Case, act: Act) -> Refused:
    """Why `act` is not possible now, in the words for this state."""
    if act is Act.ACCEPT and case.state is State.IN_PROGRESS:
        if scene.actor.id is not None and scene.actor.id == case.assignee_id:
            return Refused("refuse-already-yours", number=case.number)
        holder = await scene.unit.people.get(case.assignee_id)
        return Refused("refuse-taken", name=holder.name if holder else "")
    if case.ended or case.state is State.RESOLVED:
        return Refused(f"refuse-{case.state.value}", number=case.number)
    if act in (Act.CONFIRM, Act.RATE) and case.open and not case.reopened:
        return Refused("refuse-still-open", number=case.number)
    if act is Act.CONFIRM and case.reopened:
        return Refused("refuse-reopened", number=case.number)
    return Refused("refuse-not-now", number=case.number)
