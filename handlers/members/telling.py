"""Who is told of an application: those who decide about it, and whoever applied."""

from __future__ import annotations

from collections.abc import Sequence

from domain.members import Member, decides
from domain.messages import Choice, Matter
from domain.people import Person, Role
from handlers.casework.letters.sending import send
from handlers.casework.reach import present
from handlers.dialog.scene import Scene
from handlers.members import wording
from handlers.members.scope import path_of
from handlers.texts.sentences import label, say


def deciders(
    scene: Scene,
    member: Member,
    level: int,
) -> list[Person]:
    """Who leads the home grid, or what is `level` steps above it; never whoever applied."""
    path = path_of(scene.unit.directory, member.area)
    above = path[min(level, max(len(path) - 1, 0)) :]
    return leaders(scene, above, member.person_id)


def leaders(
    scene: Scene,
    path: Sequence[str],
    without: int | None = None,
) -> list[Person]:
    """Of the first area on this path where somebody else than `without` leads and is there those
    who do; where nobody is there, of the first where somebody leads.
    """
    directory = scene.unit.directory
    levels = []
    for code in path:
        holders = [
            *directory.holders(code, Role.LEAD),
            *directory.holders(code, Role.ADMIN),
        ]
        levels.append([one for one in dict.fromkeys(holders) if one.id != without])
    awake = (present(scene.unit, people) for people in levels)
    nobody: list[Person] = []
    usual = next(filter(None, levels), nobody)
    return next(filter(None, awake), usual)


async def ask_deciders(
    scene: Scene,
    member: Member,
    level: int = 0,
) -> None:
    """The card with which they accept or decline."""
    for person in deciders(scene, member, level):
        await ask_decider(scene, member, person)


async def ask_decider(
    scene: Scene,
    member: Member,
    person: Person,
) -> None:
    """The same to one of them; nothing where it is not theirs to decide."""
    applicant = await scene.unit.people.get(member.person_id)
    path = path_of(scene.unit.directory, member.area)
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
    await send(
        scene,
        person,
        text,
        choices=(buttons,),
    )


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
