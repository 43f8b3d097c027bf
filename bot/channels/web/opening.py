"""What a link opens: a role (`i_`), a shop's chat (`t_`), one's chat on a further device (`d_`) or
with the case of a letter that came elsewhere (`letter_`), a chat of before 0.4, whose secret stood
in its address (`o_`), or the grid of a QR code (`g_`).

The first five are offered and taken by a press only, since previews open links too. Who tries
too many that do not exist has to wait; they are looked up by their hash.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from starlette.requests import Request

from bot.channels.web.devices import device
from bot.channels.web.events import event
from bot.channels.web.limits.front import caller_of
from bot.channels.web.linked import (
    Chat,
    is_here,
    linked_chat,
    signed_in_to,
    used_up,
)
from bot.channels.web.taking import Newcomer, Taking
from bot.channels.web.tongue import tongue
from bot.channels.web.visitors import Visitor, Visitors, bound, newcomer
from domain.messages import Address
from domain.start_codes import INVITATIONS, SECRETS, SIGNS_IN, Begins
from handlers.dialog.setup import Setup
from handlers.people.hello import GONE, NO_LETTER, NO_LINK
from handlers.people.offers import offer
from storage.unit import Unit


class Opening:
    def __init__(
        self,
        taking: Taking,
        setup: Setup,
        visitors: Visitors,
    ) -> None:
        self.visitors = visitors
        self.taking = taking
        self._database = taking.database
        self._setup = setup

    # --- looking ---

    async def offer(
        self, request: Request, visitor: Visitor | None, code: str, language: str
    ) -> dict[str, Any] | None:
        """What is to be taken or left behind this code, None where there is nothing to decide.
        Raises Busy.
        """
        if not code.startswith(SECRETS):
            return None
        self.visitors.budgets.wrong_codes.check(caller_of(request))
        async with self._database.unit() as unit:
            if await is_here(
                unit,
                visitor,
                code,
            ):
                return None
            found = await self._offered(
                unit,
                visitor,
                code,
                language,
            )
        if found is None:
            self.visitors.budgets.wrong_codes.take(caller_of(request))
        return found

    async def _offered(
        self, unit: Unit, visitor: Visitor | None, code: str, language: str
    ) -> dict[str, Any] | None:
        if code.startswith(INVITATIONS):
            found = await offer(
                unit,
                self._setup,
                code,
                language,
            )
            return asdict(found) if found else None
        chat = await linked_chat(unit, code)
        if chat is None or not chat.opens:
            return None
        address = Address("web", chat.chat)
        await unit.people.load([address])
        person = unit.people.at(address)
        other = visitor is not None and visitor.login is not None
        return {
            "person": person.name if person else "",
            "closes": other and visitor is not None and visitor.chat != chat.chat,
        }

    # --- entering ---

    async def enter(
        self, request: Request, visitor: Visitor | None, code: str
    ) -> Visitor:
        """Whose page this browser has from now on. Raises Busy."""
        if code.startswith(SIGNS_IN):
            return await self._further(
                request,
                visitor,
                code,
            )
        if visitor is not None and visitor.login is not None:
            return await self._comes_back(
                request,
                visitor,
                code,
            )
        if code.startswith(INVITATIONS):
            return await self._joins(
                request,
                visitor,
                code,
            )
        known = visitor if visitor is not None and not code else None
        return known or _new(request, visitor, code)

    async def _comes_back(
        self, request: Request, visitor: Visitor, code: str
    ) -> Visitor:
        """One secret for another, where this one has been in addresses."""
        if code:
            if code.startswith(INVITATIONS):
                self.visitors.budgets.wrong_codes.check(caller_of(request))
            await self._start(request, visitor.chat, code)
        if not visitor.stale or visitor.login is None:
            return visitor
        return await self._signed_in(request, Chat(visitor.chat, visitor.login))

    async def _joins(
        self, request: Request, visitor: Visitor | None, code: str
    ) -> Visitor:
        """Taking an invitation is a newcomer's first word."""
        language = tongue(request, self._setup.language)
        if (
            await self.offer(
                request,
                visitor,
                code,
                language,
            )
            is None
        ):
            return _new(request, visitor, GONE)
        self.visitors.budgets.first_words.take(caller_of(request))
        came = _new(request, visitor)
        with self.taking.speaking(
            Newcomer(
                came,
                language,
                device(request),
            )
        ):
            await self.taking.settle(came.chat)
        await self._start(request, came.chat, code)
        return await self.visitors.known(came)

    async def _further(
        self, request: Request, visitor: Visitor | None, code: str
    ) -> Visitor:
        """The chat of another device here too. The chat that was here is closed here."""
        budget = self.visitors.budgets.wrong_codes
        budget.check(caller_of(request))
        chat = await self._led_to(request, visitor, code)
        if chat is None:
            budget.take(caller_of(request))
            known = visitor is not None and visitor.login is not None
            news = NO_LETTER if Begins.LETTER.leads_to(code) else NO_LINK
            return visitor if visitor and known else _new(request, None, news)
        if visitor is not None and signed_in_to(visitor, chat):
            return visitor
        if visitor is not None and visitor.login and visitor.chat != chat.chat:
            async with self._database.unit() as unit:
                await unit.logins.end(visitor.chat, visitor.login.name)
        return await self._signed_in(request, chat)

    async def _led_to(
        self, request: Request, visitor: Visitor | None, code: str
    ) -> Chat | None:
        """The chat that opens here. The link's case is asked for before the link is used up, so
        that a page which tries again finds both.
        """
        async with self._database.unit() as unit:
            chat = await linked_chat(unit, code)
        if chat is None:
            return None
        here = visitor is not None and signed_in_to(visitor, chat)
        if not (here or chat.opens):
            return None
        if chat.case:
            await self._start(request, chat.chat, Begins.CASE + chat.case)
        async with self._database.unit() as unit:
            opened = await used_up(unit, code)
        return chat if here or opened else None

    async def _signed_in(self, request: Request, chat: Chat) -> Visitor:
        came = _new(request, None)
        old = chat.login.hash if chat.login else ""
        async with self._database.unit() as unit:
            await unit.logins.add(
                came.secret,
                chat.chat,
                device(request),
                old,
            )
        return await self.visitors.known(came)

    async def _start(self, request: Request, chat: str, code: str) -> None:
        """A visitor who came by a link: the same as writing /start.

        An invitation works once; a QR code may be scanned again and again, but a reloaded page is
        no second scan.
        """
        made = f"start-{code}"
        if not code.startswith(INVITATIONS):
            made += f"-{self._database.clock():%Y%m%d%H%M}"
        said = f"/start {code}"
        hello = event(
            chat,
            made,
            tongue(request, self._setup.language),
            text=said,
        )
        await self.taking.offer([hello])


def _new(
    request: Request,
    visitor: Visitor | None,
    start: str = "",
) -> Visitor:
    """A newcomer, by the secret that their cookie has already, if it has one."""
    known = visitor.secret if visitor else ""
    return newcomer(start, known, bound=bound(request))
