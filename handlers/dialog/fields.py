"""What a step of a form can read: words, pictures, a place, a choice. Pure; values are plain
JSON.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from domain.messages import Event


@dataclass(frozen=True, slots=True)
class Text:
    """Words, kept message by message so that an edited message changes its own part: [{"m": id,
    "t": words}].
    """

    def takes(self, event: Event) -> bool:
        return bool(event.text)

    def read(self, old: Any, event: Event, media: list[dict[str, Any]]) -> Any:
        part = {"m": event.message_id, "t": event.text.strip()}
        kept = [
            p for p in old or [] if not event.message_id or p["m"] != event.message_id
        ]
        return [*kept, part]


@dataclass(frozen=True, slots=True)
class Photos:
    """Pictures, voice and files by media id: [{"m": id, "id": media id, "k": kind}]; what is too
    much is left out.
    """

    most: int = 9

    def takes(self, event: Event) -> bool:
        return bool(event.media)

    def read(self, old: Any, event: Event, media: list[dict[str, Any]]) -> Any:
        return [*(old or []), *media][: self.most]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place: {"lat", "lon"} from a pin, {"t"} from words. A pin that follows words joins them."""

    def takes(self, event: Event) -> bool:
        return event.place is not None

    def read(self, old: Any, event: Event, media: list[dict[str, Any]]) -> Any:
        value = dict(old or {})
        if event.place is not None:
            return value | {
                "m": event.message_id,
                "lat": event.place.lat,
                "lon": event.place.lon,
            }
        return value | {"m": event.message_id, "t": event.text.strip()}


Expect = Text | Photos | Spot


def words(value: Any) -> str:
    """The words of a Text answer, one line per message."""
    return "\n".join(part["t"] for part in value or [] if part["t"])


def media_ids(value: Any) -> list[int]:
    return [part["id"] for part in value or []]


def count(value: Any, kind: str) -> int:
    return sum(1 for part in value or [] if part["k"] == kind)
