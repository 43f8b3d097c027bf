"""/grant and /revoke: giving somebody a role in an area, and taking it away."""

from __future__ import annotations

from dataclasses import replace

from domain.people import Grant, Person, Role
from handlers.casework import phrases
from handlers.casework.hand_over import adopt, rehome
from handlers.casework.sending import send
from handlers.dialog.turn import Refused, Turn
from handlers.people.naming import meant_first, named
from handlers.people.scope import areas_of, own_area, somebody
from handlers.texts.sentences import known, say


async def grant(turn: Turn, words: str) -> None:
    """/grant PERSON ROLE [AREA]."""
    asked = _asked(turn, words)
    if asked is None:
        return turn.reply(turn.say("grant-how"))
    person, given = asked
    await turn.unit.staff.grant(person.id, given)
    await adopt(turn.scene)
    await _written(turn, "grant", person, given)


async def revoke(turn: Turn, words: str) -> None:
    """/revoke PERSON ROLE [AREA]."""
    asked = _asked(turn, words)
    if asked is None:
        return turn.reply(turn.say("revoke-how"))
    person, given = asked
    if person.id == turn.person.id and given.role is Role.ADMIN:
        raise Refused("refuse-own-role")
    if not await turn.unit.staff.revoke(person.id, given):
        raise Refused("refuse-no-grant", name=person.name)
    await turn.unit.directory_now()
    left = turn.unit.directory.staff.get(person.id, replace(person, grants=()))
    moved = await rehome(turn.scene, left)
    await _written(turn, "revoke", person, given)
    if moved:
        turn.reply(turn.say("revoke-moved", name=person.name, count=moved))


def _asked(turn: Turn, words: str) -> tuple[Person, Grant] | None:
    """Who, and which role where; None where no role was named. Raises Refused."""
    parts = words.split()
    wanted = meant_first(turn, parts[1:])
    if wanted is None:
        return None
    role, post, rest = wanted
    person = somebody(turn, parts[0], areas_of(turn, Role.ADMIN))
    area = own_area(turn, rest[0] if rest else "")
    return person, Grant(role, area, post)


async def _written(turn: Turn, act: str, person: Person, given: Grant) -> None:
    turn.unit.history.audit(
        turn.person.id,
        act,
        person=person.id,
        role=given.role.value,
        area=given.area,
        post=given.post,
    )
    told = {"role": named(turn, given), "area": _where(turn, given, turn.language)}
    turn.reply(turn.say(f"done-{act}", name=person.name, **told))
    if person.id == turn.person.id:
        return
    language = known(person.language or turn.setup.language)
    told = {
        "role": named(turn, given, language),
        "area": _where(turn, given, language),
    }
    text = say(language, f"told-{act}", **told)
    await send(turn.scene, person, text)


def _where(turn: Turn, given: Grant, language: str) -> str:
    return phrases.area(turn.unit, given.area, language)
