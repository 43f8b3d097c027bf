"""Points by hand as handlers see them: for whom, by whom, where, until when, who confirms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain.acts import Act
from domain.case import Case
from domain.named import concerned
from domain.people import Person, admin_of
from domain.permissions import may
from domain.points.ledger import Transfer
from domain.points.rates import Rates
from handlers.casework.reach import admins_of
from handlers.dialog.scene import Scene
from storage.points.rows import Booked


@dataclass(frozen=True, slots=True)
class Award:
    """`holder` has its points now; they and `giver` are None once they have left. `area` is whose
    admins may confirm it until `until`.
    """

    id: int
    booked: Transfer
    case: Case | None
    holder: Person | None
    giver: Person | None
    area: str
    until: datetime


async def award_of(scene: Scene, number: int, rates: Rates) -> Award | None:
    """The points by hand with this number of the ledger."""
    booked = await scene.unit.points_by_hand.award(number)
    return await read(scene, booked, rates) if booked else None


async def read(scene: Scene, booked: Booked, rates: Rates) -> Award:
    """The same of a row of the ledger."""
    unit, transfer = scene.unit, booked.transfer
    case_id, person_id = transfer.case_id, transfer.person_id
    holder = None
    if person_id is not None:
        now = await unit.points_by_hand.holder(person_id)
        holder = await unit.people.get(now)
    case = await unit.cases.get(case_id) if case_id is not None else None
    giver = await unit.people.get(transfer.by)
    return Award(
        booked.id,
        transfer,
        case,
        holder,
        giver,
        case.area if case else home(giver),
        booked.at + rates.confirm,
    )


def home(giver: Person | None) -> str:
    """The area for which somebody gives what is for no case; '' for nowhere any more."""
    grants = giver.grants if giver else ()
    return grants[0].area if grants else ""


def second(scene: Scene, award: Award, person: Person) -> bool:
    """Whether this person may confirm it: an admin of its area who neither gives nor gets it, and
    may know the case. What somebody gave who has left nobody may.
    """
    if award.giver is None or person.id == award.giver.id:
        return False
    if award.holder is None or award.holder.id in (person.id, award.giver.id):
        return False
    directory, case = scene.unit.directory, award.case
    if not admin_of(person, directory.path(award.area)):
        return False
    if case is None:
        return True
    path = directory.reach(case)
    return may(person, Act.NOTE, case, path) and not concerned(person, case)


def seconds(scene: Scene, award: Award) -> list[Person]:
    """Who is asked: the nearest who may."""

    def fits(person: Person) -> bool:
        return second(scene, award, person)

    return admins_of(scene.unit, award.area, fits)
