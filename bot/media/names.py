"""What a file is called when it is passed on."""

from __future__ import annotations

from domain.messages import Media

SUFFIX = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "audio/ogg": ".ogg",
    "video/mp4": ".mp4",
}


def file_name(media: Media) -> str:
    """As its sender called it, with the suffix of what it became: IMG_1.HEIC is a JPEG by now."""
    suffix = SUFFIX.get(media.mime, "")
    name = media.name or f"{media.kind}"
    if media.name and not media.mime.startswith("image/"):
        return name
    right = name.lower().endswith((suffix, ".jpeg") if suffix == ".jpg" else suffix)
    return name if right else f"{name.rpartition('.')[0] or name}{suffix}"
