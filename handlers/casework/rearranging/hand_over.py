"""Cases that find somebody else: when somebody joins, leaves, or is away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from domain.acts import Act
from domain.case import Case
from domain.moves import MOVES
from domain.people import Person
from domain.permissions import may
from handlers.casework.cards.card_edits import NO_CARD, refresh
from handlers.casework.carers.carers import carer
from handlers.casework.carers.routing import Team
from handlers.casework.complaints import kept_from
from handlers.casework.happened import NOTHING, Happened
from handlers.casework.notices import filers_told
from handlers.casework.notices.telling import handed_over
from handlers.casework.perform import perform
from handlers.dialog.scene import CLOCK, Scene

AT_ONCE = 200
MOST_CARRIED = 1000
BY_ONE_LETTER = frozenset({"assignee", filers_told.FILER, NO_CARD})
"""Who gets several cases at once hears of them by `tell_receivers`, and so do their filers."""
Plan = list[tuple[Case, Person]]


async def adopt(scene: Scene) -> int:
    """Somebody has joined: cases that nobody was in charge of find their way. Returns how many."""
    await scene.unit.directory_now()
    clock = replace(scene, actor=CLOCK)
    adopted = 0
    for case in await scene.unit.cases.in_nobodys_charge(AT_ONCE):
        team = Team(case.area, case.post, case.office)
        without = kept_from(scene.unit.directory, case)
        to = carer(clock, team, case.id, without)
        if to is not None:
            act = Act.ASSIGN if (case.state, Act.ASSIGN) in MOVES else Act.HAND_ON
            await perform(clock, case, act, NOTHING, {"assignee_id": to.id})
            adopted += 1
    return adopted


async def rehome(
    scene: Scene,
    person: Person,
    *,
    all_of_them: bool = False,
) -> int:
    """Gives what this person carried, and may no longer see, to whoever looks after it now. Returns
    how many.

    With `all_of_them` everything: they are on leave.
    """
    clock = replace(scene, actor=CLOCK)
    done = []
    for case, to in await heirs(scene, person, all_of_them=all_of_them):
        change = {"assignee_id": to.id}
        moved = await perform(
            clock,
            case,
            Act.HAND_ON,
            NOTHING,
            change,
            BY_ONE_LETTER,
        )
        done.append(moved)
    await tell_receivers(clock, person, done, "notice-handed-over")
    return len(done)


async def heirs(
    scene: Scene,
    person: Person,
    *,
    all_of_them: bool = False,
) -> Plan:
    """What `rehome` would give to whom; not in it are cases that nobody else could take."""
    clock = replace(scene, actor=CLOCK)
    plan: Plan = []
    more: Counter[int] = Counter()
    for case in await scene.unit.cases.carried_by(person.id, MOST_CARRIED):
        if not all_of_them and _still_theirs(scene, person, case):
            continue
        team = Team(case.area, case.post, case.office)
        without = kept_from(scene.unit.directory, case) | {person.id}
        stands_in = _stand_in(scene, person, case, without) if all_of_them else None
        to = stands_in or carer(clock, team, case.id, without, more)
        if to is not None and to.id != person.id:
            more[to.id] += 1
            plan.append((case, to))
    return plan


def _stand_in(
    scene: Scene, person: Person, case: Case, without: Collection[int]
) -> Person | None:
    """Who was named for it, where they may have this case and are there."""
    directory = scene.unit.directory
    other = directory.staff.get(person.stand_in or 0)
    if other is None or other.id in without or other.away(scene.unit.now):
        return None
    able = may(other, Act.ACCEPT, case, directory.reach(case))
    return other if able else None


def _still_theirs(scene: Scene, person: Person, case: Case) -> bool:
    return may(person, Act.ACCEPT, case, scene.unit.directory.reach(case))


async def tell_receivers(
    scene: Scene,
    giver: Person,
    done: Sequence[Happened],
    key: str,
) -> None:
    """One message to each who got some of these, and to each who waits for some; who got a single
    one also gets its card.
    """
    await filers_told.tell(scene, done)
    theirs: dict[int, list[Happened]] = {}
    for one in done:
        if one.case.assignee_id not in (None, one.before.assignee_id):
            theirs.setdefault(one.case.assignee_id or 0, []).append(one)
    for person_id, got in theirs.items():
        to = await scene.unit.people.get(person_id)
        if to is None or to.id == scene.actor.id:
            continue
        await handed_over(scene, giver, to, got, key)
        if len(got) == 1:
            await refresh(scene, got[0].case, got[0].before)
