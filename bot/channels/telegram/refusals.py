"""What a refusal for good means: which plainer form the same content takes next."""

from __future__ import annotations

from enum import Enum
from typing import Any

from bot.channels.telegram import draw
from bot.channels.telegram.library import BadRequest, Forbidden, TelegramError


class Step(Enum):
    """What has to go before the call is made again."""

    MARKUP = "markup"
    TOPIC = "topic"
    BUTTONS = "buttons"
    FORM = "form of this one file"
    KIND = "form of every such file in this chat"
    UNKNOWN = "unknown"


GONE = (
    "chat not found",
    "user is deactivated",
    "group chat was deactivated",
    "have no rights to send",
    "not enough rights to send text messages",
    "need administrator rights in the channel chat",
    "chat_write_forbidden",
    "chat_send_plain_forbidden",
    "chat_restricted",
    "peer_id_invalid",
    "topic_closed",
)
"""Nothing can be said there at all; a closed topic only where the chat itself is closed."""

NEXT = (
    ("can't parse entities", Step.MARKUP),
    ("message thread not found", Step.TOPIC),
    ("topic_closed", Step.TOPIC),
    ("topic_deleted", Step.TOPIC),
    ("topic_id_invalid", Step.TOPIC),
    ("button_data_invalid", Step.BUTTONS),
    ("reply_markup_too_long", Step.BUTTONS),
    ("inline keyboard", Step.BUTTONS),
    ("reply markup", Step.BUTTONS),
    ("photo_invalid_dimensions", Step.FORM),
    ("image_process_failed", Step.FORM),
    ("photo_ext_invalid", Step.FORM),
    ("photo_save_file_invalid", Step.FORM),
    ("wrong file identifier", Step.FORM),
    ("wrong remote file", Step.FORM),
    ("file is too big", Step.FORM),
    ("request entity too large", Step.FORM),
    ("not enough rights to send text messages", None),
    ("chat_send_plain_forbidden", None),
    ("not enough rights to send", Step.KIND),
    ("voice_messages_forbidden", Step.KIND),
    ("restricted receiving of", Step.KIND),
    ("chat_send_", Step.KIND),
)
"""The first sign that an error shows decides; the words are those of the Bot API server."""

PARAMETER = {Step.TOPIC: "message_thread_id", Step.BUTTONS: "reply_markup"}


def next_step(error: TelegramError) -> Step | None:
    """None where no plainer form helps: the chat is gone, or the error is not for good."""
    why = error.message.lower()
    refused = isinstance(error, (BadRequest, Forbidden))
    if not refused and "request entity too large" not in why:
        return None
    for sign, step in NEXT:
        if sign in why:
            return step
    unknown = isinstance(error, BadRequest) and not is_gone(error)
    return Step.UNKNOWN if unknown else None


def is_gone(error: BadRequest) -> bool:
    return any(sign in error.message.lower() for sign in GONE)


def without(params: dict[str, Any], step: Step | None) -> dict[str, Any] | None:
    """The parameters without what was refused, None where there is nothing to leave out.

    What is unknown costs a text its markup first, then its buttons; a file changes its form.
    """
    if step is Step.UNKNOWN and "text" in params:
        step = Step.MARKUP if "parse_mode" in params else Step.BUTTONS
    if step is Step.MARKUP and "parse_mode" in params:
        return _unmarked(params)
    name = PARAMETER.get(step, "") if step else ""
    if name not in params:
        return None
    return {key: value for key, value in params.items() if key != name}


def _unmarked(params: dict[str, Any]) -> dict[str, Any]:
    plain = {key: value for key, value in params.items() if key != "parse_mode"}
    for name in {"text", "caption"} & set(plain):
        plain[name] = draw.plain(plain[name])
    return plain
