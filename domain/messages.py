"""What goes in and out of a channel, in words that no channel owns."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple


class Address(NamedTuple):
    """Where somebody can be reached: a channel and the chat's own id there."""

    channel: str
    chat: str

    def __str__(self) -> str:
        return f"{self.channel}:{self.chat}"

    @property
    def whole(self) -> Address:
        """The chat itself, where this is a topic of it, as in "-1001234#5"."""
        return Address(self.channel, self.chat.partition("#")[0])

    def within(self, other: Address) -> bool:
        """Whether this is the other chat or a topic of it."""
        return other in (self, self.whole)


NOBODY = "0"
"""The chat of whoever could not be read."""


class CannotBeRead(ValueError):
    """What came broke its channel's reader. The text has no word of theirs in it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A point in WGS-84 degrees; channels that speak GCJ-02 convert before they build one."""

    lat: float
    lon: float

    def __post_init__(self) -> None:
        if not (-90 <= self.lat <= 90 and -180 <= self.lon <= 180):
            raise ValueError(f"not a place on earth: {self.lat}, {self.lon}")


START = "start:"
"""What the reference of a picture begins with that a channel makes of a start code."""


class MediaKind(StrEnum):
    PHOTO = "photo"
    VOICE = "voice"
    VIDEO = "video"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Media:
    """A picture, voice message or file, by the channel's own reference.

    `size` is in bytes, 0 where the channel does not say. `sha` names the stored bytes when the
    channel brought them along (web); otherwise the fetching loop gets them later. `dhash` marks
    such a picture for comparing, as a signed 64-bit number. `seconds` is how long a voice message
    or a video is, 0 where the channel does not say.
    """

    kind: MediaKind
    ref: str
    size: int = 0
    name: str = ""
    mime: str = ""
    sha: str = ""
    dhash: int | None = None
    seconds: int = 0


class EventKind(StrEnum):
    MESSAGE = "message"
    EDIT = "edit"
    PRESS = "press"
    BLOCKED = "blocked"
    UNBLOCKED = "unblocked"
    MIGRATED = "migrated"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that somebody did. (channel, external_id) is unique for ever: it makes exactly
    once.

    `sender` is the person's own address, `chat` where it happened (the same in a private chat).
    `data` is a press's payload; for MIGRATED it is the chat's new id. `album` groups the parts of
    one album. `raw` is what the channel received, kept only if the event has to be quarantined.
    `nameless` is what somebody says in the name of a group or a channel. `unnamed`: the channel
    tells nobody's name, so `name` is made up. `addressed`: in a group, but said to us by name, or
    pressed where we are called by it. `called` is what a map calls the `place`: nobody's words, so
    nothing is read out of it. `spoken`: the words are what was heard in the voice beside them.
    """

    external_id: str
    sender: Address
    chat: Address
    kind: EventKind = EventKind.MESSAGE
    private: bool = True
    text: str = ""
    media: tuple[Media, ...] = ()
    place: Place | None = None
    data: str = ""
    press_ref: str = ""
    message_id: str = ""
    reply_to: str = ""
    album: str = ""
    name: str = ""
    language: str = ""
    raw: Any = field(default=None, compare=False, repr=False)
    nameless: bool = False
    unnamed: bool = False
    addressed: bool = False
    called: str = ""
    spoken: bool = False

    @property
    def channel(self) -> str:
        return self.chat.channel


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: what it says and the data (at most 64 bytes of UTF-8, Telegram's limit) that a
    press brings.
    """

    label: str
    data: str


@dataclass(frozen=True, slots=True)
class Key:
    """A key of the reply keyboard: pressing it types its label, or sends one's place. `data` is
    what its label means, for a chat that has choices and no keyboard.
    """

    label: str
    location: bool = False
    data: str = ""


class Matter(StrEnum):
    """What a saying is to whoever can hardly be reached."""

    NEWS = ""
    QUESTION = "question"
    RESULT = "result"
    EMERGENCY = "emergency"


@dataclass(frozen=True, slots=True)
class Reply:
    """One message to one chat. `text` is safe HTML with only <b>, <i> and <a>; labels and toasts
    are plain.

    `edits` is the id of a message to change instead of sending one. `slot` names a living message
    of the chat (a case card): the channel edits the one that stands there, or sends it. `press_ref`
    makes it the answer to a press, shown as a toast. `photos` and `files` are media ids, `own`
    those of pictures and files that its reader once sent; `calls` are numbers to tap. `matter` is
    a Matter. `calls_over` says nothing: none of the numbers so far is needed any more.
    """

    text: str = ""
    choices: tuple[tuple[Choice, ...], ...] = ()
    keyboard: tuple[tuple[Key, ...], ...] = ()
    photos: tuple[int, ...] = ()
    files: tuple[int, ...] = ()
    own: tuple[int, ...] = ()
    calls: tuple[str, ...] = ()
    calls_over: bool = False
    place: Place | None = None
    edits: str = ""
    slot: str = ""
    press_ref: str = ""
    silent: bool = False
    matter: str = Matter.NEWS

    @property
    def asks(self) -> bool:
        """Whether it asks for words: a number may be their answer."""
        return self.matter == Matter.QUESTION


class Edits(StrEnum):
    """How often a message that stands can be changed; `ONCE` for each time that the channel gave
    the right to.
    """

    ALWAYS = "always"
    ONCE = "once"
    NEVER = "never"


class Measure(StrEnum):
    """What a channel counts a text in."""

    UTF16 = "UTF-16 units"
    BYTES = "bytes of UTF-8"


@dataclass(frozen=True, slots=True)
class Can:
    """What one kind of chat of a channel shows. As it stands here: all that a Reply has, but for
    what its reader has sent there and would get a second time (`own`), and that numbers are not
    needed any more (`calls_over`), where they stay in sight until then.

    `buttons` are those of one message; with `numbers` each can be typed as the number before it.
    `text` is the longest text by its `measure`, 0 where the channel parts what is too long over
    several messages. `merges`: all that waits for the chat goes as one message. `quota`: how much
    may be said is counted there; `kept`: a part of it is, for what is pressing, so that it need
    not wait for the pace.
    """

    edits: Edits = Edits.ALWAYS
    buttons: int = 100
    numbers: bool = False
    keyboard: bool = True
    toasts: bool = True
    place_out: bool = True
    pictures: bool = True
    files: bool = True
    own: bool = False
    calls: bool = True
    calls_over: bool = False
    text: int = 0
    measure: Measure = Measure.UTF16
    merges: bool = False
    quota: bool = False
    kept: bool = False


ALL = Can()
"""What Telegram shows."""

PAGE = Can(own=True, calls_over=True)
"""What the page shows: a case there is the whole of it, and costs nobody a message."""

AS_THEY_ARE = (ALL, PAGE)
"""Where each saying is a message of its own, and nothing of it has to be said otherwise."""


TURNING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
"""What turns the letters behind it around (Unicode's bidirectional controls): on a card it would
turn what others wrote.
"""


def tidy(text: str) -> str:
    """Words as they can be stored: without NULs and halves of characters, which some clients
    really send, and without what turns others around.
    """
    plain = text.replace("\0", "").translate(TURNING)
    return plain.encode("utf-8", "ignore").decode()
