"""How long an order took, as another says than who carried it out: that brings them points."""

from __future__ import annotations

from collections.abc import Sequence

from domain.matching.listing import Listing
from domain.matching.rights import ListingAct
from domain.matching.viewers import ListingViewer
from domain.messages import Choice
from domain.people import Person
from domain.points.ledger import Why
from domain.points.service import LATEST, Service, choices, in_time
from handlers.dialog.scene import Scene
from handlers.dialog.turn import Refused, Turn, whole
from handlers.matching.looking import Found, cares
from handlers.matching.serving import coordinating, of_staff_alone
from handlers.matching.telling import data, tell
from handlers.matching.wording import day, short
from handlers.texts.sentences import label

NONE = 0
"""Minutes of what is no service."""


async def wanted(scene: Scene, project: Listing) -> bool:
    """Whether it is worth asking: not of staff, whose work it is, nor where nobody said so yet."""
    carrier = await scene.unit.people.get(project.keeper_id)
    if carrier is None or not scene.setup.counts_hours:
        return False
    if cares(scene.unit, carrier, project.areas) or of_staff_alone(scene, project):
        return False
    made = service(scene, project, NONE)
    return made is not None and not await scene.unit.points.told(made.ledger_key)


def service(scene: Scene, project: Listing, minutes: int) -> Service | None:
    """What its carrier did in so many minutes; None where they are gone."""
    if project.keeper_id is None:
        return None
    return Service(
        f"li:{project.id}",
        Why.SERVED,
        project.keeper_id,
        project.areas[0],
        short(project.words),
        project.since.astimezone(scene.setup.zone).date(),
        minutes,
        project.whose_id,
    )


async def _allowed(scene: Scene, project: Listing) -> Sequence[int]:
    began = await scene.unit.done_orders.began(project.id)
    return choices(began or project.since, project.since)


async def offered(scene: Scene, language: str, project: Listing) -> list[Choice]:
    """A press for each time that it can have taken, and one for none."""
    found = [
        Choice(
            label(language, f"took-{minutes}"),
            data(ListingAct.HOURS, project, str(minutes)),
        )
        for minutes in await _allowed(scene, project)
    ]
    none = label(language, "took-none")
    return [*found, Choice(none, data(ListingAct.HOURS, project, str(NONE)))]


async def say(turn: Turn, found: Found, value: str) -> None:
    """Once, while it is remembered. Raises Refused."""
    scene, project = turn.scene, found.listing
    if not in_time(project.since, turn.unit.now):
        raise Refused("refuse-hours-late")
    minutes, serves = whole(value), turn.setup.served
    if minutes not in (NONE, *await _allowed(scene, project)) or serves is None:
        raise Refused("refuse-old-button")
    made = service(scene, project, minutes or NONE)
    if made is None or not await serves(scene, made):
        raise Refused("refuse-hours-said")
    if ListingViewer.CARER in found.viewers:
        turn.unit.history.audit(
            turn.person.id,
            "listing-hours",
            area=project.areas[0],
            need=short(project.words),
            minutes=minutes,
        )
    turn.toast()


# --- the clock ---


async def unsaid(scene: Scene, project: Listing) -> None:
    """Whoever ordered it has not said: who coordinates there may, if it was somebody else."""
    if not await wanted(scene, project):
        return
    for person in _others(scene, project):
        language = scene.language_of(person)
        await tell(
            scene,
            person,
            "notice-listing-hours",
            project,
            about={"day": day(scene, language, project.since + LATEST)},
            more=[await offered(scene, language, project)],
        )


def _others(scene: Scene, project: Listing) -> list[Person]:
    """Neither who carried it out nor who ordered it."""
    parties = (project.keeper_id, project.whose_id)
    return [one for one in coordinating(scene, project) if one.id not in parties]


async def for_good(scene: Scene, project: Listing) -> None:
    """Nobody said so in time: whoever did it hears that nothing comes of it. From now on nobody
    knows whose it was, nor what they said.
    """
    serves = scene.setup.served
    if serves is not None and await wanted(scene, project):
        made = service(scene, project, min(await _allowed(scene, project)))
        if made is not None:
            await serves(scene, made)
    await scene.unit.listings.change(project.id, whose_id=None, note="")
