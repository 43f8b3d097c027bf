"""我不干了, 张强离职了, "Li left the company": what whoever goes has carried is handed over, and it
is said who takes the role away. Admins take it away by a press, and then all goes to others.
"""

from __future__ import annotations

from dataclasses import replace

from domain.people import Person, Role
from domain.reading.model import Reading
from domain.values.text import spoken
from handlers.admin.plain_roles import admins_of
from handlers.dialog.alone import line_of_staff
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Turn
from handlers.lists import passing
from handlers.lists.in_words import whole_load
from handlers.lists.kept import (
    Listing,
    keep,
)
from handlers.lists.show import possible
from handlers.people import roles
from handlers.people.leave import rights
from handlers.people.scope import (
    HEADS,
    areas_of,
    colleagues,
    staff_in,
)
from handlers.texts.words import asks

LONGEST = 60
"""Letters: whoever says more tells a story (ours)."""
MOST = 500
SIGNS = str.maketrans(",，。;；!！?？、", " " * 10)


async def asked(
    turn: Turn,
    reading: Reading,
) -> bool:
    """Whether it was said that somebody goes for good."""
    return await _asked(turn)


async def beside(turn: Turn) -> None:
    """The same as the reason for what was asked, 张强不干了，活给李敏: an admin takes the role."""
    whole = turn.event
    why, comma, _ = whole.text.replace(",", "，").partition("，")
    if comma and turn.person.has(Role.ADMIN):
        turn.event = replace(whole, text=why)
        await _asked(turn)
        turn.event = whole


async def _asked(turn: Turn) -> bool:
    if not line_of_staff(turn, LONGEST):
        return False
    if await _own_to(turn):
        return True
    said = spoken(turn.event.text).translate(SIGNS)
    others = [one for one in colleagues(turn) if one.id != turn.person.id and one.name]
    named = [one for one in others if spoken(one.name) in said]
    for one in named:
        said = said.replace(spoken(one.name), " ")
    beside = "words-leaves-fill", "words-polite"
    goes = len(named) <= 1 and asks("words-leaves-post", said, *beside)
    if not goes or await open_drafts(turn):
        return False
    await (_other(turn, named[0]) if named else _own(turn))
    return True


async def _own_to(turn: Turn) -> bool:
    """我不干了，活给张强: whether they go, and say who gets what they carry."""
    why, comma, rest = spoken(turn.event.text).replace(",", "，").partition("，")
    beside = "words-leaves-fill", "words-polite"
    goes = bool(comma) and asks("words-leaves-post", why.translate(SIGNS), *beside)
    to = rights.stand_in_of(turn, rest) if goes else None
    if to is None or await open_drafts(turn):
        return False
    carried = await turn.unit.cases.carried_by(turn.person.id, MOST)
    cases = await possible(turn, carried, "hand_on")
    if not cases:
        await _own(turn)
        return True
    turn.reply(turn.say("leaving-own-to", admins=admins_of(turn, turn.person)))
    await whole_load.ask(turn, None, cases, to.name)
    return True


async def _own(
    turn: Turn,
) -> None:
    await _hand_over(turn, turn.person, "leaving-own")


async def _other(
    turn: Turn,
    person: Person,
) -> None:
    if staff_in(turn, areas_of(turn, Role.ADMIN)).count(person):
        return await roles.revoke(turn, f"#{person.id}")
    if not staff_in(turn, areas_of(turn, *HEADS)).count(person):
        admins = admins_of(turn, person)
        return turn.reply(
            turn.say("leaving-not-yours", name=person.name, admins=admins)
        )
    await _hand_over(turn, person, "leaving-other")


async def _hand_over(
    turn: Turn,
    person: Person,
    key: str,
) -> None:
    """Asks to whom all that they carry shall go."""
    carried = await turn.unit.cases.carried_by(person.id, MOST)
    cases = await possible(turn, carried, "hand_on")
    about: dict[str, str | int] = {
        "name": person.name,
        "count": len(cases),
        "admins": admins_of(turn, person),
    }
    text = _said(turn, key, bool(cases), about)
    turn.reply(text)
    if not passing.receivers_of(turn, cases):
        return
    listing = Listing(turn.unit.next_id("forms"), ticked=tuple(one.id for one in cases))
    await keep(turn, listing)
    await passing.offer(turn, listing, cases, but=person.id)


def _said(
    turn: Turn,
    key: str,
    carries: bool,
    about: dict[str, str | int],
) -> str:
    if key == "leaving-own":
        return turn.say("leaving-own" if carries else "leaving-own-none", **about)
    return turn.say("leaving-other" if carries else "leaving-other-none", **about)
