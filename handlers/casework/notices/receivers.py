"""Who is meant by a word of the table of notices: the filer, whoever has it, who asked, a head."""

from __future__ import annotations

from datetime import timedelta

from domain.acts import Act
from domain.case import Case
from domain.kinds import Urgency
from domain.messages import Address, Matter
from domain.people import Person
from domain.quota import nothing, ring
from domain.states import State
from handlers.casework.notices.notices import NOTICES
from handlers.casework.notices.wording import WAITING
from handlers.casework.reach import heads, watchers
from handlers.dialog.scene import Scene
from storage.logins import CHANNEL as PAGE

UNTAKEN = (State.FILED, State.ASSIGNED)
PAGE_LIVES = timedelta(hours=24)
"""As long as a link to it (ours)."""

CALLED_FOR = timedelta(hours=3)
"""So long an emergency goes on for those who were called to it (ours)."""

About = tuple[int, Matter]
"""A case, and what something is to whoever can hardly be reached."""

HEARS_BACK: dict[str, tuple[Act, timedelta | None]] = {
    "asker": (Act.ASK, None),
    "teller": (Act.TELL, timedelta(days=1)),
}
"""Who spoke to the filer last, by which act; and, but for a question, which waits as long as it
has to, so long they hear what comes back (ours).
"""


async def brought_to(scene: Scene, case: Case) -> frozenset[int]:
    """Who waits since their own case was merged into it."""
    if not case.joined:
        return frozenset()
    return await scene.unit.followers.brought(case.id)


async def receivers(scene: Scene, to: str, case: Case) -> list[Person]:
    unit, actor = scene.unit, scene.actor.person
    if to == "head":
        return heads(unit, case, case.raised, actor)
    if to == "second":  # a second reopening goes up a level (facts/rules.md)
        return heads(unit, case, 1, actor) if case.reopened >= 2 else []
    if to == "alarmed":
        return alarmed(scene, case)
    if to == "called":
        return called_to(scene, case)
    if to in HEARS_BACK:
        return await _spoke(scene, case, *HEARS_BACK[to])
    ids = [case.assignee_id]
    if to == "asked":
        ids = await asked(scene, case)
    elif to == "filer":
        followers = await unit.followers.of(case.id) if case.joined else []
        ids = [case.filer_id, *followers]
    found = [await unit.people.get(one) for one in ids]
    return [person for person in found if person is not None]


def alarmed(scene: Scene, case: Case) -> list[Person]:
    """Who was called for an emergency, as long as nobody of them has taken it: each may be the one
    who goes there.
    """
    return _called(scene, case) if case.state in UNTAKEN else []


def called_to(scene: Scene, case: Case) -> list[Person]:
    """The same for some hours, taken or not: who goes there, and what they found, is for all."""
    lately = scene.unit.now - case.filed_at < CALLED_FOR
    return _called(scene, case) if case.open and lately else []


def _called(scene: Scene, case: Case) -> list[Person]:
    if case.urgency is not Urgency.URGENT:
        return []
    directory = scene.unit.directory
    cards, chats = set(watchers(directory, case, None)), directory.addresses
    people = directory.staff.values()
    there = [one for one in people if cards.intersection(chats.get(one.id, ()))]
    led_by = heads(scene.unit, case, 0, None)
    return list(dict.fromkeys((*there, *led_by)))


async def _spoke(
    scene: Scene, case: Case, act: Act, within: timedelta | None
) -> list[Person]:
    """Who did this last, if they still work here."""
    lines = await scene.unit.history.of(case.id)
    last = next((one for one in reversed(lines) if one.act is act), None)
    if last is None or (within and scene.unit.now - last.at > within):
        return []
    person = await scene.unit.people.get(last.actor_id)
    return [person] if person and person.staff else []


async def asked(scene: Scene, case: Case) -> list[int | None]:
    """Whom a question is for: the filer, and those whose own case was merged into it."""
    brought = await brought_to(scene, case)
    followers = await scene.unit.followers.of(case.id) if brought else []
    return [case.filer_id, *(one for one in followers if one in brought)]


async def out_of_reach(scene: Scene, act: Act, case: Case) -> bool:
    """Whether the act's words are for the filer's side, and nobody there can be reached now: they
    left, have shut every door, or have to say something first.
    """
    told = [one for one in NOTICES.get(act, ()) if one.to in WAITING]
    if not told or case.filer_id == scene.actor.id:
        return False
    about = (case.id, told[0].matter)
    for person in await receivers(scene, told[0].to, case):
        for address in await scene.unit.people.addresses(person.id):
            if await hears_at(scene, person, address, about):
                return False
    return True


async def hears_at(
    scene: Scene, person: Person, address: Address, about: About
) -> bool:
    """Whether somebody hears now what is said there. A page beside another door rings for nobody
    who has left it.
    """
    unit, channel = scene.unit, address.channel
    if channel in scene.setup.counted:
        return await _may_be_told(scene, address, about)
    if channel == PAGE and await unit.people.has_many(person.id):
        return await unit.logins.lives(address.chat, PAGE_LIVES)
    return True


async def _may_be_told(scene: Scene, address: Address, about: About) -> bool:
    """Where they have to speak first: as long as their windows are open, else once a case and day
    by what rings, unless they want none of that.
    """
    unit, (case_id, matter) = scene.unit, about
    goes = scene.setup.counted[address.channel]()
    known = await unit.quotas.of(address.channel, [address.chat])
    quota = known.get(address.chat) or nothing(unit.now)
    if goes.words and quota.open(unit.now):
        return True
    if quota.unwanted or matter not in goes.rings:
        return False
    today = unit.now.astimezone(scene.setup.zone)
    return not await unit.arrivals.known(*ring(address, case_id, today))
