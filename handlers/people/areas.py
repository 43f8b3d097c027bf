"""/areas: the areas below an admin's own and the offices beside them, with staff and groups."""

from __future__ import annotations

from collections.abc import Sequence

from domain.area import Area
from domain.commands import may_command
from domain.messages import Choice
from domain.people import Role
from handlers.casework import phrases
from handlers.dialog.rows import abreast
from handlers.dialog.turn import Refused, Turn
from handlers.people.scope import (
    areas_of,
    own_area,
)
from handlers.texts.sentences import Safe
from handlers.texts.words import words

MOST_LISTED = 40
OFFICES = "offices"
"""What a button says for the offices."""


async def areas(turn: Turn, said: str) -> None:
    """/areas [CODE]: an area with what lies below it; /areas offices."""
    wanted = said.strip()
    if wanted.lower() in words("words-offices"):
        return await _offices(turn)
    top = own_area(turn, wanted)
    directory = turn.unit.directory
    named = phrases.area(turn.unit, top, turn.language)
    within = [
        area
        for area in directory.areas.values()
        if area.parent == top and not area.is_office
    ]
    shown = (within or [directory.areas[top]])[:MOST_LISTED]
    lines = [turn.say("areas-title", name=named, code=top)]
    lost = await _lost(turn, shown)
    lines += [_line(turn, area, _staff(turn, area), lost) for area in shown]
    rows = _rows(
        [
            *_deeper(turn, shown),
            *_to_offices(turn, top),
        ],
        2,
    )
    turn.reply(
        Safe("\n".join(lines)),
        rows,
        edit=bool(turn.event.data),
    )


def _staff(turn: Turn, area: Area) -> int:
    """How many people have a role in the area or below it."""
    below = turn.unit.directory.below([area.code])
    return sum(
        any(grant.area in below for grant in person.grants)
        for person in turn.unit.directory.staff.values()
    )


async def _lost(turn: Turn, shown: Sequence[Area]) -> set[str]:
    """Those whose group takes no messages."""
    return await turn.unit.groups.lost_in({area.code for area in shown})


def _line(
    turn: Turn,
    area: Area,
    staff: int,
    lost: set[str],
) -> Safe:
    return turn.say(
        "areas-line",
        code=area.code,
        name=area.name,
        staff=staff,
        group=_group(turn, area, lost),
    )


def _group(turn: Turn, area: Area, lost: set[str]) -> str:
    if turn.unit.directory.group_of(area.code):
        return turn.label("areas-group")
    return turn.label("areas-group-lost") if area.code in lost else ""


def _deeper(turn: Turn, shown: Sequence[Area]) -> list[Choice]:
    return [
        Choice(area.name[:20], f"a:areas:{area.code}")
        for area in shown
        if len(turn.unit.directory.below([area.code])) > 1
    ]


def _to_offices(turn: Turn, top: str) -> list[Choice]:
    directory = turn.unit.directory
    if top != directory.root or not directory.offices:
        return []
    return [turn.choice("button-offices", f"a:areas:{OFFICES}")]


async def _offices(turn: Turn) -> None:
    """The offices beside the tree that this admin administers: where cases can be sent."""
    own = areas_of(turn, Role.ADMIN)
    offices = [one for one in turn.unit.directory.offices if one.code in own]
    if not offices and turn.unit.directory.offices:
        raise Refused("refuse-area", code=OFFICES)
    lost = await _lost(turn, offices)
    lines = [turn.say("offices-title")]
    for one in offices:
        lines.append(
            _line(
                turn,
                one,
                len(turn.unit.directory.members(one.code)),
                lost,
            )
        )
    turn.reply(
        Safe("\n".join(lines)),
        edit=bool(turn.event.data),
    )


async def on_areas(turn: Turn, data: str) -> None:
    """`a:areas:<code>`: a press below /areas."""
    if not may_command(turn.person, "areas"):
        raise Refused("refuse-old-button")
    await areas(turn, data.partition(":")[2])


def _rows(buttons: Sequence[Choice], wide: int) -> list[Sequence[Choice]]:
    return [*abreast(buttons, wide)]
