"""A wish as somebody comes to it: in what capacities, and whether they may do what they ask."""

from __future__ import annotations

from dataclasses import dataclass

from domain.acts import Act
from domain.case import Case
from domain.kinds import Kind
from domain.people import Person
from domain.permissions import may
from domain.wishes.rights import WishAct, WishViewer, possible, sees, theirs
from domain.wishes.wish import Claim, Wish, WishState, WishTerms
from handlers.dialog.setup import Setup
from handlers.dialog.turn import Refused, Turn
from storage.unit import Unit


@dataclass(frozen=True, slots=True)
class Found:
    """`wish` is None while nobody has screened it, `claim` while nobody has claimed it."""

    case: Case
    wish: Wish | None
    claim: Claim | None
    viewers: frozenset[WishViewer]

    @property
    def state(self) -> WishState:
        """What once ended and is an open case again begins anew."""
        if self.wish is not None and self.wish.running:
            return self.wish.state
        if self.case.open and self.case.kind is Kind.WISH:
            return WishState.FILED
        return self.wish.state if self.wish else WishState.MOVED

    @property
    def words(self) -> str:
        """Those of the list; of what was not screened its wisher's own."""
        began_anew = self.state is WishState.FILED
        return self.wish.words if self.wish and not began_anew else self.case.words

    def may(self, act: WishAct) -> bool:
        return theirs(act, self.viewers) and possible(act, self.state)


def terms(setup: Setup) -> WishTerms:
    """What the office has set. Raises Refused where there are no wishes here."""
    if setup.wishes is None:
        raise Refused("refuse-old-button")
    return setup.wishes


def viewers(
    unit: Unit, person: Person, case: Case, claim: Claim | None
) -> frozenset[WishViewer]:
    """Whoever wishes or has claimed it looks after it no more: nobody confirms their own."""
    own = set()
    if person.id == case.filer_id:
        own.add(WishViewer.WISHER)
    if claim is not None and claim.claimer_id == person.id:
        own.add(WishViewer.CLAIMER)
    if own:
        return frozenset(own)
    cares = may(person, Act.NOTE, case, unit.directory.reach(case))
    return frozenset({WishViewer.CARER if cares else WishViewer.STRANGER})


async def find(turn: Turn, case_id: int) -> Found:
    """The wish, if it exists for this person. Raises Refused, with the same words for what is
    not there and for what is not theirs to see.
    """
    terms(turn.setup)
    unit = turn.unit
    case = await unit.cases.get(case_id)
    wish = await unit.wishes.get(case_id) if case is not None else None
    if case is None or not may_be_wished(case, wish):
        raise Refused("refuse-wish-gone")
    claim = await unit.claims.current(case_id)
    whose = viewers(unit, turn.person, case, claim)
    found = Found(case, wish, claim, whose)
    if not sees(whose, found.state):
        raise Refused("refuse-wish-gone")
    return found


def may_be_wished(case: Case, wish: Wish | None) -> bool:
    """A part of what was split is no wish of its own."""
    whole = case.parent_id is None
    return whole and (wish is not None or case.kind is Kind.WISH)


async def for_act(turn: Turn, case_id: int, act: WishAct) -> Found:
    """The wish, if they may do this to it now. Raises Refused."""
    found = await find(turn, case_id)
    if act is WishAct.SHOW:
        return found
    if not theirs(act, found.viewers):
        again = act is WishAct.CLAIM and WishViewer.CLAIMER in found.viewers
        raise Refused("refuse-wish-already" if again else "refuse-wish-not-yours")
    if not possible(act, found.state):
        state = turn.label(f"wish-state-{found.state.value.replace('_', '-')}")
        raise Refused("refuse-wish-not-now", state=state)
    return found
