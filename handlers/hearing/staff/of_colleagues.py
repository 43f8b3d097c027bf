"""张强今天没来, 明天张强替李敏, 张强手机丢了: what is told of a colleague. Leave for them is
offered to whoever leads them, with who stands in; their access is taken away by an admin.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from domain.people import Person, Role
from domain.reading.model import Reading
from domain.values.text import spoken
from handlers.admin.plain_roles import admins_of
from handlers.dialog.alone import line_of_staff
from handlers.dialog.turn import Refused, Turn
from handlers.people import off, roles
from handlers.people.scope import (
    HEADS,
    areas_of,
    colleagues,
    staff_in,
)
from handlers.texts.asking import questioned
from handlers.texts.words import (
    anywhere,
    asks,
    one_of,
)

LONGEST = 40
"""Letters: whoever says more tells a story (ours)."""
SIGNS = " 。.！!～~,，"


async def asked(
    turn: Turn,
    reading: Reading,
) -> bool:
    """Whether it was one of these and nothing else, and was answered. Raises Refused."""
    danger = reading.danger is not None
    if danger or not line_of_staff(turn, LONGEST) or questioned(turn.event.text):
        return False
    said = " ".join(spoken(turn.event.text).split())
    named, near = _named(turn, said), colleagues(turn)
    if not named or named[-1] not in near:
        return False
    if len(named) == 1 and await _phone_lost(turn, named[0], said):
        return True
    if len(named) == 1 and await _absent(turn, named[0], said):
        return True
    return await _stands_in(turn, named, said)


def _named(
    turn: Turn,
    said: str,
) -> list[Person]:
    """The colleagues, and those from afar, as they stand there."""
    staff = turn.unit.directory.staff.values()
    others = [one for one in staff if one.id != turn.person.id and one.name]
    found = [one for one in others if spoken(one.name) in said]
    return sorted(found, key=lambda one: said.index(spoken(one.name)))


async def _phone_lost(
    turn: Turn,
    person: Person,
    said: str,
) -> bool:
    rest = said.replace(spoken(person.name), " ")
    if not asks("words-phone-lost", rest, "words-phone-lost-fill", "words-polite"):
        return False
    admins = admins_of(turn, person)
    text = turn.say("phone-lost", name=person.name, admins=admins)
    turn.reply(text)
    if person in staff_in(turn, areas_of(turn, Role.ADMIN)):
        await roles.revoke(turn, f"#{person.id}")
    return True


async def _absent(
    turn: Turn,
    person: Person,
    said: str,
) -> bool:
    """Whether it told that they are not there, and on which day."""
    left = said.replace(spoken(person.name), " ")
    left, count = anywhere("words-absent").subn(" ", left)
    return bool(count) and await _offered(turn, person, left)


async def _stands_in(
    turn: Turn,
    named: Sequence[Person],
    said: str,
) -> bool:
    """Whether it told who does the work of whom."""
    if len(named) != 2:
        return False
    to, person = named
    first, _, rest = said.partition(spoken(to.name))
    between, _, last = rest.partition(spoken(person.name))
    hit = _in_place().search(between.strip())
    if hit is None:
        return False
    first = f"{first} {between.strip()[: hit.start()]}"
    if to not in colleagues(turn):
        turn.reply(turn.say("stand-in-other-far", name=to.name))
        return True
    when = f"{first} {last}".strip(SIGNS)
    return await _offered(turn, person, when or "today", to)


@cache
def _in_place() -> re.Pattern[str]:
    """What stands before whose work it is; a day may stand before that."""
    return re.compile(rf"(?:^|(?<=\s)|(?<=[^\x00-\x7f])){one_of('words-in-place-of')}$")


async def _offered(
    turn: Turn,
    person: Person,
    left: str,
    to: Person | None = None,
) -> bool:
    """Whether nothing but a day is left, and leave was offered. Raises Refused where that is not
    theirs to say.
    """
    left = anywhere("words-absent-fill").sub(" ", left)
    left = " ".join(left.strip(SIGNS).split())
    days = off.days_of(turn, left) if left else None
    if days is None:
        return False
    if not areas_of(turn, *HEADS):
        raise Refused("refuse-away-other", name=person.name)
    await off.offer(turn, days, person, to)
    return True
