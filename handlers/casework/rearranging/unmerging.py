"""A case that was merged by mistake goes on by itself, and its people with it."""

from __future__ import annotations

from dataclasses import replace

from domain.acts import Act
from domain.case import Case
from domain.permissions import may
from handlers.casework.carers.carers import carer
from handlers.casework.carers.routing import Team
from handlers.casework.complaints import kept_from
from handlers.casework.happened import NOTHING, TOLD_NOBODY, Given
from handlers.casework.perform import perform
from handlers.dialog.scene import CLOCK, Scene
from handlers.texts.sentences import label


async def unmerge(
    scene: Scene,
    case: Case,
    value: str,
    given: Given,
) -> Case:
    """A case that was merged by mistake goes on by itself, and its people with it."""
    kept = None
    if case.merged_into is not None:
        kept = await scene.unit.cases.get(case.merged_into)
    if kept is not None:
        await _part_from(scene, kept, case)
    to = await scene.unit.people.get(case.assignee_id)
    reach = scene.unit.directory.reach(case)
    if to is None or not may(to, Act.ACCEPT, case, reach):
        team = Team(case.area, case.post, case.office)
        to = carer(scene, team, case.id, kept_from(scene.unit.directory, case))
    change = {"merged_into": None, "assignee_id": to.id if to else case.assignee_id}
    return (await perform(scene, case, Act.UNMERGE, NOTHING, change)).case


async def _part_from(scene: Scene, kept: Case, case: Case) -> None:
    """The case that was kept loses whom the other brought. The clock notes it: who may undo a merge
    need not be in charge of the case that was kept.
    """
    followers = scene.unit.followers
    await followers.drop(kept.id, via=case.id)
    stays = kept.id in case.linked
    left = {
        "joined": len(await followers.of(kept.id)),
        "linked": tuple(one for one in kept.linked if stays or one != case.id),
    }
    language = scene.language_of(scene.actor.person)
    note = Given(label(language, "unmerged-note", number=case.number))
    clock = replace(scene, actor=CLOCK)
    await perform(clock, kept, Act.NOTE, note, left, TOLD_NOBODY)
