"""Who is told of an application: those who decide about it, and whoever applied."""

from __future__ import annotations

from domain.members import Member, decides
from domain.messages import Choice, Matter
from domain.people import Person, Role
from handlers.casework.reach import present
from handlers.casework.sending import send
from handlers.dialog.scene import Scene
from handlers.members import wording
from handlers.texts.sentences import label, say


def deciders(scene: Scene, member: Member, level: int) -> list[Person]:
    """Who leads the home grid, or what is `level` steps above it: of the first level where one
    of them is there; where nobody is, of the first level all the same. Never whoever applied.
    """
    directory = scene.unit.directory
    path = directory.path(member.area)
    levels = []
    for code in path[min(level, max(len(path) - 1, 0)) :]:
        holders = [
            *directory.holders(code, Role.LEAD),
            *directory.holders(code, Role.ADMIN),
        ]
        there = dict.fromkeys(one for one in holders if decides(one, member, path))
        levels.append(list(there))
    awake = (present(scene.unit, people) for people in levels)
    nobody: list[Person] = []
    usual = next(filter(None, levels), nobody)
    return next(filter(None, awake), usual)


async def ask_deciders(scene: Scene, member: Member, level: int = 0) -> None:
    """The card with which they accept or decline."""
    for person in deciders(scene, member, level):
        await ask_decider(scene, member, person)


async def ask_decider(scene: Scene, member: Member, person: Person) -> None:
    """The same to one of them; nothing where it is not theirs to decide."""
    applicant = await scene.unit.people.get(member.person_id)
    path = scene.unit.directory.path(member.area)
    if applicant is None or not decides(person, member, path):
        return
    language = scene.language_of(person)
    key = "notice-member-waits" if member.looked else "notice-member-applied"
    text = say(
        language,
        key,
        name=applicant.name,
        post=wording.post(scene, language, member.post),
        area=wording.area(scene, language, member.area),
        grids=await wording.grids(scene, member),
    )
    buttons = tuple(
        Choice(label(language, f"button-member-{act}"), f"member:{act}:{member.id}")
        for act in ("accept", "decline")
    )
    await send(scene, person, text, choices=(buttons,))


async def tell(
    scene: Scene,
    member: Member,
    key: str,
    *buttons: str,
    **about: object,
) -> None:
    """A sentence to whose membership it is; `buttons` are presses of this room, as `keep`."""
    person = await scene.unit.people.get(member.person_id)
    if person is None:
        return
    language = scene.language_of(person)
    usual = {
        "post": wording.post(scene, language, member.post),
        "area": wording.area(scene, language, member.area),
    }
    rows = tuple(
        (Choice(label(language, f"button-member-{one}"), f"member:{one}"),)
        for one in buttons
    )
    text = say(language, key, **{**usual, **about})
    await send(
        scene,
        person,
        text,
        choices=rows,
        matter=Matter.RESULT,
    )
