"""A case in parts: one number for the filer, a part for each office or post (一揽子调处). What one
does, the other follows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from domain import changes
from domain.acts import Act
from domain.case import Case
from domain.moves import MOVES
from domain.present import present
from domain.states import State
from handlers.casework.cards.card_edits import refresh
from handlers.casework.happened import Happened, Order
from handlers.casework.letters.sending import say_to
from handlers.dialog.scene import Scene
from handlers.dialog.turn import Refused

ENDS_ITS_PARTS = (Act.REJECT, Act.WITHDRAW)


async def hear(scene: Scene, happened: Happened) -> Sequence[Order]:
    case, act = happened.case, happened.act
    if case.privacy is not happened.before.privacy:
        await _as_private(scene, case)
    if case.parent_id is not None:
        return await _of_a_part(scene, happened)
    if case.parts and act in ENDS_ITS_PARTS:
        found = await scene.unit.cases.parts_of(case.id)
        open_parts = [one for one in found if (one.state, Act.WITHDRAW) in MOVES]
        return [Order(part, Act.WITHDRAW) for part in open_parts]
    return ()


async def _of_a_part(scene: Scene, happened: Happened) -> Sequence[Order]:
    """A part that is solved is done with: the filer is asked about the whole only."""
    part, act = happened.case, happened.act
    if part.state is State.RESOLVED and act in (Act.RESOLVE, Act.VERIFY):
        return [Order(part, Act.CLOSE)]
    if act is Act.CLOSE:
        await _ended(scene, part)
    elif act is Act.REJECT:
        await _rejected(scene, happened)
    elif act is Act.WITHDRAW:
        await say_to(scene, part.assignee_id, part, "notice-part-dropped")
    return ()


async def _whole(scene: Scene, part: Case) -> Case | None:
    return await scene.unit.cases.get(present(part.parent_id, "only parts come here"))


async def _ended(scene: Scene, part: Case) -> None:
    """The whole's card counts it, and whoever leads hears of it."""
    whole = await _whole(scene, part)
    if whole is None or not whole.open:
        return
    await refresh(scene, whole, whole)
    left = len(await open_parts(scene, whole))
    key = "notice-part-done" if left else "notice-parts-done"
    about = {"part": part.number, "words": part.answer, "left": left}
    await say_to(scene, whole.assignee_id, whole, key, **about)


async def _rejected(scene: Scene, happened: Happened) -> None:
    """A part is not theirs: whoever leads the whole hears why, and whoever had it that it is off
    their list.
    """
    part, whole = happened.case, await _whole(scene, happened.case)
    whose = {happened.before.assignee_id} - {scene.actor.id}
    if whole is not None:
        await refresh(scene, whole, whole)
        whose = whose | {whole.assignee_id}
    about = {"part": part.number, "words": happened.given.words}
    for person_id in whose:
        await say_to(scene, person_id, whole, "notice-part-rejected", **about)


async def _as_private(scene: Scene, whole: Case) -> None:
    """Who may know of a case may know of its parts, and of what was merged into it: no more and
    no less.
    """
    cases = scene.unit.cases
    merged = await cases.merged_into(whole.id)
    for one in [*await cases.parts_of(whole.id), *merged]:
        if one.privacy is whole.privacy:
            continue
        after = replace(one, privacy=whole.privacy)
        cases.change(after)
        who, channel = scene.actor.id, scene.actor.channel
        told = changes.difference(one, after)
        scene.unit.history.add(after, Act.RECLASSIFY, who, channel, **told)
        await refresh(scene, after, one)


async def open_parts(scene: Scene, whole: Case) -> list[Case]:
    found = await scene.unit.cases.parts_of(whole.id) if whole.parts else []
    return [part for part in found if part.open]


async def unfinished(scene: Scene, case: Case) -> Refused | None:
    """Why a whole cannot be solved while a part of it is open."""
    waiting = [part.number for part in await open_parts(scene, case)]
    if not waiting:
        return None
    return Refused("refuse-parts-open", number=case.number, parts=" ".join(waiting))
