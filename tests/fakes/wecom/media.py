"""Files up and down: three days each, and errors that come as JSON where bytes are expected."""

from __future__ import annotations

from typing import NamedTuple

from tests.fakes.wecom.errors import DONE, ApiError, Json, require
from tests.fakes.wecom.state import State


class Upload(NamedTuple):
    """The field `media` of a form."""

    name: str
    data: bytes


class Raw(NamedTuple):
    """An answer that is no JSON."""

    data: bytes
    content_type: str
    name: str


MEGABYTE = 1024 * 1024
LEAST = 5  # bytes: it has to have more (96484)
KINDS: dict[str, tuple[int, tuple[bytes, ...]]] = {
    "image": (10 * MEGABYTE, (b"\xff\xd8\xff", b"\x89PNG\r\n")),
    "voice": (2 * MEGABYTE, (b"#!AMR",)),
    "video": (10 * MEGABYTE, (b"",)),
    "file": (20 * MEGABYTE, (b"",)),
}
"""Most bytes, and how a file of this kind begins."""
TYPES = {"image": "image/jpeg", "voice": "audio/amr", "video": "video/mp4"}


def upload(state: State, query: Json, file: Upload | None) -> Json:
    """POST /cgi-bin/media/upload?type=…, a form with the file `media`. Raises ApiError."""
    kind = str(query.get("type", ""))
    require(kind in KINDS, 40004)
    if file is None or not file.name:
        raise ApiError(44001)
    most, beginnings = KINDS[kind]
    require(len(file.data) > LEAST, 40006, "5 bytes or less")
    require(len(file.data) <= most, 40009)
    require(file.data.startswith(beginnings), 40004, "the content is another")
    media_id = state.keep(kind, file.data, file.name)
    made = str(int(state.now()))
    return DONE | {"type": kind, "media_id": media_id, "created_at": made}


def get(state: State, query: Json) -> Raw:
    """GET /cgi-bin/media/get?media_id=…. Raises ApiError."""
    require(query.get("media_id"), 41006)
    found = state.file(query["media_id"])
    content_type = TYPES.get(found.kind, "application/octet-stream")
    return Raw(found.data, content_type, found.name)
