"""Two cases about one thing are merged: every filer, photo and word goes on in one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from domain.acts import Act
from domain.case import Case
from domain.merged import owed
from domain.permissions import may
from domain.privacy import Aspect
from domain.viewers import reads
from handlers.casework.carers import carer
from handlers.casework.complaints import kept_from
from handlers.casework.happened import NOTHING, TOLD_NOBODY, Given
from handlers.casework.linking import other_case
from handlers.casework.merged_in import read_there
from handlers.casework.parts import open_parts
from handlers.casework.perform import perform
from handlers.casework.permission import refusal_for
from handlers.casework.routing import Team
from handlers.casework.telling import hear
from handlers.dialog.scene import CLOCK, Scene
from handlers.dialog.turn import Refused
from handlers.texts.sentences import label
from storage.unit import Unit


async def merge(scene: Scene, case: Case, value: str, given: Given) -> Case:
    """`case` goes into the other one."""
    other = await other_case(scene, case, value)
    await _into(scene, case, other)
    return other


async def take_in(scene: Scene, case: Case, value: str, given: Given) -> Case:
    """The other way round: the other case goes into this one."""
    other = await other_case(scene, case, value)
    await _into(scene, other, case)
    return case


async def _into(scene: Scene, gone: Case, kept: Case) -> None:
    """Ends `gone`; whoever filed or followed it hears of `kept` from now on. Raises Refused."""
    await _check(scene, gone, kept)
    followers = scene.unit.followers
    waiting = dict.fromkeys([gone.filer_id, *await followers.of(gone.id)])
    brought = [one for one in waiting if one is not None and one != kept.filer_id]
    await _take_over(scene, gone, kept, brought)
    await followers.add(kept.id, brought, via=gone.id)
    change = {"merged_into": kept.id}
    await perform(scene, gone, Act.MERGE, Given(kept.number), change)


async def _take_over(
    scene: Scene, gone: Case, kept: Case, brought: Sequence[int]
) -> None:
    """The kept case goes on for both. Who waited for it hears of an earlier date; whom the other
    brings was told theirs.
    """
    together = {*await scene.unit.followers.of(kept.id), *brought}
    changed = owed(kept, gone) | {
        "joined": len(together),
        "alike": tuple(one for one in kept.alike if one != gone.number),
        "linked": tuple(dict.fromkeys((*kept.linked, gone.id))),
    }
    done = await perform(scene, kept, Act.NOTE, _note(scene, gone, kept), changed)
    clock = replace(scene, actor=CLOCK)
    await hear(clock, replace(done, act=Act.RECLASSIFY, given=NOTHING))


def _note(scene: Scene, gone: Case, kept: Case) -> Given:
    """Whoever has the kept one hears what was said, unless it is about them."""
    directory = scene.unit.directory
    holder = directory.staff.get(kept.assignee_id or 0)
    words = gone.words
    if holder is None or not read_there(directory, holder, kept, gone):
        words = ""

    def told(language: str) -> str:
        key = "merged-note-words" if words else "merged-note"
        return label(language, key, number=gone.number, words=words)

    language = scene.language_of(scene.actor.person)
    return Given(label(language, "merged-note", number=gone.number), told=told)


async def _check(scene: Scene, gone: Case, kept: Case) -> None:
    parts = kept.parent_id is not None or gone.parent_id is not None
    if parts or not (kept.open and gone.open):
        raise Refused("refuse-merge", number=kept.number if gone.open else gone.number)
    if await open_parts(scene, gone):
        raise Refused("refuse-parts-open", number=gone.number, parts="")
    if kept.privacy is not gone.privacy:
        raise Refused("refuse-merge-private")
    if _shows_it(scene, gone, kept):
        raise Refused("refuse-merge-seen", number=gone.number, other=kept.number)
    for case in (kept, gone):
        refused = await refusal_for(scene, case, Act.MERGE)
        if refused is not None:
            raise refused


def _shows_it(scene: Scene, gone: Case, kept: Case) -> bool:
    """Whether somebody who reads the kept one is kept from the other."""
    directory = scene.unit.directory
    away = kept_from(directory, gone) - kept_from(directory, kept)
    people = [one for one in directory.staff.values() if one.id in away]
    reach = directory.reach(kept)
    return any(reads(one, kept, reach, Aspect.WORDS) for one in people)


async def unmerge(scene: Scene, case: Case, value: str, given: Given) -> Case:
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


async def kept_case(unit: Unit, case: Case) -> Case:
    """The case in which a merged one goes on; itself where it was not merged."""
    seen = {case.id}
    while case.merged_into is not None and case.merged_into not in seen:
        further = await unit.cases.get(case.merged_into)
        if further is None:
            break
        case = further
        seen.add(case.id)
    return case
