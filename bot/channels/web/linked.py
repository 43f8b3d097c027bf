"""Whose chat a link or an old address opens."""

from __future__ import annotations

from dataclasses import dataclass

from bot.channels.web.visitors import Visitor
from domain.messages import Address
from domain.start_codes import SIGNS_IN, Begins, apart
from handlers.casework.permission import visible
from storage.login import Link, Login
from storage.unit import Unit


@dataclass(frozen=True, slots=True)
class Chat:
    """`login` is the one that the new one stands in for, `case` the number of what is shown first.
    Behind a link that was used or is too old it `opens` for nobody who is not there already.
    """

    chat: str
    login: Login | None = None
    case: str = ""
    opens: bool = True


async def is_here(unit: Unit, visitor: Visitor | None, code: str) -> bool:
    """Whether a link opens the chat that this browser has: then there is nothing to decide."""
    if visitor is None or not code.startswith(SIGNS_IN):
        return False
    chat = await linked_chat(unit, code)
    return chat is not None and signed_in_to(visitor, chat)


def signed_in_to(visitor: Visitor, chat: Chat) -> bool:
    current = visitor.login is not None and not visitor.stale
    return current and chat.login is None and visitor.chat == chat.chat


async def linked_chat(unit: Unit, code: str) -> Chat | None:
    """Whose chat a link or an old address opens, or has opened. It uses nothing up."""
    begins, secret = apart(code)
    if begins is Begins.OLD:
        login = await unit.logins.find(secret)
        opens = login is not None and login.ended_at is None
        return Chat(login.chat, login) if login and opens else None
    link = await unit.logins.linked(secret)
    if link is None:
        return None
    return Chat(link.chat, case=await _case(unit, link), opens=link.opens)


async def _case(unit: Unit, link: Link) -> str:
    """The number of the case that the letter was about; '' where it is not theirs to see, or not
    any more.
    """
    if link.case_id is None:
        return ""
    here = Address("web", link.chat)
    await unit.people.load([here])
    person, case = unit.people.at(here), await unit.cases.get(link.case_id)
    if person is None or case is None or not await visible(unit, person, case):
        return ""
    return case.number


async def used_up(unit: Unit, code: str) -> bool:
    """Whether a link opened just now, and does so to nobody else; an old address is looked at by
    its own cookie.
    """
    begins, secret = apart(code)
    if begins is Begins.OLD:
        return True
    link = await unit.logins.follow(secret)
    if link is None:
        return False
    await _read(unit, Address("web", link.chat))
    return True


async def _read(unit: Unit, page: Address) -> None:
    """What they were told to look at here is read now, wherever else it waits."""
    await unit.people.load([page])
    person = unit.people.at(page)
    for address in await unit.people.addresses(person.id) if person else ():
        await unit.outbox.read_behind(address)
