"""How long a sound lasts, read off its own head: nothing is decoded."""

from __future__ import annotations

import re

OPUS_RATE = 48_000
"""Samples a second that Opus counts in, whatever it was recorded with (RFC 7845, 4)."""
LONGEST = 24 * 3600
PAGE = re.compile(rb"OggS\x00(.)(.{8})", re.DOTALL)
VORBIS = re.compile(rb"\x01vorbis.{5}(.{4})", re.DOTALL)
MVHD = re.compile(
    rb"mvhd(?:\x00.{3}.{8}(.{4})(.{4})|\x01.{3}.{16}(.{4})(.{8}))", re.DOTALL
)
WAVE = re.compile(rb"RIFF.{4}WAVE.*?fmt .{12}(.{4})", re.DOTALL)


def seconds(data: bytes) -> int:
    """Whole seconds of Ogg, MP4 and WAV; 0 where the file does not say it, or says nonsense."""
    try:
        found = round(_length(data))
    except (ZeroDivisionError, OverflowError):
        return 0
    return found if 0 < found <= LONGEST else 0


def _length(data: bytes) -> float:
    if data.startswith(b"OggS"):
        return _ogg(data)
    if data[4:8] == b"ftyp":
        return _mp4(data)
    return _wav(data)


def _ogg(data: bytes) -> float:
    """The last page says how many samples came before its end."""
    last = max(
        (_little(page[2]) for page in PAGE.finditer(data) if _said(page[2])), default=0
    )
    if b"OpusHead" in data[:100]:
        return last / OPUS_RATE
    head = VORBIS.search(data[:200])
    return last / _little(head[1]) if head else 0.0


def _said(granule: bytes) -> bool:
    """Not -1, which stands on a page that ends no packet."""
    return granule != b"\xff" * 8


def _mp4(data: bytes) -> float:
    head = MVHD.search(data)
    if head is None:
        return 0.0
    scale, length = head[1] or head[3], head[2] or head[4]
    return int.from_bytes(length, "big") / int.from_bytes(scale, "big")


def _wav(data: bytes) -> float:
    head = WAVE.match(data[:4096])
    return len(data) / _little(head[1]) if head else 0.0


def _little(number: bytes) -> int:
    return int.from_bytes(number, "little")
