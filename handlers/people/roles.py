"""/grant and /revoke: giving somebody a role in an area, and taking it away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from domain.people import Grant, Person, Role
from handlers.casework import phrases
from handlers.casework.letters.sending import send
from handlers.casework.rearranging.hand_over import (
    adopt,
    rehome,
)
from handlers.dialog import completing
from handlers.dialog.marks import mark, marks_in
from handlers.dialog.turn import Refused, Turn
from handlers.people import which_area
from handlers.people.naming import (
    ask_role,
    meant_in,
    named,
    pieces,
)
from handlers.people.scope import (
    areas_of,
    own_area,
    somebody_in,
)
from handlers.texts.sentences import Safe, known, say

GIVEN = "granted"


async def grant(turn: Turn, words: str) -> None:
    """/grant PERSON ROLE AREA, in any order; it is asked where, if that was not said."""
    wanted = meant_in(turn, words)
    if wanted is None and pieces(words):
        _to_whom(turn, pieces(words))
        return await ask_role(turn, "grant", words)
    if wanted is None or not wanted[2]:
        return turn.reply(turn.say("grant-how"))
    role, post, rest = wanted
    person, rest = _to_whom(turn, rest)
    if not rest and await which_area.asked(turn, "grant", words, person):
        return
    given = Grant(role, own_area(turn, " ".join(rest)), post)
    if given in person.grants:
        raise Refused("refuse-has-role", name=person.name)
    await turn.unit.staff.grant(person.id, given)
    await adopt(turn.scene)
    await _written(turn, "grant", person, given)
    typed = f"#{person.id} {named(turn, given)} {given.area}"
    await mark(turn, GIVEN, {"typed": typed})


async def take_back(
    turn: Turn,
) -> bool:
    """The role that they gave last, by a press; whether there was one."""
    found = await marks_in(
        turn.unit,
        turn.private,
        GIVEN,
    )
    if not found:
        return False
    typed = str(found[-1].about["typed"])
    number, _, what = typed.partition(" ")
    person = turn.unit.directory.staff.get(int(number[1:]))
    name = person.name if person else number
    text = turn.say("revoke-given", name=name, what=what)
    press = turn.label("button-revoke"), typed
    await completing.ask(turn, text, "revoke", [press])
    return True


def _to_whom(turn: Turn, parts: list[str]) -> tuple[Person, list[str]]:
    """Whoever has a role already, and the other words. Raises Refused: others are invited."""
    try:
        return somebody_in(turn, parts, areas_of(turn, Role.ADMIN))
    except Refused as refused:
        if refused.key != "refuse-person":
            raise
        raise Refused("refuse-grant", **refused.args_of_key) from None


async def revoke(turn: Turn, words: str) -> None:
    """/revoke PERSON ROLE [AREA], in any order; without an area the only one where they have it."""
    areas, parts = areas_of(turn, Role.ADMIN), pieces(words)
    if not parts:
        return turn.reply(turn.say("revoke-how"))
    role, post, parts = meant_in(turn, words) or (None, "", parts)
    person, rest = somebody_in(turn, parts, areas)
    held = [one for one in person.grants if one.area in areas]
    if role is not None:
        held = [one for one in held if (one.role, one.post) == (role, post)]
    if rest:
        area = own_area(turn, " ".join(rest))
        held = [one for one in held if one.area == area]
    if not held:
        raise Refused("refuse-no-grant", name=person.name)
    if role is None or len(held) > 1:
        return await _which(turn, person, held)
    await _revoked(turn, person, held[0])


async def _revoked(turn: Turn, person: Person, given: Grant) -> None:
    """Takes it away, and says what became of what they carried."""
    if person.id == turn.person.id and given.role is Role.ADMIN:
        raise Refused("refuse-own-role")
    await turn.unit.staff.revoke(person.id, given)
    await turn.unit.directory_now()
    left = turn.unit.directory.staff.get(person.id, replace(person, grants=()))
    moved = await rehome(turn.scene, left)
    await _written(turn, "revoke", person, given, moved)
    if not left.grants:
        role = named(turn, given)
        turn.reply(
            turn.say("revoke-last", name=person.name, role=role, area=given.area)
        )
    if moved:
        turn.reply(turn.say("revoke-moved", name=person.name, count=moved))


async def _which(turn: Turn, person: Person, held: Sequence[Grant]) -> None:
    """What could be taken away, each as the command that does it, and as a button."""
    lines, options = [turn.say("revoke-which", name=person.name)], []
    for one in held:
        typed = f"#{person.id} {named(turn, one)} {one.area}"
        lines.append(turn.say("revoke-line", command=f"/revoke {typed}"))
        options.append((f"{named(turn, one)} {one.area}", typed))
    await completing.ask(turn, Safe("\n".join(lines)), "revoke", options)


async def _written(
    turn: Turn,
    act: str,
    person: Person,
    given: Grant,
    moved: int = 0,
) -> None:
    turn.unit.history.audit(
        turn.person.id,
        act,
        person=person.id,
        role=given.role.value,
        area=given.area,
        post=given.post,
    )
    told = {
        "role": named(turn, given),
        "area": _where(turn, given, turn.language),
    }
    turn.reply(turn.say(f"done-{act}", name=person.name, **told))
    if person.id == turn.person.id:
        return
    language = known(person.language or turn.setup.language)
    told = {
        "role": named(turn, given, language),
        "area": _where(turn, given, language),
    }
    text = say(language, f"told-{act}", **told, count=moved)
    await send(turn.scene, person, text)


def _where(turn: Turn, given: Grant, language: str) -> str:
    return phrases.area(turn.unit, given.area, language)
