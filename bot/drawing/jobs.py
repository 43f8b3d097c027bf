"""What the child for pictures can do: it is kept, and small (25 MB)."""

from __future__ import annotations

from typing import Any

from bot.drawing import code, honey, pair, proof
from bot.media.pictures import clean, dhash
from bot.media.sounds import seconds

Done = tuple[dict[str, Any], bytes]


def cleaned(_: dict[str, Any], data: bytes) -> Done:
    """The picture as it is kept, its MIME type and its hash."""
    made, mime = clean(data)
    return {"mime": mime, "dhash": dhash(made)}, made


def paired(wanted: dict[str, Any], data: bytes) -> Done:
    """`sizes` says how many bytes each photo has, null where there is none."""
    photos: list[bytes | None] = []
    start = 0
    for size in wanted["sizes"]:
        photos.append(data[start : start + size] if size is not None else None)
        start += size or 0
    return {}, pair.draw(photos, wanted["labels"])


def timed(_: dict[str, Any], data: bytes) -> Done:
    """How long a sound lasts, in seconds."""
    return {"seconds": seconds(data)}, b""


def coded(wanted: dict[str, Any], _: bytes) -> Done:
    """A QR code of `words`."""
    return {}, code.png(wanted["words"])


def proved(wanted: dict[str, Any], _: bytes) -> Done:
    """A proof slip."""
    return {}, proof.draw(wanted)


def honeyed(wanted: dict[str, Any], _: bytes) -> Done:
    """A honey card."""
    return {}, honey.draw(wanted)


JOBS = {
    "clean": cleaned,
    "pair": paired,
    "time": timed,
    "code": coded,
    "proof": proved,
    "honey": honeyed,
}
