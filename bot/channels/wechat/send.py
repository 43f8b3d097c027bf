"""Letters out: with the answer to a callback as long as one is open, else as a message that counts,
else when they have said something.
"""

from __future__ import annotations

import structlog

from bot.channels.channel import SendError
from bot.channels.tencent.calls import Refused, Uncertain, Unreached
from bot.channels.tencent.turns import Turns
from bot.channels.wechat.api import Api
from bot.channels.wechat.draw import text_of
from bot.channels.wechat.errors import LONG, SHUT, judged
from bot.channels.wechat.pages import Pages
from bot.channels.wechat.quotas import Quotas
from bot.channels.wechat.templates import Templates
from storage.database import Database
from storage.outbox.letters import Letter

log = structlog.get_logger()
LAST = 1
"""The last message that may go says how much more there is, and where."""


class Sender:
    def __init__(
        self,
        database: Database,
        api: Api,
        turns: Turns[str],
        quotas: Quotas,
        pages: Pages,
        templates: Templates,
    ) -> None:
        self._database = database
        self._api = api
        self._turns = turns
        self._quotas = quotas
        self._pages = pages
        self._templates = templates

    async def send(self, letter: Letter) -> None:
        """Raises SendError; what may not be said now waits for their next word."""
        chat, text = letter.to.chat, text_of(letter.reply)
        if await self._turns.say(chat, text):
            return
        left = (await self._quotas.of(chat)).open(self._database.clock())
        if not left:
            await self._nudge(letter)
            raise SendError("they have to say something first", after=LONG, busy=True)
        if left == LAST:
            text = await self._pages.more(letter) or text
        await self._quotas.spend(chat)
        await self._message(chat, text)

    async def _nudge(self, letter: Letter) -> None:
        """The letter waits in any case, so that nothing is lost by what fails here."""
        try:
            await self._templates.nudge(letter)
        except Refused as refused:
            log.warning("wechat.no_template", why=str(refused))
        except (Uncertain, Unreached) as error:
            raise judged(error) from None

    async def _message(self, chat: str, text: str) -> None:
        body = {"touser": chat, "msgtype": "text", "text": {"content": text}}
        try:
            await self._api.call("message/custom/send", **body)
        except Refused as refused:
            if refused.code in SHUT:
                await self._quotas.shut(chat)
            raise judged(refused) from None
        except (Uncertain, Unreached) as error:
            raise judged(error) from None
