"""What a message holds: words, a place, pictures and files."""

from __future__ import annotations

from typing import Any

from bot.channels.telegram.fields import count, reference, said, word
from domain.messages import Media, MediaKind, Place, tidy


def text_of(message: dict[str, Any]) -> str:
    """Words, a caption, a contact's number: whatever of it a person said."""
    parts = [said(message.get("text")) or said(message.get("caption"))]
    if "contact" in message:
        contact = message["contact"]
        parts += [word(contact.get("first_name")), word(contact.get("phone_number"))]
    return tidy(" ".join(filter(None, parts)))


def place_of(message: dict[str, Any]) -> Place | None:
    found = message.get("location") or (message.get("venue") or {}).get("location")
    return Place(float(found["latitude"]), float(found["longitude"])) if found else None


def called_of(message: dict[str, Any]) -> str:
    """What the map calls the place that somebody chose there."""
    venue = message.get("venue") or {}
    parts = (word(venue.get("title")), word(venue.get("address")))
    return tidy(" ".join(filter(None, parts)))


def media_of(message: dict[str, Any]) -> tuple[Media, ...]:
    if message.get("photo"):
        return (_photo(max(message["photo"], key=_pixels)),)
    for key, kind in FILES:
        if key in message:
            return (_file(message[key], kind),)
    return ()


def _pixels(size: dict[str, Any]) -> int:
    return count(size.get("width")) * count(size.get("height"))


def _photo(size: dict[str, Any]) -> Media:
    return Media(
        MediaKind.PHOTO,
        reference(size["file_id"]),
        count(size.get("file_size")),
        mime="image/jpeg",
    )


def _file(file: dict[str, Any], kind: MediaKind) -> Media:
    return Media(
        kind,
        reference(file["file_id"]),
        count(file.get("file_size")),
        word(file.get("file_name")),
        word(file.get("mime_type")),
        seconds=count(file.get("duration")),
    )


FILES = (
    ("voice", MediaKind.VOICE),
    ("audio", MediaKind.VOICE),
    ("video_note", MediaKind.VIDEO),
    ("video", MediaKind.VIDEO),
    ("animation", MediaKind.VIDEO),
    ("document", MediaKind.DOCUMENT),
)
