"""/health: what waits and what failed; for an admin of some areas who is out of reach there."""

from __future__ import annotations

from collections.abc import Iterable

from domain.people import Role
from handlers.admin.troubles import (
    OF_CHANNEL,
    reason_of,
    said_of,
    with_reason,
)
from handlers.casework import phrases
from handlers.dialog.turn import Turn
from handlers.people.scope import (
    areas_of,
    everywhere,
    own_area,
    staff_in,
)
from handlers.texts.sentences import Safe

MOST_LISTED = 20
MOST_MEDIA = 1000
"""Pictures to fetch that are counted."""


async def health(turn: Turn, words: str) -> None:
    """The machine for admins of the root, the own areas for all others."""
    said = await _machine(turn) if everywhere(turn) else await _areas(turn)
    faulty = await turn.unit.media.faulty() if everywhere(turn) else 0
    lines = [said, *await _late(turn), *await _out_of_reach(turn)]
    if faulty:
        lines.append(turn.say("health-faulty-files", count=faulty))
    turn.reply(Safe("\n".join(lines)))


async def _machine(turn: Turn) -> Safe:
    unit = turn.unit
    return turn.say(
        "health",
        waiting=await unit.outbox.count(),
        quarantined=len(await unit.arrivals.quarantined()),
        media=len(await unit.media.wanted(MOST_MEDIA)),
        staff=len(unit.directory.staff),
        areas=len(unit.directory.areas),
        groups=len(unit.directory.groups),
        open=await unit.cases.count_open(unit.directory.areas),
    )


async def _late(turn: Turn) -> list[Safe]:
    """The channels by which nothing comes or goes and why, or nothing came for a while."""
    troubles = turn.setup.troubles if everywhere(turn) else {}
    unheard = turn.setup.unheard if everywhere(turn) else {}
    about = (turn.language, turn.setup)
    return [await _trouble(turn, *one) for one in troubles.items()] + [
        said_of(*about, channel, gap, turn.unit.now) for channel, gap in unheard.items()
    ]


async def _trouble(turn: Turn, channel: str, trouble: str) -> Safe:
    name = phrases.channel(turn.language, channel)
    said = turn.say(OF_CHANNEL[trouble], channel=name)
    reason = await reason_of(turn.unit, channel, trouble)
    return with_reason(turn.language, said, reason)


async def _areas(turn: Turn) -> Safe:
    unit = turn.unit
    areas = areas_of(turn, Role.ADMIN)
    staff = staff_in(turn, areas)
    return turn.say(
        "health-area",
        area=phrases.area(unit, own_area(turn, ""), turn.language),
        open=await unit.cases.count_open(areas),
        areas=len(areas),
        staff=len(staff),
        groups=sum(code in areas for code in unit.directory.groups.values()),
    )


async def _out_of_reach(turn: Turn) -> list[Safe]:
    """The people and groups of one's areas whom no message reaches."""
    unit = turn.unit
    areas = areas_of(turn, Role.ADMIN)
    addresses = unit.directory.addresses
    staff = staff_in(turn, areas)
    silent = [person.name for person in staff if not addresses.get(person.id)]
    lost = sorted(await unit.groups.lost_in(areas))
    lines = []
    if silent:
        lines.append(
            turn.say(
                "health-unreachable",
                names=_listed(silent),
            )
        )
    if lost:
        lines.append(
            turn.say(
                "health-no-group",
                areas=_listed(lost),
            )
        )
    return lines


def _listed(names: Iterable[str]) -> str:
    found = list(names)
    more = " …" if len(found) > MOST_LISTED else ""
    return ", ".join(found[:MOST_LISTED]) + more
