"""Where somebody's word counts: the areas that they administer or lead, and the staff in them."""

from __future__ import annotations

import re

from domain.people import Person, Role, admin_of
from domain.values.text import one_width
from handlers.actions.nicknames import familiar
from handlers.casework import phrases
from handlers.casework.called import called, one_of
from handlers.dialog.turn import Refused, Turn
from handlers.people.naming import runs
from handlers.texts.words import words

CODE = re.compile("([A-Z]+)[0-9]+")
"""What most codes of areas are."""
HEADS = (Role.LEAD, Role.ADMIN)
MOST_NAMED = 12


def areas_of(
    turn: Turn,
    *roles: Role,
) -> set[str]:
    """The codes of the areas in which this person holds one of the roles, and of all below."""
    tops = (grant.area for grant in turn.person.grants if grant.role in roles)
    return turn.unit.directory.below(tops)


def everywhere(turn: Turn) -> bool:
    """Whether this person is an admin of the root, and so of all there is."""
    return admin_of(turn.person, [turn.unit.directory.root])


def own_area(
    turn: Turn,
    code: str,
) -> str:
    """The area meant, of those that this admin administers, by a code or a name.

    Without a code it is the admin's own. Raises Refused for every other.
    """
    if not code:
        return _first(turn)
    wanted = one_of(turn.unit.directory, code, areas_of(turn, Role.ADMIN))
    if not wanted:
        raise no_such_area(turn, code)
    return wanted


def no_such_area(
    turn: Turn,
    code: str,
) -> Refused:
    """Admins look theirs up in /areas; to others they are told."""
    if turn.person.has(Role.ADMIN):
        return Refused("refuse-area", code=code[:20])
    directory = turn.unit.directory
    own = sorted(directory.below(grant.area for grant in turn.person.grants))
    names = [f"{directory.areas[one].name} {one}" for one in own[:MOST_NAMED]]
    mine = phrases.listed(turn.language, names)
    return Refused("refuse-area-mine", code=code[:20], mine=mine)


def no_area(
    turn: Turn,
    said: str,
) -> None:
    """What begins with a word that is written like the code or the name of an area and is none.
    Raises Refused.
    """
    first = next(iter(one_width(said).split()), "")
    code = CODE.fullmatch(first.upper())
    known = map(CODE.fullmatch, turn.unit.directory.areas)
    alike = code and any(one and one[1] == code[1] for one in known)
    named = any(first.endswith(one) and first != one for one in words("words-a-grid"))
    grid = named and first != said.strip()
    if alike or grid:
        raise no_such_area(turn, first)


def _first(turn: Turn) -> str:
    for grant in turn.person.grants:
        if grant.role is Role.ADMIN:
            return grant.area
    raise Refused("refuse-no-command")


def staff_in(
    turn: Turn,
    areas: set[str],
) -> list[Person]:
    """Everybody with a role in one of these areas."""
    return [
        person
        for person in turn.unit.directory.staff.values()
        if any(grant.area in areas for grant in person.grants)
    ]


def near(turn: Turn) -> set[str]:
    """The areas in which this person holds a role, all below them and all above."""
    directory = turn.unit.directory
    tops = [grant.area for grant in turn.person.grants]
    return directory.below(tops).union(*map(directory.path, tops))


def colleagues(turn: Turn) -> list[Person]:
    return staff_in(turn, near(turn))


def somebody(
    turn: Turn,
    word: str,
    areas: set[str],
) -> Person:
    """The one of the staff in these areas with this number or name, else who alone may be called
    so. Raises Refused.
    """
    number, there = word.lstrip("#＃"), staff_in(turn, areas)
    hits = [
        person
        for person in there
        if person.name.casefold() == word.casefold() or str(person.id) == number
    ]
    hits = hits or [person for person in there if familiar(person.name, word)]
    if len(hits) != 1:
        raise _nobody(turn, word, areas)
    return hits[0]


def _nobody(
    turn: Turn,
    word: str,
    areas: set[str],
) -> Refused:
    """Admins look them up in /people; to others the names are told."""
    name = word[:30]
    if turn.person.has(Role.ADMIN):
        return Refused("refuse-person", name=name)
    names = [one.name for one in staff_in(turn, areas)[:MOST_NAMED]]
    there = phrases.listed(turn.language, names)
    return Refused("refuse-person-here", name=name, names=there)


def somebody_in(
    turn: Turn, parts: list[str], areas: set[str]
) -> tuple[Person, list[str]]:
    """Whoever is named anywhere among these words, and the other words. Raises Refused."""
    for start, end in runs(len(parts)):
        try:
            person = somebody(turn, " ".join(parts[start:end]), areas)
        except Refused:
            continue
        return person, parts[:start] + parts[end:]
    directory = turn.unit.directory
    no_area = [part for part in parts if not called(directory, part)]
    raise _nobody(turn, " ".join(no_area or parts), areas)
