"""Letters out: words as markdown."""

from __future__ import annotations

from typing import Any

from bot.channels.aibot.draw import markdown
from bot.channels.aibot.errors import judged
from bot.channels.aibot.line import Line
from bot.channels.aibot.receive import GROUP
from bot.channels.channel import Sent
from bot.channels.tencent.calls import Refused, Uncertain, Unreached
from storage.outbox.letters import Letter
from storage.sent_messages import SentMessage

SINGLE_CHAT, GROUP_CHAT = 1, 2


class Sender:
    def __init__(self, line: Line) -> None:
        self._line = line

    async def send(self, letter: Letter, standing: SentMessage | None) -> list[Sent]:
        """Raises SendError."""
        part = {"content": markdown(letter.reply.text)}
        try:
            await self._say(letter.to.chat, "markdown", part)
        except (Refused, Uncertain, Unreached) as error:
            raise judged(error) from None
        return []

    async def _say(self, chat: str, kind: str, part: dict[str, Any]) -> None:
        body = where(chat) | {"msgtype": kind, kind: part}
        await self._line.ask("aibot_send_msg", body)


def where(chat: str) -> dict[str, Any]:
    """The fields by which WeCom knows this chat."""
    if chat.startswith(GROUP):
        return {"chatid": chat.removeprefix(GROUP), "chat_type": GROUP_CHAT}
    return {"chatid": chat, "chat_type": SINGLE_CHAT}
