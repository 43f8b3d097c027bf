"""Tells everybody whom the table of notices names, in their language, as far as they may read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from domain.acts import Act
from domain.case import Case
from domain.kinds import Urgency
from domain.late_news import name
from domain.named import blames
from domain.people import Person
from domain.privacy import Aspect
from domain.standing import Standing
from domain.viewers import reads
from handlers.casework.complaints import BY_RIDERS, unread
from handlers.casework.happened import Happened, Order
from handlers.casework.letters.notice_buttons import (
    Rows,
    acts_below,
    chosen,
    list_button,
    number_button,
    slot,
)
from handlers.casework.letters.sending import before_and_after, send
from handlers.casework.notices.notices import NOT_TOLD_ANY_MORE, NOTICES, Notice
from handlers.casework.notices.receivers import brought_to, receivers
from handlers.casework.notices.tails import with_tails
from handlers.casework.notices.wording import WAITING, fitting, text_of, worded
from handlers.casework.permission import refusal_for, visible
from handlers.dialog.rows import abreast
from handlers.dialog.scene import Actor, Scene
from handlers.dialog.turn import ALBUM_PAUSE
from handlers.texts.sentences import say

MOST_NUMBERS = 10


async def hear(scene: Scene, happened: Happened) -> Sequence[Order]:
    """Nobody is told what they did themselves, and nobody twice."""
    await _take_back(scene, happened)
    told = {scene.actor.id}
    brought = await brought_to(scene, happened.case)
    for notice in NOTICES.get(happened.act, ()):
        fits = fitting(scene, notice, happened)
        if fits is None:
            continue
        for person in await receivers(scene, fits.to, happened.case):
            if person.id not in told and not _blamed(person, happened):
                told.add(person.id)
                standing = standing_of(fits, happened.case, person, brought)
                await tell_one(scene, fits, happened, person, standing)
    return ()


async def _take_back(scene: Scene, happened: Happened) -> None:
    """Who took a case and gives it back before its filer could be told is not told of."""
    untrue = NOT_TOLD_ANY_MORE.get(happened.act)
    if untrue is None:
        return
    for person in await receivers(scene, "filer", happened.case):
        for address in await scene.unit.people.addresses(person.id):
            scene.unit.outbox.take_back(address, name(untrue, happened.case))


def _blamed(person: Person, happened: Happened) -> bool:
    """Whoever is complained of does not hear it; who leads the place does (`complaints.hear`)."""
    said = happened.given.words
    return happened.act in BY_RIDERS and blames(said, person, happened.case.area)


def standing_of(
    notice: Notice, case: Case, person: Person, brought: frozenset[int]
) -> Standing:
    """How this receiver of the notice came to wait for the case."""
    if notice.to not in WAITING or person.id == case.filer_id:
        return Standing.NONE
    return Standing.BROUGHT if person.id in brought else Standing.FOLLOWER


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
    said_by = (happened.act, given.words, scene.actor.id)
    hidden = unread(scene.unit.directory, case, *said_by, person)
    may_hear = reads(person, case, path, heard, standing) and not hidden
    may_read = reads(person, case, path, Aspect.WORDS, standing)
    text = await text_of(scene, notice, happened, person, may_hear, may_read)
    text = await with_tails(scene, happened, person, text)
    shown = given.media if may_hear and notice.media else ()
    if shown and notice.key == "notice-resolved" and person.id == case.filer_id:
        shown = await before_and_after(scene.unit, language, case, shown)
    below = await _below(scene, notice, case, person)
    follows = given.album
    await send(
        scene,
        person,
        text,
        case,
        choices=below,
        media=shown,
        place=given.place if may_hear and notice.media else None,
        lane=notice.lane,
        slot=slot(notice.buttons, happened.line) if len(below) > 1 else "",
        replaces=_known_as(notice, happened),
        rest_by=scene.unit.now + ALBUM_PAUSE if follows else None,
        matter=notice.matter,
    )


def _known_as(notice: Notice, happened: Happened) -> str:
    if happened.given.album:
        return f"album:{happened.line}"
    return name(notice.known, happened.case) if notice.known else ""


async def _below(
    scene: Scene,
    notice: Notice,
    case: Case,
    person: Person,
) -> Rows:
    """What this person may do now of what follows from the notice, then the case's number."""
    actor = replace(scene, actor=Actor(person, scene.actor.channel))
    acts = [
        act
        for act in acts_below(notice.buttons)
        if await refusal_for(actor, case, act) is None
    ]
    rows = chosen(scene.language_of(person), case, notice.buttons, acts)
    if not await visible(scene.unit, person, case):
        return rows
    return (*rows, (number_button(case, notice.to in WAITING),))


async def handed_over(
    scene: Scene,
    giver: Person,
    to: Person,
    done: Sequence[Happened],
    key: str,
) -> None:
    """One message for all that somebody gets from a colleague: each can be opened, or all."""
    if len(done) == 1:
        notice = worded(scene, NOTICES[Act.HAND_ON][1], done[0])
        return await tell_one(scene, notice, done[0], to) if notice else None
    await of_several(scene, giver, to, [one.case for one in done], key)


async def of_several(
    scene: Scene, giver: Person, to: Person, cases: Sequence[Case], key: str
) -> None:
    """The same of cases that they have, whatever a colleague says of them."""
    shown, language = cases[:MOST_NUMBERS], scene.language_of(to)
    numbers = " ".join(case.number for case in shown)
    text = say(
        language,
        key,
        name=giver.name,
        count=len(cases),
        numbers=numbers + (" …" if len(cases) > MOST_NUMBERS else ""),
    )
    opens = [number_button(case, mine=False) for case in shown]
    rows = [tuple(row) for row in abreast(opens)]
    rows.append((list_button(language),))
    urgent = any(case.urgency is Urgency.URGENT for case in cases)
    await send(scene, to, text, urgent=urgent, choices=tuple(rows))
