"""Whose chat a link or an old address opens."""

from __future__ import annotations

from dataclasses import dataclass

from bot.channels.web.visitors import Visitor
from domain.start_codes import Begins, apart
from storage.logins import Login
from storage.unit import Unit


@dataclass(frozen=True, slots=True)
class Chat:
    """`login` is the one that the new one stands in for."""

    chat: str
    login: Login | None = None


async def is_here(unit: Unit, visitor: Visitor | None, code: str) -> bool:
    """Whether a link opens the chat that this browser has: then there is nothing to decide."""
    if visitor is None or not Begins.DEVICE.leads_to(code):
        return False
    chat = await linked_chat(unit, code)
    return chat is not None and signed_in_to(visitor, chat)


def signed_in_to(visitor: Visitor, chat: Chat) -> bool:
    current = visitor.login is not None and not visitor.stale
    return current and chat.login is None and visitor.chat == chat.chat


async def linked_chat(unit: Unit, code: str, *, uses: bool = False) -> Chat | None:
    """Whose chat a link or an old address opens."""
    begins, secret = apart(code)
    if begins is Begins.OLD:
        login = await unit.logins.find(secret)
        opens = login is not None and login.ended_at is None
        return Chat(login.chat, login) if login and opens else None
    find = unit.logins.follow if uses else unit.logins.linked
    chat = await find(secret)
    return Chat(chat) if chat else None
