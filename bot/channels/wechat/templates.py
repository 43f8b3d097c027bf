"""Outside of all windows: a template message for what cannot wait for the rider's next word, one a
case and day. It says that there is something and leads to the page where that stands; the letters
themselves come when the rider has said a word.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.channels.tencent.calls import Refused, Uncertain, Unreached
from bot.channels.wechat.api import Api
from bot.channels.wechat.pages import Pages
from bot.config.tencent import TemplateConfig
from domain.lengths import words_of
from domain.messages import Matter
from domain.quota import ring, weight
from handlers.texts.sentences import label
from storage.database import Database
from storage.outbox.letters import Letter

RINGS = "message/template/send"
THING, STRING = 20, 32
"""Characters of a `thing` and of a `character_string` (47003 above)."""
NOTHING = "-"
SAYS = {
    Matter.EMERGENCY: "wechat-rings-emergency",
    Matter.QUESTION: "wechat-rings-question",
    Matter.RESULT: "wechat-rings-result",
}
APART = " ·"
"""What stands between the number of a case and its kind."""


class Templates:
    def __init__(
        self,
        database: Database,
        api: Api,
        pages: Pages,
        given: Mapping[str, TemplateConfig],
        zone: ZoneInfo,
    ) -> None:
        self._database = database
        self._api = api
        self._pages = pages
        self._given = given
        self._zone = zone

    @property
    def matters(self) -> frozenset[str]:
        """For which there is one."""
        return frozenset(self._given)

    async def ring(self, letter: Letter) -> None:
        """For each case of the letter where one may go, the most important first. Raises Refused or
        Unreached.
        """
        whole = letter.parts or [letter]
        for one in sorted(whole, key=lambda one: weight(one.reply)):
            await self._ring(one)

    async def _ring(self, letter: Letter) -> None:
        template = self._given.get(letter.reply.matter)
        now = self._database.clock().astimezone(self._zone)
        rung = _row(letter, now)
        if template is None or not await self._first(rung):
            return
        try:
            await self._send(
                template,
                letter,
                now,
            )
            self._api.holds.taken(template.id)
        except Uncertain:
            return  # it may have rung: not twice for one day
        except (Refused, Unreached) as error:
            if isinstance(error, Refused):
                self._api.holds.wrong(template.id, error.code)
            async with self._database.unit() as unit:
                await unit.arrivals.not_done(*rung)
            raise

    async def _send(
        self, template: TemplateConfig, letter: Letter, now: datetime
    ) -> None:
        body = {
            "touser": letter.to.chat,
            "template_id": template.id,
            "data": _data(template, letter, now, await self._what(letter)),
            "client_msg_id": str(letter.id),
        }
        url = await self._pages.url(letter)
        more = {"url": url} if url else {}
        await self._api.call(
            RINGS,
            **body,
            **more,
        )

    async def _what(self, letter: Letter) -> str:
        """What kind of case, and that there is a question, a result …; what it says stands on the
        page, since nobody has read it yet. A letter without a title says itself.
        """
        first = words_of(letter.reply.text).partition("\n")[0]
        _, number, kind = first.partition(letter.about)
        if not letter.about or not number:
            return first[:THING]
        language = await self._pages.language_of(letter.to)
        rings = label(language, SAYS[Matter(letter.reply.matter)])
        whole = label(language, "wechat-rings", kind=kind.strip(APART), rings=rings)
        return whole if len(whole) <= THING and kind.strip(APART) else rings

    async def _first(self, rung: tuple[str, str]) -> bool:
        async with self._database.unit() as unit:
            return await unit.arrivals.once(*rung)


def _row(letter: Letter, now: datetime) -> tuple[str, str]:
    about = letter.case_id if letter.case_id is not None else f"l{letter.id}"
    return ring(letter.to, about, now)


def _data(
    template: TemplateConfig, letter: Letter, now: datetime, what: str
) -> dict[str, dict[str, str]]:
    values = {
        template.number: letter.about[:STRING] or NOTHING,
        template.what: what or NOTHING,
        template.when: f"{now:%Y-%m-%d %H:%M}",
    }
    return {name: {"value": value} for name, value in values.items() if name}
