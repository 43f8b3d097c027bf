"""Tells everybody whom the table of notices names, in their language, as far as they may read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from domain.acts import Act
from domain.case import Case
from domain.kinds import Urgency
from domain.people import Person
from domain.privacy import Aspect
from domain.standing import Standing
from domain.states import ASIDE, State
from domain.viewers import reads
from handlers.casework import phrases
from handlers.casework.happened import Happened, Order
from handlers.casework.notices import ABOUT_A_PART, NOTICES, Notice, buttons
from handlers.casework.reach import heads
from handlers.casework.sending import before_and_after, send, send_place
from handlers.dialog.scene import Scene
from handlers.texts.sentences import Safe, label, say

MOST_NUMBERS = 10
WAITING = ("filer", "asked")
"""Who waits for the case, among the receivers of notices."""


async def hear(scene: Scene, happened: Happened) -> Sequence[Order]:
    """Nobody is told what they did themselves, and nobody twice."""
    told = {scene.actor.id}
    brought = await _brought(scene, happened.case)
    for notice in NOTICES.get(happened.act, ()):
        fitting = _fitting(scene, notice, happened)
        if fitting is None:
            continue
        for person in await _receivers(scene, fitting.to, happened.case):
            if person.id not in told:
                told.add(person.id)
                standing = _standing(fitting, happened.case, person, brought)
                await tell_one(scene, fitting, happened, person, standing)
    return ()


async def _brought(scene: Scene, case: Case) -> frozenset[int]:
    """Who waits since their own case was merged into it."""
    if not case.joined:
        return frozenset()
    return await scene.unit.followers.brought(case.id)


def _standing(
    notice: Notice, case: Case, person: Person, brought: frozenset[int]
) -> Standing:
    """How this receiver of the notice came to wait for the case."""
    if notice.to not in WAITING or person.id == case.filer_id:
        return Standing.NONE
    return Standing.BROUGHT if person.id in brought else Standing.FOLLOWER


def _fitting(scene: Scene, notice: Notice, happened: Happened) -> Notice | None:
    """The notice in the words that fit what happened; None where it is not for now."""
    act, case = happened.act, happened.case
    if notice.to in happened.hush:
        return None
    waits = notice.to in WAITING
    if waits and case.parent_id is not None and act not in ABOUT_A_PART:
        return None
    if act is not Act.RECLASSIFY or case.category != happened.before.category:
        return notice
    if case.resolve_due <= scene.unit.now or case.state is State.HELD:
        return None  # nobody is promised what is over already
    return replace(notice, key="notice-new-due")


async def _receivers(scene: Scene, to: str, case: Case) -> list[Person]:
    unit, actor = scene.unit, scene.actor.person
    if to == "head":
        return heads(unit, case, case.raised, actor)
    if to == "second":  # a second reopening goes up a level (facts/rules.md)
        return heads(unit, case, 1, actor) if case.reopened >= 2 else []
    if to == "asker":
        return await _asker(scene, case)
    ids = [case.assignee_id]
    if to == "asked":
        ids = await asked(scene, case)
    elif to == "filer":
        followers = await unit.followers.of(case.id) if case.joined else []
        ids = [case.filer_id, *followers]
    found = [await unit.people.get(one) for one in ids]
    return [person for person in found if person is not None]


async def _asker(scene: Scene, case: Case) -> list[Person]:
    """Who asked last, if they still work here."""
    lines = await scene.unit.history.of(case.id)
    asked = [line.actor_id for line in lines if line.act is Act.ASK]
    person = await scene.unit.people.get(asked[-1]) if asked else None
    return [person] if person and person.staff else []


async def asked(scene: Scene, case: Case) -> list[int | None]:
    """Whom a question is for: the filer, and those whose own case was merged into it."""
    brought = await _brought(scene, case)
    followers = await scene.unit.followers.of(case.id) if brought else []
    return [case.filer_id, *(one for one in followers if one in brought)]


async def tell_one(
    scene: Scene,
    notice: Notice,
    happened: Happened,
    person: Person,
    standing: Standing = Standing.NONE,
) -> None:
    case, given = happened.case, happened.given
    language = scene.language_of(person)
    path = scene.unit.directory.reach(case)
    if standing is Standing.FOLLOWER and notice.joined:
        notice = replace(notice, key=notice.joined, buttons="")
    # the outcome is for all who wait
    heard = Aspect.OUTCOME if notice.to == "filer" else Aspect.WORDS
    may_hear = reads(person, case, path, heard, standing)
    may_read = reads(person, case, path, Aspect.WORDS, standing)
    text = await _text(scene, notice, happened, language, may_hear, may_read)
    shown = given.media if may_hear and notice.media else ()
    if shown and notice.key == "notice-resolved" and person.id == case.filer_id:
        shown = await before_and_after(scene.unit, language, case, shown)
    below = buttons(language, case, notice.buttons)
    await send(scene, person, text, case, choices=below, media=shown, lane=notice.lane)
    if given.place is not None and notice.media and may_hear:
        await send_place(scene, case, person, given.place)


async def _text(
    scene: Scene,
    notice: Notice,
    happened: Happened,
    language: str,
    may_hear: bool,
    may_read: bool,
) -> Safe:
    """Everything that a notice may mention; each sentence picks what it needs."""
    unit, setup, case = scene.unit, scene.setup, happened.case
    mine = notice.to in WAITING
    other = await unit.cases.get(case.merged_into) if case.merged_into else None
    aside = notice.key == "notice-yours-now" and case.state in ASIDE
    by = scene.actor.person
    until = case.extension_to or case.due_at or case.resolve_due
    said = happened.given.words or label(language, "words-none")
    return say(
        language,
        "notice-yours-aside" if aside else notice.key,
        title=phrases.title(setup, language, case, mine),
        number=phrases.number(case, mine),
        words=said if may_hear else label(language, "words-confidential"),
        due=phrases.when(language, case.resolve_due, unit.now, setup),
        until=phrases.when(language, until, unit.now, setup),
        name=await phrases.carer(unit, language, case),
        what=phrases.what(language, case, 60, may_read),
        category=phrases.category(setup, language, case.category),
        urgency=label(language, f"urgency-{case.urgency}"),
        by=by.name if by else label(language, "who-desk"),
        other=other.number if other else "",
        card=label(language, f"supervision-{case.supervision or 'none'}"),
        area=phrases.area(unit, case.area, language),
        state=phrases.state(language, case),
    )


async def handed_over(
    scene: Scene, giver: Person, to: Person | None, done: Sequence[Happened]
) -> None:
    """One message for all that somebody gets from a colleague who is away or has left."""
    if to is None:
        return
    if len(done) == 1:
        return await tell_one(scene, NOTICES[Act.HAND_ON][1], done[0], to)
    cases = [one.case for one in done]
    numbers = " ".join(case.number for case in cases[:MOST_NUMBERS])
    text = say(
        scene.language_of(to),
        "notice-handed-over",
        name=giver.name,
        count=len(cases),
        numbers=numbers + (" …" if len(cases) > MOST_NUMBERS else ""),
    )
    urgent = any(case.urgency is Urgency.URGENT for case in cases)
    await send(scene, to, text, urgent=urgent)
