"""Letters out: with the answer to a callback as long as one is open, else as a message that counts,
else when they have said something.
"""

from __future__ import annotations

from dataclasses import replace

import structlog

from bot.channels.channel import SendError, Sent
from bot.channels.tencent.calls import Refused, Uncertain, Unreached
from bot.channels.tencent.turns import Turns
from bot.channels.wechat.api import Api
from bot.channels.wechat.draw import text_of
from bot.channels.wechat.errors import SHUT, UNWANTED, WAITS, judged, waits
from bot.channels.wechat.pages import Pages
from bot.channels.wechat.quotas import Quotas
from bot.channels.wechat.templates import RINGS, Templates
from domain.messages import Reply
from domain.quota import Goes
from storage.database import Database
from storage.outbox.letters import BEHIND, Letter

log = structlog.get_logger()
SENDS = "message/custom/send"
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

    def goes(self) -> Goes:
        """What WeChat takes now, as far as it has said."""
        shut = self._api.holds.shut
        rings = frozenset() if shut(RINGS) else self._templates.matters
        return Goes(not shut(SENDS), rings)

    async def send(self, letter: Letter) -> list[Sent]:
        """Raises SendError; what may not be said now waits for their next word, and so does what
        only a link to it was said of.
        """
        chat = letter.to.chat
        if await self._turns.say(chat, text_of(letter.reply)):
            return []
        try:
            text = await self._says(letter)
            if not text:
                await self._rings(letter)
                raise waits("they have to say something first")
            if not _says_all(text, letter.reply):
                raise _stands_elsewhere()
            return []
        except (Refused, Uncertain, Unreached) as error:
            raise judged(error) from None

    # --- as a message that counts ---

    async def _says(self, letter: Letter) -> str:
        """What went, '' for nothing. Raises Refused, Uncertain or Unreached."""
        chat = letter.to.chat
        left = (await self._quotas.of(chat)).open(self._database.clock())
        if not left or self._api.holds.lacks(SENDS):
            return ""
        # nothing is spent on what will not be taken
        self._api.holds.check(SENDS)
        text = await self._pages.last(letter) if left == LAST else ""
        text = text or text_of(letter.reply)
        try:
            await self._message(chat, text)
        except Refused as refused:
            if refused.code not in WAITS:
                raise
            return ""
        return text

    async def _message(self, chat: str, text: str) -> None:
        body = {"touser": chat, "msgtype": "text", "text": {"content": text}}
        give_back = await self._quotas.spend(chat)
        try:
            await self._api.call(SENDS, **body)
        except Refused as refused:
            if refused.code in SHUT:
                await self._quotas.shut(chat)
            else:
                await give_back()
            raise
        except Unreached:
            await give_back()
            raise

    # --- outside of all windows ---

    async def _rings(self, letter: Letter) -> None:
        """By a template, where there is one. The letter waits in any case, so that nothing is lost
        by what fails here. Raises Refused or Unreached for what may go well in a while, and for
        whoever is gone.
        """
        chat = letter.to.chat
        if (await self._quotas.of(chat)).unwanted or self._api.holds.lacks(RINGS):
            return
        try:
            await self._templates.ring(letter)
        except Refused as refused:
            if refused.code == UNWANTED:
                return await self._quotas.refuses(chat)
            error = judged(refused)
            if error.gone or not (error.permanent or refused.code in WAITS):
                raise
            log.warning("wechat.no_template", why=str(refused))


def _says_all(text: str, reply: Reply) -> bool:
    """What cannot wait is said above the line that leads to the page."""
    words = text_of(replace(reply, choices=()))
    return text == text_of(reply) or text.startswith(words)


def _stands_elsewhere() -> SendError:
    error = waits(BEHIND)
    error.elsewhere = True
    return error
