"""Outside of all windows: a template message for what cannot wait for the rider's next word, one a
case and day. It says that there is something, and leads to the page where that stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.channels.tencent.calls import Refused
from bot.channels.wechat.api import Api
from bot.channels.wechat.pages import Pages
from bot.config.tencent import TemplateConfig
from domain.fitting import words_of
from domain.messages import Matter
from storage.database import Database
from storage.outbox.letters import Letter

DONE = "wechat-template"
"""The channel under which it is a row that a template went, so that no second one goes."""
REFUSES = 43101
"""They want no more of these."""
THING, STRING = 20, 32
"""Characters of a `thing` and of a `character_string` (47003 above)."""
NOTHING = "-"


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

    async def send(self, letter: Letter) -> bool:
        """Whether one went in place of the letter; else that waits. Raises Refused, Uncertain or
        Unreached.
        """
        weighty = [one for one in letter.whole if one.reply.matter in self._given]
        if not weighty:
            return False
        letter = min(weighty, key=_weight)
        now = self._database.clock().astimezone(self._zone)
        if not await self._first(letter, now):
            return False
        template = self._given[letter.reply.matter]
        body = {
            "touser": letter.to.chat,
            "template_id": template.id,
            "data": _data(template, letter, now),
            "client_msg_id": str(letter.id),
        }
        url = await self._pages.url(letter)
        try:
            await self._api.call(
                "message/template/send", **body, **({"url": url} if url else {})
            )
        except Refused as refused:
            if refused.code != REFUSES:
                raise
            return False
        return True

    async def _first(self, letter: Letter, now: datetime) -> bool:
        about = letter.case_id if letter.case_id is not None else f"l{letter.id}"
        key = f"{letter.to.chat}:{about}:{now:%Y%m%d}"
        async with self._database.unit() as unit:
            return await unit.arrivals.once(DONE, key)


WEIGHT = (Matter.EMERGENCY, Matter.QUESTION, Matter.RESULT)


def _weight(letter: Letter) -> int:
    return WEIGHT.index(Matter(letter.reply.matter))


def _data(
    template: TemplateConfig, letter: Letter, now: datetime
) -> dict[str, dict[str, str]]:
    first = words_of(letter.reply.text).partition("\n")[0]
    values = {
        template.number: letter.about[:STRING] or NOTHING,
        template.what: first[:THING] or NOTHING,
        template.when: f"{now:%Y-%m-%d %H:%M}",
    }
    return {name: {"value": value} for name, value in values.items() if name}
