"""让李敏当G01的网格长, "make Li lead of G01", "remove Zhang": what /grant and /revoke do, one press
away. Who is no admin hears who is.
"""

from __future__ import annotations

from domain.people import Person, Role, admin_of
from domain.reading.model import Reading
from domain.values.text import letters, spoken
from handlers.casework import phrases
from handlers.casework.called import called
from handlers.dialog import completing
from handlers.dialog.alone import alone, line_of_staff
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Turn
from handlers.people import roles
from handlers.people.naming import (
    APART,
    meant,
    pieces,
    runs,
)
from handlers.people.scope import (
    areas_of,
    colleagues,
    staff_in,
)
from handlers.texts.asking import questioned
from handlers.texts.words import (
    anywhere,
    asks,
)

LONGEST = 40
"""Letters: whoever says more tells a story (ours)."""
MOST_NAMED = 3
Wanted = tuple[str, str]
"""A role as it is called, and the code of an area."""


async def asked(
    turn: Turn,
    reading: Reading,
) -> bool:
    """Whether it was one of these, of a colleague."""
    if not line_of_staff(turn, LONGEST):
        return False
    if questioned(turn.event.text):
        return False
    if asks("words-undo-role", turn.event.text, "words-polite"):
        return await roles.take_back(turn)
    said = " ".join(spoken(turn.event.text).split())
    named = [one for one in colleagues(turn) if one.name and spoken(one.name) in said]
    mine = not named and anywhere("words-wants-role").search(said) is not None
    if mine and not turn.person.has(Role.ADMIN):
        return await _for_me(turn, said)
    if len(named) != 1 and not mine:
        return False
    person = turn.person if mine else named[0]
    if mine:
        said = anywhere("words-wants-role").sub(" ", said)
    rest = said.replace(spoken(person.name), " ")
    takes = asks("words-revokes", rest, "words-revokes-fill", "words-polite")
    wanted = None if takes else _wanted(turn, person, rest)
    if not (takes or wanted) or await open_drafts(turn):
        return False
    if person not in staff_in(turn, areas_of(turn, Role.ADMIN)):
        about = {"admins": admins_of(turn, person), "words": turn.event.text.strip()}
        turn.reply(turn.say("refuse-grant-plain", **about))
    elif wanted is None:
        await roles.revoke(turn, f"#{person.id}")
    elif not wanted[1]:
        await roles.grant(turn, f"#{person.id} {wanted[0]}")
    else:
        await _offer(turn, person, *wanted, moves=_moves(rest))
    return True


async def of_rider(turn: Turn) -> bool:
    """Whether who is no staff wants a role, 给我管理员权限, and was told who gives it."""
    said = " ".join(spoken(turn.event.text).split())
    if turn.person.staff or not alone(turn) or letters(said) > LONGEST:
        return False
    keys = "words-wants-role", "words-role-itself"
    if questioned(said) or not all(anywhere(key).search(said) for key in keys):
        return False  # 给我个网格员 calls for one
    rest = anywhere("words-wants-role").sub(" ", said)
    wanted = _wanted(turn, turn.person, rest)
    if wanted is not None:
        turn.reply(turn.say("refuse-role-for-rider"))
    return wanted is not None


async def _for_me(
    turn: Turn,
    said: str,
) -> bool:
    """Whether they want a role for themselves, 让我当网格长, and were told who gives it."""
    rest = anywhere("words-wants-role").sub(" ", said)
    wanted = _wanted(turn, turn.person, rest)
    if wanted is None or await open_drafts(turn):
        return False
    about = {"admins": admins_of(turn, turn.person), "name": turn.person.name}
    about |= {"role": wanted[0], "area": wanted[1] or turn.person.grants[0].area}
    turn.reply(turn.say("refuse-role-for-me", **about))
    return True


def _moves(
    rest: str,
) -> bool:
    return anywhere("words-moves-to").search(rest) is not None


def _wanted(
    turn: Turn,
    person: Person,
    rest: str,
) -> Wanted | None:
    """The role and the area that are named, and nothing beside what asks for it."""
    moves = _moves(rest)
    if not moves and anywhere("words-grant-verb").search(rest) is None:
        return None
    role, area, left = "", "", []
    for key in ("words-moves-to", "words-grants"):
        rest = anywhere(key).sub(" ", rest)
    parts = pieces(APART.sub(" ", rest))
    for start, end in runs(len(parts)):
        word = " ".join(parts[start:end])
        areas = called(turn.unit.directory, word)
        if not role and meant(turn, word):
            role = word
        elif not area and len(areas) == 1:
            area = areas[0]
    known = f"{role} {area}".casefold()
    left = [one for one in parts if one.casefold() not in known and one not in role]
    held = {grant.role for grant in person.grants}
    if not role and moves and len(held) == 1:
        role = str(held.pop())
    return (role, area) if role and not left else None


async def _offer(
    turn: Turn, person: Person, role: str, area: str, *, moves: bool
) -> None:
    found = meant(turn, role)
    called_so = turn.label(f"role-{found[0]}") if found and not found[1] else role
    where = phrases.area(turn.unit, area, turn.language)
    about = {"name": person.name, "area": where, "role": called_so}
    text = turn.say("ask-move", **about) if moves else turn.say("ask-grant", **about)
    yes = turn.label("button-grant", **about | {"area": area})
    options = [(yes, f"#{person.id} {role} {area}")]
    await completing.ask(turn, text, "grant", options)


def admins_of(
    turn: Turn,
    person: Person,
) -> str:
    """The nearest of those who give and take this person's roles."""
    directory = turn.unit.directory
    found: list[Person] = []
    for grant in person.grants:
        path = directory.path(grant.area)
        there = [one for one in directory.staff.values() if admin_of(one, path)]
        found += [one for one in there if one.id != person.id and one not in found]
    names = [one.name for one in found[:MOST_NAMED]]
    return phrases.listed(turn.language, names) if names else "/people"
