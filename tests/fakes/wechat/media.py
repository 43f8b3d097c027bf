"""Files up and down: three days each, and errors that come as JSON where bytes are expected."""

from __future__ import annotations

from typing import NamedTuple

from tests.fakes.wechat.errors import ApiError, Json, require
from tests.fakes.wechat.state import State


class Upload(NamedTuple):
    """The field `media` of a form."""

    name: str
    data: bytes


class Raw(NamedTuple):
    """An answer that is no JSON."""

    data: bytes
    content_type: str
    name: str = ""


MEGABYTE = 1024 * 1024
KINDS: dict[str, tuple[int, tuple[bytes, ...]]] = {
    "image": (2 * MEGABYTE, (b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF8")),
    "voice": (2 * MEGABYTE, (b"#!AMR", b"ID3", b"\xff\xfb", b"\xff\xf3")),
    "video": (10 * MEGABYTE, (b"ftyp",)),
    "thumb": (64 * 1024, (b"\xff\xd8\xff",)),
}
"""Most bytes, and how a file of this kind begins (a video after four bytes of length)."""
ENDINGS = {
    "image": ("image/jpeg", "jpg"),
    "voice": ("audio/amr", "amr"),
    "thumb": ("image/jpeg", "jpg"),
}


def upload(state: State, query: Json, file: Upload | None) -> Json:
    """POST /cgi-bin/media/upload?type=…, a form with the file `media`. Raises ApiError."""
    kind = str(query.get("type", ""))
    require(kind in KINDS, 40004)
    if file is None or not file.name:
        raise ApiError(41005)
    require(file.data, 44002)
    most, beginnings = KINDS[kind]
    require(len(file.data) <= most, 45001 if kind != "image" else 40006)
    begins = file.data[4:12] if kind == "video" else file.data[:12]
    require(begins.startswith(beginnings), 40005)
    media_id = state.keep(kind, file.data, file.name)
    mark = "thumb_media_id" if kind == "thumb" else "media_id"
    return {"type": kind, mark: media_id, "created_at": int(state.now())}


def get(state: State, query: Json, url: str) -> Raw | Json:
    """GET /cgi-bin/media/get?media_id=…; of a video its address. Raises ApiError."""
    found = state.file(query.get("media_id"))
    if found.kind == "video":
        return {"video_url": f"{url}/video/{query['media_id']}"}
    content_type, ending = ENDINGS[found.kind]
    return Raw(found.data, content_type, f"{query['media_id']}.{ending}")


def public(state: State, path: str) -> Raw | None:
    """What needs no token: PicUrl and video_url. None for what there is not."""
    kind, _, rest = path.lstrip("/").partition("/")
    found = state.media.get(rest.removesuffix("/0"))
    if found is None or kind not in ("mmbiz_jpg", "video"):
        return None
    return Raw(found.data, "video/mp4" if kind == "video" else "image/jpeg")
