"""Messages into a chat, no more than it may get: 30 a minute and 1,000 an hour
(developer.work.weixin.qq.com/document/path/101463).
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, NamedTuple

from bot.channels.aibot.errors import TASK_KNOWN, judged
from bot.channels.aibot.line import Line
from bot.channels.aibot.receive import CHANNEL, GROUP
from bot.channels.channel import SendError
from bot.channels.tencent.calls import Refused, Uncertain, Unreached
from bot.channels.wecom.api import Kind
from bot.channels.wecom.errors import MEDIA_GONE
from bot.channels.wecom.meter import LONGEST, Meter
from bot.channels.wecom.uploads import Uploads
from domain.messages import Media
from storage.database import Database
from storage.memory.recent import Recent
from storage.outbox.letters import Letter

SINGLE_CHAT, GROUP_CHAT = 1, 2
UNDER_WAY = 1024  # letters of several messages whose first ones have gone


class Content(NamedTuple):
    """`kind` is WeCom's msgtype."""

    kind: str
    body: Mapping[str, Any]


class File(NamedTuple):
    """Its bytes go up first."""

    kind: Kind
    media: Media


Part = Content | File


class Saying:
    def __init__(self, database: Database, line: Line, uploads: Uploads) -> None:
        self._database = database
        self._line = line
        self._uploads = uploads
        self._meter = Meter()
        self._recalls = True
        self._recalled = asyncio.Lock()
        self._done: Recent[int, int] = Recent(UNDER_WAY)

    async def all(self, letter: Letter, going: Sequence[Part]) -> None:
        """Those that have gone already are not sent again. Raises SendError."""
        chat, done = letter.to.chat, self._done.get(letter.id) or 0
        await self._wait_for(chat, len(going) - done)
        for part in going[done:]:
            await self.say(chat, part)
            done += 1
            self._done.keep(letter.id, done)
        self._done.drop([letter.id])

    async def say(self, chat: str, part: Part) -> None:
        """Raises SendError."""
        try:
            if isinstance(part, File):
                await self._file(chat, *part)
            else:
                await self._say(chat, *part)
        except Refused as refused:
            if refused.code != TASK_KNOWN:
                raise judged(refused) from None
        except (Uncertain, Unreached) as error:
            raise judged(error) from None

    async def _say(self, chat: str, kind: str, content: Mapping[str, Any]) -> None:
        body = where(chat) | {"msgtype": kind, kind: content}
        self._meter.count(chat, asyncio.get_running_loop().time())
        await self._line.ask("aibot_send_msg", body)

    async def _file(self, chat: str, kind: Kind, media: Media) -> None:
        """Once more where WeCom has it no longer."""
        made = await self._uploads.media_id(media, kind)
        try:
            return await self._say(chat, kind, {"media_id": made})
        except Refused as refused:
            if refused.code != MEDIA_GONE:
                raise
        self._uploads.gone(media, kind)
        made = await self._uploads.media_id(media, kind)
        await self._say(chat, kind, {"media_id": made})

    async def _wait_for(self, chat: str, many: int) -> None:
        """Raises SendError where so many more would be too many."""
        await self._recall()
        wait = self._meter.wait(chat, many, asyncio.get_running_loop().time())
        if wait > 0:
            after = timedelta(seconds=wait)
            raise SendError("more than WeCom takes", after=after, busy=True)

    async def _recall(self) -> None:
        """What an earlier run of this hour has sent counts too."""
        async with self._recalled:
            if not self._recalls:
                return
            now, at = self._database.clock(), asyncio.get_running_loop().time()
            async with self._database.reader() as reader:
                since = now - timedelta(seconds=LONGEST)
                sent = await reader.lately.sent(CHANNEL, since)
            self._meter.recall(
                (chat, at - (now - when).total_seconds())
                for chat, when, many in sent
                for _ in range(many)
            )
            self._recalls = False


def words(text: str) -> Part:
    return Content("markdown", {"content": text})


def where(chat: str) -> dict[str, Any]:
    """The fields by which WeCom knows this chat."""
    if chat.startswith(GROUP):
        return {"chatid": chat.removeprefix(GROUP), "chat_type": GROUP_CHAT}
    return {"chatid": chat, "chat_type": SINGLE_CHAT}
