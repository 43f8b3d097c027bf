"""What WeChat cannot show stands on the rider's own page, behind a link that opens it once within
a day.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from html import escape

from bot.channels.wechat.draw import text_of
from domain.lengths import words_of
from domain.messages import Address, Matter
from domain.start_codes import Begins
from handlers.texts.sentences import Safe, known, say
from storage.database import Database
from storage.memory.recent import Recent
from storage.outbox.letters import Letter
from storage.unit import Unit

LASTS = timedelta(hours=24)
Link = Callable[[str, int | None], str]
KEPT = 4096  # letters whose link is remembered
"""As `bot/channels/web/opening.py` knows a link that opens one's chat on a further device."""


class Pages:
    """`address` is that of the page, '' where there is none. `link` makes one that asks WeChat who
    opens it; without it a link opens once. Either leads to the case that a letter is about.
    """

    def __init__(
        self,
        database: Database,
        address: str,
        language: str,
        hand_over: Callable[[Iterable[Letter]], None],
        link: Link | None = None,
    ) -> None:
        self._database = database
        self._address = address
        self._language = language
        self._link = link
        self._hand_over = hand_over
        self._made: Recent[int, tuple[str, int | None]] = Recent(KEPT)

    async def line(self, letter: Letter) -> str:
        """A line with the link; the whole letter stands there, or all that were put together."""
        return await self._said(
            "wechat-page",
            letter,
            letter.parts or [letter],
        )

    async def last(self, letter: Letter) -> str:
        """The last message for now: how much there is, and where. What cannot wait for a look
        there is said, and the line stands below. '' where there is no page.
        """
        whole = letter.parts or [letter]
        waits = all(one.reply.matter == Matter.NEWS for one in whole)
        key = "wechat-more" if waits else "wechat-last"
        line = await self._said(
            key,
            letter,
            whole,
            count=len(whole),
        )
        if waits or not line:
            return words_of(line)
        reply = letter.reply
        return text_of(replace(reply, text=f"{reply.text}\n{line}"))

    async def url(self, letter: Letter, shown: Sequence[Letter] = ()) -> str:
        """The address at which the letter, or all that are `shown`, stand; '' where there is no
        page.
        """
        if not self._address:
            return ""
        whole = shown or [letter]
        missing = [one for one in whole if not self._made.get(one.id)]
        case = _case_of(whole)
        known, about = self._made.get(letter.id) or ("", None)
        if known and about == case and not missing:
            return known
        url = await self._opened(
            letter,
            missing,
            case,
        )
        for one in (letter, *missing) if url else ():
            self._made.keep(one.id, (url, case))
        return url

    async def _said(
        self, key: str, letter: Letter, shown: list[Letter], **args: object
    ) -> str:
        url = await self.url(letter, shown)
        if not url:
            return ""
        language = await self.language_of(letter.to)
        return say(
            language,
            key,
            url=Safe(escape(url)),
            **args,
        )

    async def language_of(self, address: Address) -> str:
        """Theirs; the service's for somebody whom nobody knows."""
        async with self._database.unit() as unit:
            await unit.people.load([address])
            person = unit.people.at(address)
        own = person.language if person else ""
        return known(own or self._language)

    async def _opened(
        self, letter: Letter, shown: Sequence[Letter], case: int | None
    ) -> str:
        async with self._database.unit() as unit:
            page = await self.of(unit, letter.to)
            if page is None:
                return ""
            chat, new = page
            for one in shown:
                # what is urgent goes to all doors by itself
                if new or one.reply.matter != Matter.EMERGENCY:
                    _copy(
                        unit,
                        chat,
                        one,
                    )
            url = await self._link_to(
                unit,
                letter.to,
                chat,
                case,
            )
        self._hand_over(unit.outbox.handover)
        return url

    async def _link_to(
        self, unit: Unit, rider: Address, page: Address, case: int | None
    ) -> str:
        if self._link is not None:
            return self._link(rider.chat, case)
        secret = await unit.logins.link(
            page.chat,
            LASTS,
            case,
            alone=False,
        )
        return f"{self._address}/?start={Begins.LETTER}{secret}"

    async def of(self, unit: Unit, address: Address) -> tuple[Address, bool] | None:
        """The page of whoever is behind this address, and whether it is new; None for nobody."""
        await unit.people.load([address])
        person = unit.people.at(address)
        if person is None:
            return None
        known = await unit.people.addresses(person.id)
        page = next((one for one in known if one.channel == "web"), None)
        if page is not None:
            return page, False
        made = Address("web", secrets.token_hex(16))
        unit.people.add_address(person, made)
        return made, True


def _case_of(letters: Sequence[Letter]) -> int | None:
    """The case that all of them are about, None where there is no such."""
    about = {one.case_id for one in letters}
    return about.pop() if len(about) == 1 else None


def _copy(unit: Unit, chat: Address, letter: Letter) -> None:
    reply = replace(
        letter.reply,
        press_ref="",
        edits="",
        slot="",
    )
    unit.outbox.add(
        chat, reply, letter.lane, case_id=letter.case_id, form_id=letter.form_id
    )
