"""In which areas somebody may recruit, tell members something and call for volunteers: those that
they lead or administer, and all below.
"""

from __future__ import annotations

from domain.members import leads
from domain.people import Role
from handlers.casework.called import begins, one_of
from handlers.dialog.turn import Refused, Turn
from storage.memory.directory import Directory

HEADS = frozenset({Role.LEAD, Role.ADMIN})


def path_of(directory: Directory, area: str) -> tuple[str, ...]:
    """The area and what it lies in; the root for one that is there no more."""
    return directory.path(area) or directory.path(directory.root)


def led(turn: Turn, code: str) -> str:
    """The area meant; without a code the first that they lead. Raises Refused for any other."""
    known = turn.unit.directory.areas
    if not code:
        tops = (
            grant.area
            for grant in turn.person.grants
            if grant.role in HEADS and not grant.post and grant.area in known
        )
        code = next(tops, "")
    directory = turn.unit.directory
    theirs = [one for one in known if leads(turn.person, directory.path(one))]
    wanted = one_of(directory, code, theirs)
    if not wanted:
        raise Refused("refuse-member-area", code=code[:20])
    return wanted


def apart(turn: Turn, said: str) -> tuple[str, str]:
    """The area that stands first, and the rest. Raises Refused where it is not theirs."""
    named, rest = begins(turn.unit.directory, said)
    return led(turn, named), rest
