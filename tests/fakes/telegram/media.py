"""Media as the Bot API describes it: photo sizes, voice, video, documents, places."""

from collections.abc import Callable
from typing import Any

from tests.fakes.telegram.message import Json
from tests.fakes.telegram.state import State, StoredFile, picture_size, thumbnail

#: Longest sides in pixels of the sizes Telegram makes of a photo; the last one of an array is
#: the largest.
PHOTO_SIDES = (90, 320, 800)
UNKNOWN_SIZE = (1280, 960)  # told for bytes that are no picture


def photo(state: State, data: bytes, size: int | None = None) -> list[Json]:
    """PhotoSize array, smallest first; only the last one has the real bytes. `size` in bytes
    overrides.
    """
    width, height = picture_size(data) or UNKNOWN_SIZE
    longest = max(width, height)
    sides = [side for side in PHOTO_SIDES if side < longest]
    small = [
        state.store(
            thumbnail(),
            "photo",
            width=width * side // longest,
            height=height * side // longest,
        )
        for side in sides
    ]
    return [
        photo_size(kept)
        for kept in [
            *small,
            state.store(data, "photo", size=size, width=width, height=height),
        ]
    ]


def photo_size(kept: StoredFile) -> Json:
    return {**_file(kept), "width": kept.width, "height": kept.height}


def voice(
    state: State, data: bytes, size: int | None = None, duration: int = 3
) -> Json:
    kept = state.store(data, "voice", size=size, mime="audio/ogg")
    return {**_file(kept), "duration": duration, "mime_type": "audio/ogg"}


def video(
    state: State, data: bytes, size: int | None = None, duration: int = 5
) -> Json:
    kept = state.store(
        data, "video", size=size, mime="video/mp4", width=640, height=480
    )
    return {
        **_file(kept),
        "width": 640,
        "height": 480,
        "duration": duration,
        "mime_type": "video/mp4",
    }


def document(
    state: State,
    data: bytes,
    name: str | None,
    mime: str | None,
    size: int | None = None,
) -> Json:
    return document_object(
        state.store(data, "document", size=size, mime=mime, name=name)
    )


def document_object(kept: StoredFile) -> Json:
    names = {"file_name": kept.name, "mime_type": kept.mime}
    return {**_file(kept), **{field: value for field, value in names.items() if value}}


def _file(kept: StoredFile) -> Json:
    return {
        "file_id": kept.file_id,
        "file_unique_id": kept.unique_id,
        "file_size": kept.size,
    }


def uploaded(state: State, kind: str, data: bytes, name: str, mime: str) -> Any:
    """The media object for bytes that the bot uploads."""
    makers: dict[str, Callable[[], Any]] = {
        "photo": lambda: photo(state, data),
        "voice": lambda: voice(state, data),
        "video": lambda: video(state, data),
        "document": lambda: document(state, data, name, mime or None),
    }
    return makers[kind]()


def known(kept: StoredFile) -> Any:
    """The media object for a file that Telegram has already."""
    if kept.kind == "photo":
        return [photo_size(kept)]
    if kept.kind == "document":
        return document_object(kept)
    extra = {"width": kept.width, "height": kept.height} if kept.kind == "video" else {}
    return {**_file(kept), **extra, "duration": 3, "mime_type": kept.mime}


def location(latitude: float, longitude: float, live_period: int = 0) -> Json:
    """WGS-84 degrees; `live_period` in seconds for a live location."""
    live = {"live_period": live_period} if live_period else {}
    return {"latitude": latitude, "longitude": longitude, **live}
