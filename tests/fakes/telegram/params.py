"""Reading what a bot sends with a call: JSON, form or multipart, and the checks of keyboards."""

from typing import Any, NamedTuple

import orjson
from aiohttp import BodyPartReader, web
from aiohttp.web_request import FileField

from tests.fakes.telegram.message import Json, buttons_of
from tests.fakes.telegram.state import ApiError
from tests.fakes.telegram.text import (
    Entity,
    Parsed,
    found_entities,
    parse_html,
    utf16_length,
)

# UTF-16 units after parsing (core.telegram.org/bots/api#sendmessage)
LONGEST_TEXT = 4096
# UTF-16 units after parsing (core.telegram.org/bots/api#sendphoto)
LONGEST_CAPTION = 1024
LONGEST_CALLBACK_DATA = 64  # bytes (core.telegram.org/bots/api#inlinekeyboardbutton)
MOST_BUTTONS = 100  # under one message


class Upload(NamedTuple):
    """A file in a multipart request."""

    name: str
    mime: str
    data: bytes


class Params:
    """The parameters of one call; every reader takes both JSON values and their form spelling."""

    def __init__(self, values: Json, files: dict[str, Upload] | None = None) -> None:
        self.values = values
        self.files = files or {}

    def has(self, name: str) -> bool:
        return self.values.get(name) not in (None, "") or name in self.files

    def text(self, name: str, default: str = "") -> str:
        value = self.values.get(name)
        return default if value is None else str(value)

    def integer(self, name: str, default: int = 0) -> int:
        try:
            return int(self.values.get(name) or default)
        except (TypeError, ValueError):
            raise ApiError(400, f"Bad Request: can't parse {name}") from None

    def number(self, name: str) -> float:
        try:
            return float(self.values[name])
        except (KeyError, TypeError, ValueError):
            raise ApiError(400, f"Bad Request: {name} is empty") from None

    def flag(self, name: str) -> bool:
        return str(self.values.get(name, "")).lower() in ("true", "1", "yes")

    def json(self, name: str, default: Any = None) -> Any:
        """A nested value, which forms carry as JSON text."""
        value = self.values.get(name)
        if value is None or value == "":
            return default
        if not isinstance(value, str):
            return value
        try:
            return orjson.loads(value)
        except orjson.JSONDecodeError:
            raise ApiError(
                400, f"Bad Request: can't parse {name} JSON object"
            ) from None

    def chat_id(self) -> int:
        value = self.values.get("chat_id")
        if value in (None, ""):
            raise ApiError(400, "Bad Request: chat_id is empty")
        try:
            return int(str(value))
        except ValueError:
            raise ApiError(400, "Bad Request: chat not found") from None


async def read_params(request: web.BaseRequest) -> Params:
    """Query and body of a request; ApiError 400 when the body cannot be read."""
    values: Json = dict(request.query) if request.query_string else {}
    if not request.can_read_body:
        return Params(values)
    if request.content_type == "application/json":
        return Params(values | _json_object(await request.read()))
    if request.content_type == "multipart/form-data":
        return await _multipart(request, values)
    for name, value in (await request.post()).items():
        assert not isinstance(value, FileField)
        values[name] = value
    return Params(values)


def _json_object(body: bytes) -> Json:
    try:
        answer = orjson.loads(body or b"{}")
    except orjson.JSONDecodeError:
        raise ApiError(
            400, "Bad Request: can't parse request: strings must be encoded in UTF-8"
        ) from None
    if not isinstance(answer, dict):
        raise ApiError(400, "Bad Request: can't parse request: expected an object")
    return answer


async def _multipart(request: web.BaseRequest, values: Json) -> Params:
    files: dict[str, Upload] = {}
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        data = bytes(await part.read(decode=True))
        if part.filename is None:
            values[part.name] = data.decode()
        else:
            files[part.name] = Upload(
                part.filename, part.headers.get("Content-Type", ""), data
            )
    return Params(values, files)


def read_text(params: Params) -> Parsed:
    """`text` of a message; ApiError 400 when it is empty or too long."""
    source = params.text("text")
    if not source:
        raise ApiError(400, "Bad Request: message text is empty")
    parsed = formatted(source, params.text("parse_mode"), params.json("entities"))
    if not parsed.text.strip():
        raise ApiError(400, "Bad Request: text must be non-empty")
    if utf16_length(parsed.text) > LONGEST_TEXT:
        raise ApiError(400, "Bad Request: message is too long")
    return parsed


def read_caption(
    source: str, parse_mode: str, entities: list[Entity] | None = None
) -> Parsed:
    parsed = formatted(source, parse_mode, entities)
    if utf16_length(parsed.text) > LONGEST_CAPTION:
        raise ApiError(400, "Bad Request: message caption is too long")
    return parsed


def formatted(
    source: str, parse_mode: str, entities: list[Entity] | None = None
) -> Parsed:
    """Only HTML is built; other parse modes are refused so that no test passes by mistake."""
    if parse_mode and parse_mode.upper() != "HTML":
        raise ApiError(400, "Bad Request: unsupported parse_mode")
    parsed = parse_html(source) if parse_mode else Parsed(source, list(entities or ()))
    leading = utf16_length(parsed.text) - utf16_length(parsed.text.lstrip())
    marked = [
        dict(entity, offset=max(entity["offset"] - leading, 0))
        for entity in parsed.entities
    ]
    text = parsed.text.strip()
    return Parsed(
        text, sorted(marked + found_entities(text), key=lambda entity: entity["offset"])
    )


def read_markup(
    params: Params, chat_kind: str, *, inline_only: bool = False
) -> Json | None:
    """`reply_markup`, checked as the Bot API checks it; None when there is none."""
    markup = params.json("reply_markup")
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise ApiError(400, "Bad Request: object expected as reply markup")
    if inline_only and markup and "inline_keyboard" not in markup:
        raise ApiError(400, "Bad Request: inline keyboard expected")
    _check_inline(markup)
    if chat_kind != "private":
        _check_requests(markup)
    return markup or None


def _check_inline(markup: Json) -> None:
    try:
        buttons = [button for row in buttons_of(markup) for button in row]
    except (KeyError, TypeError, AttributeError):
        raise ApiError(400, "Bad Request: can't parse inline keyboard button") from None
    if len(buttons) > MOST_BUTTONS:
        raise ApiError(400, "Bad Request: REPLY_MARKUP_TOO_LONG")
    for row, keys in zip(
        buttons_of(markup), markup.get("inline_keyboard", ()), strict=True
    ):
        for button, key in zip(row, keys, strict=True):
            _check_button(button.label, key)


def _check_button(label: str, key: Json) -> None:
    if not label:
        raise ApiError(
            400,
            "Bad Request: can't parse inline keyboard button: text must be non-empty",
        )
    if len(key) < 2:
        raise ApiError(
            400, "Bad Request: text buttons are unallowed in the inline keyboard"
        )
    data = key.get("callback_data")
    if data is not None and not 1 <= len(str(data).encode()) <= LONGEST_CALLBACK_DATA:
        raise ApiError(400, "Bad Request: BUTTON_DATA_INVALID")


def _check_requests(markup: Json) -> None:
    keys = [
        key
        for row in markup.get("keyboard", ())
        for key in row
        if isinstance(key, dict)
    ]
    if any(key.get("request_location") for key in keys):
        raise ApiError(
            400, "Bad Request: location can be requested in private chats only"
        )
    if any(key.get("request_contact") for key in keys):
        raise ApiError(
            400, "Bad Request: phone number can be requested in private chats only"
        )
