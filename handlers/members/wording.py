"""How a post and its grids are called."""

from __future__ import annotations

from collections.abc import Iterable

from domain.members import Member, MemberTerms
from handlers.casework import phrases
from handlers.dialog.scene import Scene


def post(
    scene: Scene,
    language: str,
    code: str,
) -> str:
    """A post's name; its code where the office has it no more."""
    given = scene.setup.members or MemberTerms()
    found = given.post(code)
    return found.name(language) if found else code


def area(
    scene: Scene,
    language: str,
    code: str,
) -> str:
    return phrases.area(scene.unit, code, language)


def names(scene: Scene, codes: Iterable[str]) -> str:
    """The names of grids, without what they lie in."""
    areas = scene.unit.directory.areas
    return " · ".join(areas[code].name for code in codes if code in areas)


async def grids(scene: Scene, member: Member) -> str:
    """Their usual grids, the home grid first."""
    found = await scene.unit.member_grids.of(member.id)
    rest = [code for code in found if code != member.area]
    return names(scene, [member.area, *rest])
