"""One notice to one person, wherever they can be reached. What is not urgent waits for quiet hours'
end.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from domain.acts import Act
from domain.case import Case
from domain.kinds import Urgency
from domain.messages import Matter, MediaKind, Place, Reply
from domain.people import Person
from domain.quiet import AWAKE, NIGHT, RIDER, quiet_until
from handlers.casework import phrases
from handlers.casework.letters.notice_buttons import Rows
from handlers.dialog.scene import Scene
from handlers.texts.sentences import Safe, label, say
from storage.outbox.letters import NOTICE
from storage.unit import Unit


async def send(
    scene: Scene,
    person: Person,
    text: Safe,
    case: Case | None = None,
    *,
    urgent: bool = False,
    choices: Rows = (),
    media: tuple[int, ...] = (),
    place: Place | None = None,
    lane: int = NOTICE,
    replaces: str = "",
    slot: str = "",
    rest_by: datetime | None = None,
    matter: Matter = Matter.NEWS,
) -> None:
    """One letter: words, photos, files, a pin and buttons.

    `replaces` names what a later one stands in place of, as long as both wait, `slot` the message
    once it stands. Until `rest_by` it waits for the rest of what it tells of. A question asks for
    words. Of what is sealed only its filer hears.
    """
    if case is not None and case.sealed and person.id != case.filer_id:
        return
    unit, urgent = scene.unit, urgent or _urgent(case)
    until = None if urgent else waits_until(scene, person)
    case_id, about = (case.id, case.number) if case else (None, "")
    said = await _said(unit, text, choices, media, place)
    weight = matter or (Matter.EMERGENCY if urgent else Matter.NEWS)
    held = until is not None and not (media or place)
    at = max(filter(None, (until, rest_by)), default=None)
    said = replace(said, slot=slot, matter=weight)
    waits, counted = held or rest_by is not None, scene.setup.counted
    for address in await unit.people.doors(person.id, all_of_them=urgent):
        unit.outbox.add(
            address,
            said,
            lane,
            at=at,
            held=held,
            case_id=case_id,
            about=about,
            replaces=replaces if waits or address.channel in counted else "",
        )


async def _said(
    unit: Unit, text: Safe, choices: Rows, media: tuple[int, ...], place: Place | None
) -> Reply:
    photos, files = await _sorted(unit, media)
    return Reply(text, choices, photos=photos, files=files, place=place)


def _urgent(case: Case | None) -> bool:
    return case is not None and case.urgency is Urgency.URGENT


async def _sorted(
    unit: Unit, media: tuple[int, ...]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Photos and other files; what is not known is left to be a file."""
    rows = await unit.media.get_many(media) if media else []
    kinds = {row.id: row.media.kind for row in rows}
    photos = tuple(one for one in media if kinds.get(one) is MediaKind.PHOTO)
    known = [one for one in media if one in kinds]
    return photos, tuple(one for one in known if one not in photos)


def waits_until(scene: Scene, person: Person) -> datetime | None:
    """Until when something that is not urgent waits for this person; None means now.

    Whoever wrote to us within the last ten minutes is awake and looking: nothing waits for them.
    """
    now = scene.unit.now
    if person.seen_at is not None and now - person.seen_at < AWAKE:
        return None
    return quiet_for(scene, person, now)


def quiet_for(scene: Scene, person: Person, now: datetime) -> datetime | None:
    """The end of the quiet hours in which this person is, awake or not."""
    usual = NIGHT if person.staff else RIDER
    windows = person.quiet if person.quiet is not None else usual
    return quiet_until(
        now,
        windows,
        scene.setup.zone,
    )


async def say_to(
    scene: Scene, person_id: int | None, case: Case | None, key: str, **args: object
) -> None:
    """One sentence about a case to one person in their language; nothing where there is nobody."""
    person = await scene.unit.people.get(person_id)
    if person is not None:
        language = scene.language_of(person)
        about = {"title": phrases.title(scene.setup, language, case)} if case else {}
        await send(scene, person, say(language, key, **about, **args), case)


async def before_and_after(
    unit: Unit, language: str, case: Case, media: tuple[int, ...]
) -> tuple[int, ...]:
    """The filer's first photo and the first of the answer side by side, in place of the latter."""
    filed = await unit.media.of_last(case.id, Act.FILE)
    given = await unit.media.get_many(media)
    before = [row.id for row in filed if row.media.kind is MediaKind.PHOTO]
    after = [row.id for row in given if row.media.kind is MediaKind.PHOTO]
    if not before or not after:
        return media
    order = {
        "draw": "pair",
        "before": before[0],
        "after": after[0],
        "labels": [label(language, "photo-before"), label(language, "photo-after")],
    }
    pair = unit.media.draw(order)
    return (pair, *(one for one in media if one != after[0]))
