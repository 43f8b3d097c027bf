"""What a message holds: words, a place, pictures and files."""

from __future__ import annotations

from typing import Any

from domain.messages import Media, MediaKind, Place, tidy


def text_of(message: dict[str, Any]) -> str:
    """Words, a caption, a venue's name, a contact's number: whatever of it a person said."""
    text = message.get("text") or message.get("caption") or ""
    if "venue" in message:
        venue = message["venue"]
        text = " ".join(filter(None, (text, venue.get("title"), venue.get("address"))))
    if "contact" in message:
        contact = message["contact"]
        text = " ".join(
            filter(None, (text, contact.get("first_name"), contact.get("phone_number")))
        )
    return tidy(str(text))


def place_of(message: dict[str, Any]) -> Place | None:
    found = message.get("location") or (message.get("venue") or {}).get("location")
    return Place(float(found["latitude"]), float(found["longitude"])) if found else None


def media_of(message: dict[str, Any]) -> tuple[Media, ...]:
    if message.get("photo"):
        best = max(
            message["photo"],
            key=lambda size: size.get("width", 0) * size.get("height", 0),
        )
        return (
            Media(
                MediaKind.PHOTO,
                best["file_id"],
                best.get("file_size", 0),
                mime="image/jpeg",
            ),
        )
    for key, kind in FILES:
        if key in message:
            file = message[key]
            made = Media(
                kind,
                file["file_id"],
                file.get("file_size") or 0,
                file.get("file_name", ""),
                file.get("mime_type", ""),
                seconds=int(file.get("duration") or 0),
            )
            return (made,)
    return ()


FILES = (
    ("voice", MediaKind.VOICE),
    ("audio", MediaKind.VOICE),
    ("video_note", MediaKind.VIDEO),
    ("video", MediaKind.VIDEO),
    ("animation", MediaKind.VIDEO),
    ("document", MediaKind.DOCUMENT),
)
