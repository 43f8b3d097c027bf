"""Two cases about one thing: linked, or merged so that every filer, photo and word goes on in
one of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from domain.acts import Act
from domain.case import Case
from domain.moves import MOVES
from domain.permissions import may
from handlers.casework import card as cards
from handlers.casework import parts, routing
from handlers.casework import perform as casework
from handlers.casework.perform import Actor
from handlers.casework.routing import Team
from handlers.dialog.turn import Refused, Turn

# who may undo a merge need not be in charge of the case that was kept
NOBODY = Actor(None, "clock")


async def other_case(turn: Turn, case: Case, value: str) -> Case:
    """The case meant by a number or an id, if this person may see it. Raises Refused."""
    wanted = value.strip().upper()
    found = await turn.unit.cases.by_number(wanted)
    if found is None and wanted.isdecimal() and len(wanted) < 15:
        found = await turn.unit.cases.get(int(wanted))
    if found is None or not await casework.visible(
        turn.unit, turn.person, found, Act.NOTE
    ):
        raise Refused("refuse-no-other", number=value[:20])
    if found.id == case.id:
        raise Refused("refuse-itself", number=case.number)
    return found


async def link(
    turn: Turn, case: Case, value: str, words: str, media: Sequence[int]
) -> Case:
    """Each names the other from now on; nothing else changes."""
    other, actor = await other_case(turn, case, value), casework.actor_of(turn)
    if (other.state, Act.LINK) in MOVES:
        linked = tuple(dict.fromkeys((*other.linked, case.id)))
        said = case.number if cards.shown_to_all(case) else ""
        await casework.perform(
            turn.unit,
            turn.setup,
            actor,
            other,
            Act.LINK,
            said,
            linked=linked,
            quietly=True,
        )
    linked = tuple(dict.fromkeys((*case.linked, other.id)))
    said = other.number if cards.shown_to_all(other) else ""
    return await casework.perform(
        turn.unit, turn.setup, actor, case, Act.LINK, said, linked=linked, quietly=True
    )


async def merge(
    turn: Turn, case: Case, value: str, words: str, media: Sequence[int]
) -> Case:
    """`case` goes into the other one."""
    other = await other_case(turn, case, value)
    await into(turn, case, other)
    return other


async def take_in(
    turn: Turn, case: Case, value: str, words: str, media: Sequence[int]
) -> Case:
    """The other way round: the other case goes into this one."""
    other = await other_case(turn, case, value)
    await into(turn, other, case)
    return case


async def into(turn: Turn, gone: Case, kept: Case) -> None:
    """Ends `gone`; whoever filed or followed it hears of `kept` from now on. Raises Refused."""
    unit = turn.unit
    if (
        not (kept.open and gone.open)
        or kept.parent_id is not None
        or gone.parent_id is not None
    ):
        raise Refused("refuse-merge", number=kept.number if gone.open else gone.number)
    if gone.parts and any(part.open for part in await unit.cases.parts_of(gone.id)):
        raise Refused("refuse-parts-open", number=gone.number, parts="")
    if kept.privacy is not gone.privacy:
        raise Refused("refuse-merge-private")
    actor = casework.actor_of(turn)
    for case in (kept, gone):
        await casework.allow(unit, actor, case, Act.MERGE)
    followers = [gone.filer_id, *await unit.followers.of(gone.id)]
    brought = [
        one
        for one in dict.fromkeys(followers)
        if one is not None and one != kept.filer_id
    ]
    await unit.followers.add(kept.id, brought, via=gone.id)
    gone = await casework.perform(
        unit, turn.setup, actor, gone, Act.MERGE, kept.number, merged_into=kept.id
    )
    joined = len(await unit.followers.of(kept.id))
    await casework.perform(
        unit,
        turn.setup,
        actor,
        kept,
        Act.NOTE,
        turn.label("merged-note", number=gone.number),
        joined=joined,
        alike=tuple(one for one in kept.alike if one != gone.number),
    )
    await parts.ended(unit, turn.setup, gone)


async def unmerge(
    turn: Turn, case: Case, value: str, words: str, media: Sequence[int]
) -> Case:
    """A case that was merged by mistake goes on by itself, and its people with it."""
    unit, actor = turn.unit, casework.actor_of(turn)
    kept = (
        await unit.cases.get(case.merged_into) if case.merged_into is not None else None
    )
    if kept is not None:
        await unit.followers.drop(kept.id, via=case.id)
        joined = len(await unit.followers.of(kept.id))
        note = turn.label("unmerged-note", number=case.number)
        await casework.perform(
            unit, turn.setup, NOBODY, kept, Act.NOTE, note, joined=joined, quietly=True
        )
    to = await unit.people.get(case.assignee_id)
    if to is None or not may(to, Act.ACCEPT, case, unit.directory.reach(case)):
        to = routing.carer(
            unit, turn.setup, Team(case.area, case.post, case.office), case.id
        )
    return await casework.perform(
        unit, turn.setup, actor, case, Act.UNMERGE, to=to, merged_into=None
    )


async def kept_case(turn: Turn, case: Case) -> Case:
    """The case in which a merged one goes on; itself where it was not merged."""
    seen = {case.id}
    while case.merged_into is not None and case.merged_into not in seen:
        further = await turn.unit.cases.get(case.merged_into)
        if further is None:
            break
        case = further
        seen.add(case.id)
    return case
