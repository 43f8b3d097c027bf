"""Methods that change what is already there: edits, deletions, answers to pressed buttons."""

from typing import Any

from tests.fakes.telegram.message import Json, Message, Version
from tests.fakes.telegram.params import Params, read_caption, read_markup, read_text
from tests.fakes.telegram.sending import worded
from tests.fakes.telegram.state import ApiError, State
from tests.fakes.telegram.text import utf16_length

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply "
    "markup are exactly the same as a "
    "current content and reply markup of the message"
)
QUERY_TOO_OLD = (
    "Bad Request: query is too old and response timeout expired or query ID is invalid"
)
LONGEST_ALERT = 200  # characters (core.telegram.org/bots/api#answercallbackquery)
# seconds during which messages can be deleted (core.telegram.org/bots/api#deletemessage)
DELETABLE = 48 * 3600
_PARTS = ("text", "entities", "caption", "caption_entities", "reply_markup")


def edit_message_text(state: State, params: Params) -> Json:
    message = _editable(state, params)
    try:
        content = worded(read_text(params), "text")
    except ApiError as error:
        if error.description == "Bad Request: message is too long":
            raise ApiError(400, "Bad Request: MESSAGE_TOO_LONG") from None
        raise
    if "text" not in message.raw:
        raise ApiError(400, "Bad Request: there is no text in the message to edit")
    return _change(state, message, content, _markup(message, params))


def edit_message_caption(state: State, params: Params) -> Json:
    message = _editable(state, params)
    if message.media is None:
        raise ApiError(400, "Bad Request: there is no caption in the message to edit")
    caption = read_caption(
        params.text("caption"),
        params.text("parse_mode"),
        params.json("caption_entities"),
    )
    return _change(state, message, worded(caption, "caption"), _markup(message, params))


def edit_message_reply_markup(state: State, params: Params) -> Json:
    message = _editable(state, params)
    content = {part: message.raw[part] for part in _PARTS[:4] if part in message.raw}
    return _change(state, message, content, _markup(message, params))


def _editable(state: State, params: Params) -> Message:
    chat = state.open_chat(params.chat_id())
    message = chat.messages.get(params.integer("message_id"))
    if message is None or message.deleted:
        raise ApiError(400, "Bad Request: message to edit not found")
    if not message.from_bot or (
        message.markup and "inline_keyboard" not in message.markup
    ):
        raise ApiError(400, "Bad Request: message can't be edited")
    return message


def _markup(message: Message, params: Params) -> Json | None:
    """The new keyboard; an edit that gives none takes the old one away, as in reality."""
    markup = read_markup(params, message.raw["chat"]["type"], inline_only=True)
    return markup if markup and markup.get("inline_keyboard") else None


def _change(state: State, message: Message, content: Json, markup: Json | None) -> Json:
    new = content | ({"reply_markup": markup} if markup else {})
    old = {part: message.raw[part] for part in _PARTS if part in message.raw}
    if new == old:
        raise ApiError(400, NOT_MODIFIED)
    message.edits.append(
        Version(old.get("text"), old.get("caption"), message.markup, message.at)
    )
    kept = {name: value for name, value in message.raw.items() if name not in _PARTS}
    message.raw = kept | new | {"edit_date": int(state.clock())}
    message.markup = markup
    return message.raw


def delete_message(state: State, params: Params) -> bool:
    chat = state.open_chat(params.chat_id())
    message = chat.messages.get(params.integer("message_id"))
    if message is None or message.deleted:
        raise ApiError(400, "Bad Request: message to delete not found")
    strangers = (
        not message.from_bot
        and chat.kind != "private"
        and chat.bot_status != "administrator"
    )
    if strangers or state.clock() - message.raw["date"] > DELETABLE:
        raise ApiError(400, "Bad Request: message can't be deleted for everyone")
    message.deleted = True
    return True


def answer_callback_query(state: State, params: Params) -> bool:
    query = state.queries.get(params.text("callback_query_id"))
    if query is None or query.expired or query.answered:
        raise ApiError(400, QUERY_TOO_OLD)
    text = params.text("text")
    if utf16_length(text) > LONGEST_ALERT:
        raise ApiError(400, "Bad Request: MESSAGE_TOO_LONG")
    query.answered, query.text, query.show_alert = True, text, params.flag("show_alert")
    return True


METHODS: dict[str, Any] = {
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "deleteMessage": delete_message,
    "answerCallbackQuery": answer_callback_query,
}
