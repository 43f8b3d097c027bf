"""/people: who has which role where."""

from __future__ import annotations

from domain.people import Grant, Person, Role
from handlers.casework import phrases
from handlers.dialog.turn import Turn
from handlers.people.leave_told import beside_name
from handlers.people.naming import named
from handlers.people.scope import (
    areas_of,
    staff_in,
)
from handlers.texts.sentences import Safe

MOST_LISTED = 40
MOST_ROLES = 3
"""Of one person."""


async def people(turn: Turn, words: str) -> None:
    """The staff of this admin's areas, with the roles that they hold there."""
    areas = areas_of(turn, Role.ADMIN)
    staff = staff_in(turn, areas)
    lines = [turn.say("people-title", count=len(staff))]
    for person in staff[:MOST_LISTED]:
        roles = _roles(turn, person, areas)
        lines.append(
            turn.say(
                "people-line",
                id=str(person.id),
                name=person.name,
                roles=roles,
                gone=_gone(turn, person),
            )
        )
    if len(staff) > MOST_LISTED:
        lines.append(
            turn.say(
                "people-more",
                count=len(staff) - MOST_LISTED,
            )
        )
    turn.reply(Safe("\n".join(lines)))


def _gone(turn: Turn, person: Person) -> str:
    """Why they may get nothing: on leave, or without a chat."""
    away = beside_name(turn, person)
    reached = turn.unit.directory.addresses.get(person.id)
    return away if reached else away + turn.label("people-unreachable")


def _roles(turn: Turn, person: Person, areas: set[str]) -> str:
    here = [grant for grant in person.grants if grant.area in areas]
    roles = phrases.listed(
        turn.language, (_role(turn, grant) for grant in here[:MOST_ROLES])
    )
    if len(here) <= MOST_ROLES:
        return roles
    return turn.label(
        "people-roles",
        roles=roles,
        count=len(here),
    )


def _role(turn: Turn, grant: Grant) -> str:
    area = turn.unit.directory.areas.get(grant.area)
    return f"{named(turn, grant)} {area.name if area else grant.area}"
