"""How long a sound lasts by its own head."""

from __future__ import annotations

import io
import struct
import wave

import pytest

from bot.media.sounds import seconds


def page(granule: int, body: bytes = b"") -> bytes:
    return b"OggS\x00\x00" + struct.pack("<q", granule) + bytes(12) + body


def opus(samples: int) -> bytes:
    head = page(0, b"OpusHead\x01\x01" + bytes(9))
    return head + page(samples // 2) + page(samples) + page(-1)


def mp4(scale: int, length: int) -> bytes:
    mvhd = b"mvhd" + bytes(4) + bytes(8) + struct.pack(">II", scale, length)
    return bytes(4) + b"ftypM4A " + bytes(20) + mvhd


def wav(length: int) -> bytes:
    made = io.BytesIO()
    with wave.open(made, "wb") as sound:
        sound.setparams((1, 2, 8000, 0, "NONE", ""))
        sound.writeframes(bytes(2 * 8000 * length))
    return made.getvalue()


def vorbis(rate: int, samples: int) -> bytes:
    head = page(0, b"\x01vorbis" + bytes(5) + struct.pack("<I", rate))
    return head + page(samples)


@pytest.mark.parametrize(
    ("data", "long"),
    [
        (opus(12 * 48_000), 12),
        (vorbis(44_100, 7 * 44_100), 7),
        (mp4(1000, 3400), 3),
        (wav(5), 5),
    ],
)
def test_the_head_says_how_long_it_is(data: bytes, long: int) -> None:
    assert seconds(data) == long


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"ID3 something else",
        b"OggS",
        opus(0),
        mp4(0, 12),
        mp4(1, 2**32 - 1),
        bytes(4) + b"ftypM4A ",
        b"\x1aE\xdf\xa3webm",
    ],
)
def test_what_it_does_not_say_is_not_guessed(data: bytes) -> None:
    assert seconds(data) == 0
