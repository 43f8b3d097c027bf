"""/people: who has which role where."""

from __future__ import annotations

from domain.people import Grant, Person, Role
from handlers.actions.nicknames import familiar
from handlers.casework import phrases
from handlers.casework.called import called
from handlers.dialog.turn import Refused, Turn
from handlers.people.leave.told import beside_name
from handlers.people.naming import meant, named, pieces
from handlers.people.scope import (
    areas_of,
    staff_in,
)
from handlers.texts.sentences import Safe

MOST_LISTED = 40
MOST_ROLES = 3
"""Of one person."""


async def people(
    turn: Turn,
    words: str,
) -> None:
    """The staff of this admin's areas, with the roles that they hold there: all of them, or those
    of an area, a role, a name. Raises Refused.
    """
    areas = areas_of(turn, Role.ADMIN)
    staff = staff_in(turn, areas)
    for word in pieces(words):
        staff = [one for one in staff if _fits(turn, one, word, areas)]
    if not staff:
        raise Refused("refuse-people", said=words.strip()[:30])
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


def _fits(
    turn: Turn,
    person: Person,
    word: str,
    areas: set[str],
) -> bool:
    """Whether they are called so, or hold this role or post, or any in this area or below it."""
    here = [grant for grant in person.grants if grant.area in areas]
    directory = turn.unit.directory
    below = directory.below(called(directory, word, whole=False))
    if any(grant.area in below for grant in here):
        return True
    role = meant(turn, word)
    if role is not None:
        return any((grant.role, grant.post) == role for grant in here)
    return word.casefold() in person.name.casefold() or familiar(person.name, word)


def _gone(
    turn: Turn,
    person: Person,
) -> str:
    """Why they may get nothing: on leave, or without a chat."""
    away = beside_name(turn, person)
    reached = turn.unit.directory.addresses.get(person.id)
    return away if reached else away + turn.label("people-unreachable")


def _roles(
    turn: Turn,
    person: Person,
    areas: set[str],
) -> str:
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


def _role(
    turn: Turn,
    grant: Grant,
) -> str:
    area = turn.unit.directory.areas.get(grant.area)
    return f"{named(turn, grant)} {area.name if area else grant.area}"
