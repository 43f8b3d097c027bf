"""Says something in a group, at most as often as its robot may."""

from __future__ import annotations

from collections.abc import Mapping

from bot.channels.channel import SendError
from bot.channels.robots.draw import draw
from bot.channels.robots.errors import judged
from bot.channels.tencent.calls import Calls, Refused, Uncertain, Unreached
from bot.channels.wecom.metered import Metered
from handlers.casework.cards.boards import may_be_told
from storage.database import Database
from storage.outbox.letters import Letter

CHANNEL = "robots"
MINUTE = 61.0
"""Seconds in which 20 may go: a little longer than WeCom's own, whose clock starts later."""

LIMITS = ((MINUTE, 20),)


class Sender:
    """`urls` by area. They are secrets: nothing here says one. Areas whose robot is the same share
    what it may say.
    """

    def __init__(self, database: Database, urls: Mapping[str, str]) -> None:
        """Raises ValueError for an address to which nothing can be sent."""
        self._database = database
        self._urls = urls
        self._calls = Calls()
        for url in urls.values():
            self._calls.prepare(url)
        self._meter = Metered(
            database,
            CHANNEL,
            LIMITS,
            urls.get,
            many_of=lambda _: 1,
        )

    async def send(self, letter: Letter) -> None:
        """Raises SendError."""
        url = self._urls.get(letter.to.chat)
        if url is None:
            raise SendError("no robot of this area", permanent=True)
        if not await self._still_told(letter):
            return
        why = "more than a robot may say"
        await self._meter.wait_for(url, 1, why, letter.pressing)
        self._meter.count(url)
        try:
            await self._calls.post(url, draw(letter.reply))
        except (Refused, Uncertain, Unreached) as error:
            raise judged(error) from None

    async def _still_told(self, letter: Letter) -> bool:
        """Whether the case is still open, and nothing that a group may not know of."""
        if letter.case_id is None:
            return True
        async with self._database.unit() as unit:
            case = await unit.cases.get(letter.case_id)
        return case is not None and may_be_told(case)

    async def close(self) -> None:
        await self._calls.close()
