"""A message in a chat as a test looks at it: words, buttons, media, what it said before it was
edited.
"""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

Json = dict[str, Any]


class Button(NamedTuple):
    """An inline button as it stands under a message."""

    label: str
    data: str | None
    url: str | None


class Version(NamedTuple):
    """What a message said before an edit."""

    text: str | None
    caption: str | None
    markup: Json | None
    at: float


@dataclass(slots=True)
class Message:
    """One message in a chat; `raw` is the Bot API object, `markup` every kind of reply_markup,
    `at` epoch seconds.
    """

    raw: Json
    from_bot: bool
    at: float
    markup: Json | None = None
    edits: list[Version] = field(default_factory=list)
    deleted: bool = False

    @property
    def id(self) -> int:
        return int(self.raw["message_id"])

    @property
    def chat_id(self) -> int:
        return int(self.raw["chat"]["id"])

    @property
    def text(self) -> str:
        return str(self.raw.get("text", ""))

    @property
    def caption(self) -> str:
        return str(self.raw.get("caption", ""))

    @property
    def words(self) -> str:
        """Text or caption, whichever the message has."""
        return self.text or self.caption

    @property
    def entities(self) -> list[Json]:
        return list(self.raw.get("entities") or self.raw.get("caption_entities") or ())

    @property
    def rows(self) -> list[list[Button]]:
        """The inline buttons, row by row."""
        return buttons_of(self.markup)

    @property
    def labels(self) -> list[str]:
        return [button.label for row in self.rows for button in row]

    @property
    def keyboard(self) -> list[str]:
        """Labels of the reply keyboard that came with the message."""
        keys = [key for row in (self.markup or {}).get("keyboard", ()) for key in row]
        return [key if isinstance(key, str) else key["text"] for key in keys]

    @property
    def media(self) -> tuple[str, str] | None:
        """(kind, file_id) of the picture, voice, video or document; the largest size of a photo."""
        if "photo" in self.raw:
            return "photo", self.raw["photo"][-1]["file_id"]
        kind = next(
            (kind for kind in ("voice", "video", "document") if kind in self.raw), None
        )
        return (kind, self.raw[kind]["file_id"]) if kind else None

    @property
    def location(self) -> tuple[float, float] | None:
        place = self.raw.get("location")
        return (place["latitude"], place["longitude"]) if place else None


def buttons_of(markup: Json | None) -> list[list[Button]]:
    rows = (markup or {}).get("inline_keyboard", ())
    return [
        [Button(key["text"], key.get("callback_data"), key.get("url")) for key in row]
        for row in rows
    ]
