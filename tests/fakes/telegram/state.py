"""What a fake Telegram remembers: people, chats, messages, files, button presses. No HTTP and no
waiting on a clock.
"""

import io
import time
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from PIL import Image

from tests.fakes.signal import Signal
from tests.fakes.telegram.message import Json, Message


class ApiError(Exception):
    """A refusal as the Bot API words it; `code` is also the HTTP status."""

    def __init__(
        self, code: int, description: str, parameters: Json | None = None
    ) -> None:
        super().__init__(description)
        self.code, self.description, self.parameters = code, description, parameters

    def body(self) -> Json:
        answer: Json = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        return answer | ({"parameters": self.parameters} if self.parameters else {})


@dataclass(slots=True)
class User:
    id: int
    first_name: str
    language: str | None = None
    username: str | None = None
    is_bot: bool = False

    def raw(self) -> Json:
        answer: Json = {
            "id": self.id,
            "is_bot": self.is_bot,
            "first_name": self.first_name,
        }
        answer |= {"username": self.username} if self.username else {}
        return answer | ({"language_code": self.language} if self.language else {})


@dataclass(slots=True)
class Chat:
    """A chat as the bot stands to it; `bot_status` is member, administrator, kicked or left.

    `forbidden` are kinds of content that the chat takes of no bot: text, photo, voice, video,
    document, contact, location. `topics` of a forum are "open" or "closed" by thread id.
    """

    id: int
    kind: str
    name: str
    username: str | None = None
    started: bool = False
    blocked: bool = False
    deactivated: bool = False
    bot_status: str = "member"
    privacy: bool = True
    migrated_to: int | None = None
    forbidden: set[str] = field(default_factory=set)
    topics: dict[int, str] = field(default_factory=dict)
    members: set[int] = field(default_factory=set)
    messages: dict[int, Message] = field(default_factory=dict)
    _last_id: int = 0

    def raw(self) -> Json:
        name = (
            {"first_name": self.name}
            if self.kind == "private"
            else {"title": self.name}
        )
        return {
            "id": self.id,
            "type": self.kind,
            **name,
            **({"username": self.username} if self.username else {}),
        }

    def next_id(self) -> int:
        self._last_id += 1
        return self._last_id

    def visible(self) -> list[Message]:
        """The bot's messages that have not been deleted, oldest first."""
        return [
            message
            for message in self.messages.values()
            if message.from_bot and not message.deleted
        ]

    def newest(self) -> Message | None:
        """The bot's newest message that has not been deleted."""
        ours = (
            message
            for message in reversed(self.messages.values())
            if message.from_bot and not message.deleted
        )
        return next(ours, None)


@dataclass(slots=True)
class StoredFile:
    """A file on Telegram's side; `size` in bytes may be larger than the data that a test cared
    to make.
    """

    file_id: str
    unique_id: str
    kind: str
    path: str
    data: bytes
    size: int
    mime: str | None = None
    name: str | None = None
    width: int = 0
    height: int = 0


@dataclass(slots=True)
class Query:
    """A pressed button and what the bot answered to it."""

    id: str
    user_id: int
    data: str
    answered: bool = False
    expired: bool = False
    text: str = ""
    show_alert: bool = False


class Call(NamedTuple):
    """One call the bot made: method, parameters without files, HTTP status (0 = no answer
    given).
    """

    method: str
    params: Json
    status: int


@cache
def thumbnail() -> bytes:
    """The bytes behind every smaller photo size, so that a bot which takes the wrong size is
    found out.
    """
    out = io.BytesIO()
    Image.new("RGB", (90, 67), "grey").save(out, "JPEG")
    return out.getvalue()


def picture_size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels, None when the bytes are no picture."""
    try:
        with Image.open(io.BytesIO(data)) as picture:
            return picture.size
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


#: How real file ids begin and how long they are (about 83 characters), so that no column is made
#: too narrow.
_PREFIX = {
    "photo": "AgACAgUAAxkBAAI",
    "voice": "AwACAgUAAxkBAAI",
    "video": "BAACAgUAAxkBAAI",
}


class State:
    """Everything one bot's Telegram knows."""

    def __init__(
        self, clock: Callable[[], float] = time.time, bot_username: str = "gridbee_bot"
    ) -> None:
        self.clock = clock
        self.bot = User(1, "Gridbee", username=bot_username, is_bot=True)
        self.users: dict[int, User] = {}
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, StoredFile] = {}
        self.paths: dict[str, StoredFile] = {}
        self.queries: dict[str, Query] = {}
        self.commands: dict[tuple[str, str], list[Json]] = {}
        self.counts: Counter[str] = Counter()
        self.calls: deque[Call] = deque(maxlen=2000)
        self.changed = Signal()
        self.logged_out = False
        self._numbers: Counter[str] = Counter()

    def number(self, of: str) -> int:
        """The next number of a series, from 1."""
        self._numbers[of] += 1
        return self._numbers[of]

    def chat(self, chat_id: int) -> Chat:
        """A chat the bot may ask about; ApiError 400 when there is none."""
        found = self.chats.get(chat_id)
        if found is None:
            raise ApiError(400, "Bad Request: chat not found")
        if found.migrated_to is not None:
            text = "Bad Request: group chat was upgraded to a supergroup chat"
            raise ApiError(400, text, {"migrate_to_chat_id": found.migrated_to})
        return found

    def open_chat(self, chat_id: int) -> Chat:
        """A chat the bot may write to now; ApiError 403 with the reason when it may not."""
        chat = self.chat(chat_id)
        reason = (
            _private_refusal(chat) if chat.kind == "private" else _group_refusal(chat)
        )
        if reason:
            raise ApiError(403, f"Forbidden: {reason}")
        return chat

    def store(self, data: bytes, kind: str, **details: Any) -> StoredFile:
        """Keep a file; `details` are size (bytes), mime, name, width, height and path."""
        number = self.number("file")
        file_id = f"{_PREFIX.get(kind, 'BQACAgUAAxkBAAI')}{number:08d}".ljust(83, "A")
        details.setdefault(
            "path", f"{kind}s/file_{number}{_extension(kind, details.get('name'))}"
        )
        details["size"] = len(data) if details.get("size") is None else details["size"]
        kept = StoredFile(
            file_id=file_id,
            unique_id=f"AQAD{number:012d}",
            kind=kind,
            data=data,
            **details,
        )
        self.files[file_id] = self.paths[kept.path] = kept
        return kept


def _private_refusal(chat: Chat) -> str | None:
    if chat.deactivated:
        return "user is deactivated"
    if chat.blocked:
        return "bot was blocked by the user"
    return None if chat.started else "bot can't initiate conversation with a user"


def _group_refusal(chat: Chat) -> str | None:
    if chat.bot_status == "kicked":
        return f"bot was kicked from the {chat.kind} chat"
    return (
        f"bot is not a member of the {chat.kind} chat"
        if chat.bot_status == "left"
        else None
    )


def _extension(kind: str, name: str | None) -> str:
    if name and "." in name:
        return "." + name.rsplit(".", 1)[1]
    return {"photo": ".jpg", "voice": ".oga", "video": ".mp4"}.get(kind, "")
