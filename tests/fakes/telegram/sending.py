"""The send* methods: each checks as Telegram does, then puts a message of the bot into the chat."""

from typing import Any

from tests.fakes.telegram import media
from tests.fakes.telegram.message import Json, Message
from tests.fakes.telegram.params import Params, read_caption, read_markup, read_text
from tests.fakes.telegram.state import ApiError, Chat, State, picture_size
from tests.fakes.telegram.text import Parsed

# bytes of an uploaded photo (core.telegram.org/bots/api#sending-files)
LARGEST_PHOTO = 10 * 1024 * 1024
LARGEST_UPLOAD = 50 * 1024 * 1024  # bytes of any other uploaded file
MOST_OF_BOTH_SIDES = 10_000  # pixels, width and height together
WIDEST = 20  # times the other side
MOST_IN_ALBUM = 10
#: How the refusal names what the chat takes none of (td/telegram/MessagesManager).
FORBIDDEN = {"text": "text messages", "voice": "voice notes"}
LIVE_PERIODS = range(60, 86401)  # seconds (core.telegram.org/bots/api#sendlocation)


def deliver(
    state: State,
    chat: Chat,
    content: Json,
    markup: Json | None,
    params: Params,
    *,
    reply_to: Message | None = None,
) -> Json:
    """Put a message into the chat; the Message object as the Bot API answers it."""
    now = state.clock()
    raw: Json = {
        "message_id": chat.next_id(),
        "from": state.bot.raw(),
        "chat": chat.raw(),
        "date": int(now),
        **content,
    }
    thread = params.integer("message_thread_id")
    if thread:
        raw |= {"message_thread_id": thread, "is_topic_message": True}
    if reply_to is not None:
        raw["reply_to_message"] = without_reply(reply_to.raw)
    if markup and "inline_keyboard" in markup:
        raw["reply_markup"] = markup
    if params.flag("protect_content"):
        raw["has_protected_content"] = True
    chat.messages[raw["message_id"]] = Message(
        raw, from_bot=True, at=now, markup=markup
    )
    return raw


def without_reply(raw: Json) -> Json:
    """A quoted message never carries its own quote."""
    return {name: value for name, value in raw.items() if name != "reply_to_message"}


def send(state: State, params: Params, content: Json) -> Json:
    """What all single sends have in common: chat, reply and keyboard."""
    chat = _open(state, params, *content)
    markup = read_markup(params, chat.kind)
    return deliver(state, chat, content, markup, params, reply_to=replied(chat, params))


def _open(state: State, params: Params, *kinds: str) -> Chat:
    """The chat, where it and the topic are open and take these kinds of content."""
    chat = state.open_chat(params.chat_id())
    _check_topic(chat, params.integer("message_thread_id"))
    for kind in chat.forbidden.intersection(kinds):
        if chat.kind == "private":
            raise ApiError(400, "Bad Request: VOICE_MESSAGES_FORBIDDEN")
        what = f"not enough rights to send {FORBIDDEN.get(kind, f'{kind}s')}"
        raise ApiError(400, f"Bad Request: {what} to the chat")
    return chat


def _check_topic(chat: Chat, thread: int) -> None:
    if thread and thread not in chat.topics:
        raise ApiError(400, "Bad Request: message thread not found")
    if chat.topics.get(thread) == "closed":
        raise ApiError(400, "Bad Request: TOPIC_CLOSED")


def replied(chat: Chat, params: Params) -> Message | None:
    """The message to be replied to; ApiError 400 when it is gone and a reply without it is not
    allowed.
    """
    wanted = params.json("reply_parameters") or {}
    number = int(wanted.get("message_id") or params.integer("reply_to_message_id"))
    if not number:
        return None
    found = chat.messages.get(number)
    if found is not None and not found.deleted:
        return found
    if wanted.get("allow_sending_without_reply") or params.flag(
        "allow_sending_without_reply"
    ):
        return None
    raise ApiError(400, "Bad Request: message to be replied not found")


def worded(parsed: Parsed, name: str) -> Json:
    """text or caption with its entities; nothing at all when there are no words."""
    marks = {"text": "entities", "caption": "caption_entities"}[name]
    return ({name: parsed.text} if parsed.text else {}) | (
        {marks: parsed.entities} if parsed.entities else {}
    )


def send_message(state: State, params: Params) -> Json:
    state.open_chat(params.chat_id())
    return send(state, params, worded(read_text(params), "text"))


def send_media(kind: str) -> Any:
    """The method that sends one photo, voice, video or document."""

    def method(state: State, params: Params) -> Json:
        _open(state, params, kind)
        caption = read_caption(
            params.text("caption"),
            params.text("parse_mode"),
            params.json("caption_entities"),
        )
        if not params.has(kind):
            raise ApiError(400, f"Bad Request: there is no {kind} in the request")
        item = resolve(state, params, kind, params.text(kind), field=kind)
        return send(state, params, {kind: item, **worded(caption, "caption")})

    return method


def resolve(
    state: State, params: Params, kind: str, given: str, field: str = ""
) -> Any:
    """A media object from an upload, an attach://name or a file_id; ApiError 400 when it is none
    of them.
    """
    upload = params.files.get(
        given.removeprefix("attach://") if given.startswith("attach://") else field
    )
    if upload is not None:
        if len(upload.data) > (LARGEST_PHOTO if kind == "photo" else LARGEST_UPLOAD):
            raise ApiError(413, "Request Entity Too Large")
        if not upload.data:
            raise ApiError(400, "Bad Request: file must be non-empty")
        if kind == "photo":
            _check_photo(upload.data)
        return media.uploaded(state, kind, upload.data, upload.name, upload.mime)
    kept = state.files.get(given)
    if kept is None:
        raise ApiError(400, "Bad Request: wrong file identifier/HTTP URL specified")
    if kept.kind != kind:
        raise ApiError(
            400,
            f"Bad Request: can't use file of type {kept.kind.title()} as {kind.title()}",
        )
    return media.known(kept)


def _check_photo(data: bytes) -> None:
    """Its bounds: core.telegram.org/bots/api#sendphoto."""
    size = picture_size(data)
    if size is None:
        raise ApiError(400, "Bad Request: IMAGE_PROCESS_FAILED")
    if sum(size) > MOST_OF_BOTH_SIDES or max(size) > WIDEST * min(size):
        raise ApiError(400, "Bad Request: PHOTO_INVALID_DIMENSIONS")


def send_media_group(state: State, params: Params) -> list[Json]:
    items = params.json("media", [])
    chat = _open(state, params, *{str(item.get("type")) for item in items or ()})
    if not items:
        raise ApiError(400, "Bad Request: there are no messages to send")
    if len(items) > MOST_IN_ALBUM:
        raise ApiError(400, "Bad Request: too many messages to send as an album")
    contents = [_album_item(state, params, item) for item in items]
    reply_to = replied(chat, params)
    group = {"media_group_id": str(13_000_000_000 + state.number("album"))}
    return [
        deliver(state, chat, group | content, None, params, reply_to=reply_to)
        for content in contents
    ]


def _album_item(state: State, params: Params, item: Json) -> Json:
    kind = item.get("type", "")
    if kind not in ("photo", "video", "document"):
        raise ApiError(400, "Bad Request: can't parse InputMedia: wrong media type")
    caption = read_caption(
        item.get("caption") or "",
        item.get("parse_mode") or "",
        item.get("caption_entities"),
    )
    return {
        kind: resolve(state, params, kind, str(item.get("media", ""))),
        **worded(caption, "caption"),
    }


def _place(params: Params) -> Json:
    latitude, longitude = params.number("latitude"), params.number("longitude")
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise ApiError(400, "Bad Request: wrong location specified")
    period = params.integer("live_period")
    if period and period not in LIVE_PERIODS:
        raise ApiError(400, "Bad Request: wrong live location period specified")
    return media.location(latitude, longitude, period)


def send_location(state: State, params: Params) -> Json:
    return send(state, params, {"location": _place(params)})


def send_venue(state: State, params: Params) -> Json:
    place, title, address = _place(params), params.text("title"), params.text("address")
    if not title or not address:
        raise ApiError(400, f"Bad Request: {'address' if title else 'title'} is empty")
    venue = {"location": place, "title": title, "address": address}
    return send(state, params, {"venue": venue, "location": place})


def send_contact(state: State, params: Params) -> Json:
    names = ("phone_number", "first_name", "last_name", "vcard")
    contact = {name: params.text(name) for name in names if params.has(name)}
    for name in names[:2]:
        if name not in contact:
            raise ApiError(400, f"Bad Request: {name} is empty")
    return send(state, params, {"contact": contact})
