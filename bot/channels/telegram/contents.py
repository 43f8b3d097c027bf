"""What a message holds: words, a place, pictures and files."""

from __future__ import annotations

from typing import Any

from bot.channels.telegram.plain import part, whole, words
from domain.messages import Media, MediaKind, Place


def text_of(message: dict[str, Any]) -> str:
    """Words, a caption, a venue's name, a contact's number: whatever of it a person said."""
    venue, contact = part(message, "venue"), part(message, "contact")
    said = (
        words(message.get("text")) or words(message.get("caption")),
        words(venue.get("title")),
        words(venue.get("address")),
        words(contact.get("first_name")),
        words(contact.get("phone_number")),
    )
    return " ".join(filter(None, said))


def place_of(message: dict[str, Any]) -> Place | None:
    """Raises ValueError for what is no place on earth."""
    found = message.get("location") or part(message, "venue").get("location")
    return Place(float(found["latitude"]), float(found["longitude"])) if found else None


def media_of(message: dict[str, Any]) -> tuple[Media, ...]:
    """Raises KeyError and ValueError for a file that cannot be fetched."""
    if message.get("photo"):
        best = max(message["photo"], key=_pixels)
        size = whole(best.get("file_size"))
        return (Media(MediaKind.PHOTO, _ref(best), size, mime="image/jpeg"),)
    for key, kind in FILES:
        if key in message:
            return (_file(kind, message[key]),)
    return ()


def _pixels(size: dict[str, Any]) -> int:
    return whole(size.get("width")) * whole(size.get("height"))


def _file(kind: MediaKind, file: dict[str, Any]) -> Media:
    return Media(
        kind,
        _ref(file),
        whole(file.get("file_size")),
        words(file.get("file_name")),
        words(file.get("mime_type")),
        seconds=whole(file.get("duration")),
    )


def _ref(file: dict[str, Any]) -> str:
    ref = words(file["file_id"])
    if not ref:
        raise ValueError("no file")
    return ref


FILES = (
    ("voice", MediaKind.VOICE),
    ("audio", MediaKind.VOICE),
    ("video_note", MediaKind.VIDEO),
    ("video", MediaKind.VIDEO),
    ("animation", MediaKind.VIDEO),
    ("document", MediaKind.DOCUMENT),
)
