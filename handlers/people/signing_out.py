"""/signout: an admin ends all that somebody has signed in to on the web page."""

from __future__ import annotations

from domain.people import Person, Role
from handlers.casework.letters.sending import send
from handlers.dialog.turn import Refused, Turn, whole
from handlers.people.scope import (
    areas_of,
    everywhere,
    somebody,
)
from handlers.texts.sentences import known, say


async def sign_out(turn: Turn, words: str) -> None:
    """/signout PERSON."""
    word = words.strip()
    if not word:
        return turn.reply(turn.say("signout-how"))
    person = await _asked(turn, word)
    addresses = await turn.unit.people.addresses(person.id)
    count = await turn.unit.logins.end_all(addresses)
    turn.unit.history.audit(turn.person.id, "signout", person=person.id, count=count)
    turn.reply(turn.say("done-signout", name=person.name, count=count))
    if count and person.id != turn.person.id:
        language = known(person.language or turn.setup.language)
        await send(turn.scene, person, say(language, "told-signout"))


async def _asked(turn: Turn, word: str) -> Person:
    """Somebody of whom all roles are this admin's; the admin of everything may name anybody, by
    their number. Raises Refused.
    """
    number = whole(word.lstrip("#"))
    if number is not None and everywhere(turn):
        found = await turn.unit.people.get(number)
        if found is not None:
            return found
    areas = areas_of(turn, Role.ADMIN)
    person = somebody(turn, word, areas)
    if any(grant.area not in areas for grant in person.grants):
        raise Refused("refuse-signout-elsewhere", name=person.name)
    return person
