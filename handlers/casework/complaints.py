"""A report that complains of somebody of the staff: they are no candidate for it, nor are
colleagues of their rank; whoever leads the place has it, confidentially. What is said later is read
by whoever leads it too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from domain.acts import Act
from domain.case import Case
from domain.named import blamed, blames, blaming, concerned, named
from domain.offices import blamed as by_office
from domain.offices import holds_blamed
from domain.people import Person, Role
from domain.privacy import Privacy
from domain.standing import FILER_ACTS
from handlers.casework.happened import Happened, Order
from handlers.casework.letters.sending import say_to
from handlers.casework.reach import heads
from handlers.dialog.scene import Scene
from handlers.texts.sentences import label
from storage.memory.directory import Directory
from storage.unit import Unit

LEADS = (Role.LEAD, Role.ADMIN)
BY_RIDERS = FILER_ACTS | {Act.JOIN}
"""What whoever waits for a case says on it."""


def complained_of(
    directory: Directory, area: str, words: str, filer: int
) -> list[Person]:
    """Whom the words name of those who look after the place, or blame by their office there; where
    it is the root, nobody knows yet where it is, and anybody of the staff counts.
    """
    if not _may_speak_of_staff(directory, words):
        return []
    everybody = area == directory.root
    people: Iterable[Person] = directory.staff.values()
    there = people if everybody else directory.looking_after(area)
    found = named(words, there, filer)
    others = [one for one in there if one.id != filer and one not in found]
    return found + [one for one in others if holds_blamed(words, one, area)]


async def hear(scene: Scene, happened: Happened) -> Sequence[Order]:
    """What whoever waits for a case says of somebody of the staff does not go to them alone."""
    person, said = scene.actor.person, happened.given.words
    # what is sealed is passed on because of it (`shop_carers.hear`)
    case = replace(happened.case, sealed=False)
    if person is None or happened.act not in BY_RIDERS or not said:
        return ()
    meant = _spoken_of(scene.unit.directory, case, said, person.id)
    if not meant:
        return ()
    told = [one for one in heads(scene.unit, case, 0, person) if one not in meant]
    told = told or _above(scene, case, meant)
    for head in told:
        if head.id != case.assignee_id:
            about = {"name": _joined(scene, head, meant), "words": said}
            await say_to(scene, head.id, case, "notice-complaint", **about)
    blamed = [one for one in meant if blames(said, one, case.area)]
    if blamed and told:
        who, whom = _joined(scene, person, told), _joined(scene, person, blamed)
        await say_to(scene, person.id, case, "told-complaint", name=whom, head=who)
    return ()


def _joined(scene: Scene, reader: Person, people: Sequence[Person]) -> str:
    """Their names as a list in the reader's language."""
    between = label(scene.language_of(reader), "names-and")
    return between.join(one.name for one in people)


def _spoken_of(
    directory: Directory, case: Case, words: str, speaker: int
) -> list[Person]:
    """Those who look after the place, and who has the case."""
    found = complained_of(directory, case.area, words, speaker)
    carer = directory.staff.get(case.assignee_id or 0)
    if carer is not None and carer not in found:
        found += named(words, [carer], speaker)
    return found


def _above(
    scene: Scene,
    case: Case,
    meant: Sequence[Person],
) -> list[Person]:
    """Where whoever leads it is meant: the next level up with somebody who is not."""
    levels = len(scene.unit.directory.ladder(case))
    for level in range(1, levels):
        people = heads(scene.unit, case, level, scene.actor.person)
        others = [one for one in people if one not in meant]
        if others:
            return others
    return []


def unread(
    directory: Directory, case: Case, act: Act, words: str, by: int | None, who: Person
) -> bool:
    """Whether words that were said `by` somebody on a case are not for this one of the staff: they
    complain of them, or of a colleague. Whoever leads the place reads that.
    """
    if act not in BY_RIDERS or not (words and who.staff) or who.id == by:
        return False
    blamed = _blamed(directory, case.area, words, by)
    reach = directory.reach(case)
    leads = any(one.role in LEADS and one.area in reach for one in who.grants)
    return bool(blamed) and (who.id in blamed or not leads)


async def complaints_in(
    unit: Unit, case_id: int, shown: Case, who: Person | None = None
) -> set[int]:
    """The ids of the lines of a history that this one may not read where this case is `shown`, or
    not all of the staff may: what came beside them is as little for them.
    """
    found = set()
    for line in await unit.history.of(case_id):
        given = (unit.directory, shown, line.act, line.words, line.actor_id)
        if who is not None:
            hidden = unread(*given, who)
        else:
            said = line.words if line.act in BY_RIDERS else ""
            hidden = bool(_blamed(unit.directory, shown.area, said, line.actor_id))
        found |= {line.id} if hidden else set()
    return found


def _blamed(
    directory: Directory,
    area: str,
    words: str,
    by: int | None,
) -> frozenset[int]:
    """Of whom the words complain for sure: who is only mentioned may be meant to hear of it."""
    if not _may_speak_of_staff(directory, words):
        return frozenset()
    people = directory.staff.values()
    return frozenset(one.id for one in blaming(words, people, area) if one.id != by)


def _may_speak_of_staff(directory: Directory, words: str) -> bool:
    """Whether they hold a name of the staff, or blame an office; hardly any do."""
    return bool(by_office(words) or directory.staff_names.within(words))


def kept_from(directory: Directory, case: Case) -> frozenset[int]:
    """Who does not get this case: whoever it may be about, and where it complains of somebody their
    colleagues of the same rank. From what is not confidential only who is plainly blamed is kept.
    """
    if case.privacy is not Privacy.CONFIDENTIAL:
        return _blamed(directory, case.area, case.words, case.filer_id)
    staff = directory.staff.values()
    found = {one.id for one in staff if concerned(one, case)}
    # an office that nobody holds just there is complained of all the same
    if by_office(case.words) or any(blamed(one, case) for one in staff):
        for code in directory.path(case.area):
            found |= {one.id for one in directory.holders(code, Role.COORDINATOR)}
    return frozenset(found)
