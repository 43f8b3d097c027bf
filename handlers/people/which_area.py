"""A role that was given without saying where: the areas that may be meant, each one press away."""

from __future__ import annotations

from domain.people import Person, Role
from handlers.casework import phrases
from handlers.dialog import completing
from handlers.dialog.turn import Turn
from handlers.people.scope import areas_of

MOST = 9
"""Areas below one's own that are shown (ours)."""


async def asked(
    turn: Turn,
    command: str,
    words: str,
    whose: Person | None = None,
) -> bool:
    """Whether it was asked: whoever administers one area alone means that one."""
    mine = areas_of(turn, Role.ADMIN)
    if len(mine) < 2:
        return False
    options = [(_named(turn, code), code) for code in _likely(turn, mine, whose)]
    text = turn.say("ask-area", command=command, words=words.strip()[:60])
    await completing.ask(turn, text, command, options, words.strip())
    return True


def _likely(turn: Turn, mine: set[str], whose: Person | None) -> list[str]:
    """Where they work already, else what lies right below; and last the admin's own."""
    grants = turn.person.grants
    own = [grant.area for grant in grants if grant.role is Role.ADMIN]
    works = [grant.area for grant in whose.grants] if whose else []
    below = [
        code
        for code, area in turn.unit.directory.areas.items()
        if area.parent in own and not area.is_office
    ]
    found = [one for one in works if one in mine] or below[:MOST]
    return [*dict.fromkeys([*found, *own])]


def _named(turn: Turn, code: str) -> str:
    return f"{phrases.area(turn.unit, code, turn.language)} {code}"
