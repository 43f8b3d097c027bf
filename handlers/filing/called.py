"""Who is called for an emergency; and each of them, once, when it is elsewhere or was nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from domain.case import Case
from domain.messages import Address, Choice, Reply
from domain.people import Person
from handlers.casework import phrases
from handlers.casework.cards.card_sending import language_at, readers
from handlers.casework.letters import unread_alarm
from handlers.casework.letters.sending import send
from handlers.casework.reach import heads, present
from handlers.dialog.marks import mark, marked
from handlers.dialog.turn import Turn
from handlers.texts.sentences import say
from storage.outbox.letters import ANSWER

KEPT = timedelta(days=1)
"""So long it is known who was called."""

Chats = frozenset[Address]


async def call(turn: Turn, case: Case) -> str:
    """Who leads the place hears of it, whatever the hour; everybody else got the card. Returns the
    names of who has it and who was told, for the rider.
    """
    before = await _called(turn, case)
    people = [one for one in _heads(turn, case) if one.id != case.assignee_id]
    for person in people:
        chats = await turn.unit.people.addresses(person.id)
        if not before.intersection(chats):
            await _tell_head(turn, case, person)
    await _remember(turn, case, before | await _now(turn, case))
    carer = await turn.unit.people.get(case.assignee_id)
    told = [one for one in (carer, *people) if one is not None]
    there = present(turn.unit, told)  # who is on leave may not read it
    names = [one.name for one in there or told]
    return turn.label("names-and").join(names) or turn.label("carer-desk")


async def elsewhere(turn: Turn, case: Case) -> None:
    """The case lies in another area than was thought: who is there is called, and whoever was
    called in vain hears who has it.
    """
    before = await _called(turn, case)
    await call(turn, case)
    gone = before.difference(readers(turn.unit, case))
    await _tell(turn, case, gone, "notice-emergency-moved")


async def anybody(turn: Turn, case: Case) -> bool:
    """Whether somebody was called for it."""
    return bool(await _called(turn, case))


async def all_clear(turn: Turn, case: Case) -> None:
    """Everybody who was called hears that it was nothing."""
    standing = {one.chat for one in await turn.unit.sent_messages.cards(case.id)}
    chats = standing | await _called(turn, case) | await _now(turn, case)
    await _tell(
        turn,
        case,
        chats,
        "notice-all-clear",
    )


def _heads(turn: Turn, case: Case) -> list[Person]:
    return heads(
        turn.unit,
        case,
        0,
        turn.person,
    )


async def _tell_head(turn: Turn, case: Case, person: Person) -> None:
    language = turn.scene.language_of(person)
    unread = unread_alarm.hidden(turn.scene, person, case)
    about = {
        "title": phrases.title(turn.setup, language, case),
        "area": phrases.area(turn.unit, case.area, language),
        "place": unread_alarm.where(turn.scene, case, language),
        "name": await phrases.carer(turn.unit, language, case),
        "what": unread_alarm.what(turn.scene, person, case, language),
    }
    key = "notice-emergency-unread" if unread else "notice-emergency"
    text = say(language, key, **about)
    opens = ((Choice(case.number, f"c:{case.id}:open"),),)
    await send(
        turn.scene,
        person,
        text,
        case,
        urgent=True,
        choices=opens,
    )


async def _tell(
    turn: Turn,
    case: Case,
    chats: Iterable[Address],
    key: str,
) -> None:
    """One sentence to each chat in its language, but for those of whoever says it."""
    own = await turn.unit.people.addresses(turn.person.id)
    for chat in sorted(set(chats).difference(own)):
        language = language_at(turn.scene, chat)
        text = say(
            language,
            key,
            title=phrases.title(turn.setup, language, case),
            area=phrases.area(turn.unit, case.area, language),
            name=await phrases.carer(turn.unit, language, case),
        )
        turn.unit.outbox.add(
            chat,
            Reply(text=text),
            ANSWER,
            case_id=case.id,
            about=case.number,
        )


# --- who was called ---


async def _now(turn: Turn, case: Case) -> Chats:
    """Where the card belongs now, and the chats of who leads the place."""
    found = set(readers(turn.unit, case))
    for person in _heads(turn, case):
        found.update(await turn.unit.people.addresses(person.id))
    return frozenset(found)


def _name(case: Case) -> str:
    return f"called:{case.id}"


async def _called(turn: Turn, case: Case) -> Chats:
    """All who were called so far, as this chat remembers them."""
    kept = await marked(turn, _name(case), KEPT)
    return (
        frozenset(Address(*one) for one in kept.about["chats"]) if kept else frozenset()
    )


async def _remember(turn: Turn, case: Case, chats: Chats) -> None:
    about = {"chats": [list(one) for one in sorted(chats)]}
    kept = await marked(turn, _name(case), KEPT)
    if kept is None:
        return await mark(turn, _name(case), about)
    await turn.unit.forms.put(replace(kept, about=about))
