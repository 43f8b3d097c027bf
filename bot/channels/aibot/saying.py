"""Messages into a chat, no more than it may get: 30 a minute and 1,000 an hour
(developer.work.weixin.qq.com/document/path/101463).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from bot.channels.aibot.errors import TASK_KNOWN, judged
from bot.channels.aibot.line import Line
from bot.channels.aibot.receive import CHANNEL, GROUP
from bot.channels.tencent.calls import Refused, Uncertain, Unreached
from bot.channels.wecom.api import Kind
from bot.channels.wecom.errors import MEDIA_GONE
from bot.channels.wecom.metered import Metered
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
    def __init__(
        self,
        database: Database,
        line: Line,
        uploads: Uploads,
    ) -> None:
        self._line = line
        self._uploads = uploads
        self._meter = Metered(database, CHANNEL)
        self._done: Recent[int, int] = Recent(UNDER_WAY)

    async def all(self, letter: Letter, going: Sequence[Part]) -> None:
        """Those that have gone already are not sent again. Raises SendError."""
        chat, done = letter.to.chat, self._done.get(letter.id) or 0
        many, why = len(going) - done, "more than WeCom takes"
        await self._meter.wait_for(chat, many, why, letter.pressing)
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

    async def _say(
        self,
        chat: str,
        kind: str,
        content: Mapping[str, Any],
    ) -> None:
        body = where(chat) | {"msgtype": kind, kind: content}
        self._meter.count(chat)
        await self._line.ask("aibot_send_msg", body)

    async def _file(self, chat: str, kind: Kind, media: Media) -> None:
        """Once more where WeCom has it no longer."""
        made = await self._uploads.media_id(media, kind)
        try:
            return await self._say(chat, kind, {"media_id": made})
        except Refused as refused:
            if refused.code != MEDIA_GONE:
                raise
        self._uploads.gone(media, kind, made)
        made = await self._uploads.media_id(media, kind)
        await self._say(chat, kind, {"media_id": made})


def words(text: str) -> Part:
    return Content("markdown", {"content": text})


def where(chat: str) -> dict[str, Any]:
    """The fields by which WeCom knows this chat."""
    if chat.startswith(GROUP):
        return {"chatid": chat.removeprefix(GROUP), "chat_type": GROUP_CHAT}
    return {"chatid": chat, "chat_type": SINGLE_CHAT}
