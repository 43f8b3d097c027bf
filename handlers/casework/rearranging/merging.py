"""Two cases about one thing are merged: every filer, photo and word goes on in one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from domain.acts import Act
from domain.case import Case
from domain.merged import owed
from domain.privacy import Aspect
from domain.viewers import reads
from handlers.casework.complaints import kept_from
from handlers.casework.happened import NOTHING, Given
from handlers.casework.merged_in import read_there
from handlers.casework.notices.telling import hear
from handlers.casework.parts import open_parts
from handlers.casework.perform import perform
from handlers.casework.permission import refusal_for
from handlers.casework.rearranging.linking import other_case
from handlers.dialog.scene import CLOCK, Scene
from handlers.dialog.turn import Refused
from handlers.texts.sentences import label


async def merge(scene: Scene, case: Case, value: str, given: Given) -> Case:
    """`case` goes into the other one."""
    other = await other_case(scene, case, value)
    await _into(scene, case, other)
    return other


async def take_in(
    scene: Scene,
    case: Case,
    value: str,
    given: Given,
) -> Case:
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
