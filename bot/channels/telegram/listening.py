"""Whether a chat still takes what we say, asked without saying anything."""

from __future__ import annotations

from typing import Any

from bot.channels.telegram.api import Api
from bot.channels.telegram.chats import chat_id
from bot.channels.telegram.errors import judged
from bot.channels.telegram.library import TelegramError

OUT = ("left", "kicked")
AS_ALL = "member"  # what the chat allows everybody counts for us
WRITE = "can_send_messages"


async def listens(api: Api, us: int, chat: str) -> bool:
    """`us` is the bot's own id. What has a new id finds its way there with the next letter.

    Raises SendError where it cannot be told now.
    """
    number = chat_id(chat)
    try:
        found = await api.call("getChat", chat_id=number)
        mine = await api.call(
            "getChatMember",
            chat_id=number,
            user_id=us,
        )
    except TelegramError as error:
        judgement = judged(error)
        if judgement.gone or judgement.moved_to:
            return not judgement.gone
        raise judgement from None
    return _may_write(found, mine)


def _may_write(chat: dict[str, Any], mine: dict[str, Any]) -> bool:
    """core.telegram.org/bots/api#chatmember and #chatpermissions."""
    status = mine["status"]
    if status in OUT:
        return False
    if status == "restricted":
        return bool(mine.get(WRITE))
    everybody = chat.get("permissions") or {}
    return status != AS_ALL or bool(everybody.get(WRITE, True))
