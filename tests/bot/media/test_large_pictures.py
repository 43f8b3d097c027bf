"""What a picture may take: its size is read off its head, before anything is decoded."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from bot.media.costs import webp_size
from bot.workshop.outcomes import FORMAT, PIXELS, Unusable
from bot.workshop.worker import Worker
from bot.workshop.workshop import PICTURES

MOST = 200  # megabytes of a child: with the house's 130 it is still below what is recommended


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    made = Worker(PICTURES)
    yield made
    made.end()


def png(width: int, height: int) -> bytes:
    """Only its head: whoever decoded it would find nothing there."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    begun = b"IDAT" + zlib.compress(bytes(100))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part))
        for part in (head, begun)
    )


def gif(width: int, height: int) -> bytes:
    head = struct.pack("<HHBBB", width, height, 0x80, 0, 0)
    frame = b"," + struct.pack("<HHHHB", 0, 0, width, height, 0)
    return b"GIF89a" + head + bytes(6) + frame + b"\x08"


def saved(image: Image.Image, kind: str, **more: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **more)
    return out.getvalue()


def peak(worker: Worker) -> int:
    """The most memory that the child ever had, in megabytes."""
    status = Path(f"/proc/{worker.number}/status").read_text(encoding="ascii")
    [line] = [line for line in status.splitlines() if line.startswith("VmHWM")]
    return int(line.split()[1]) // 1024


def refused(worker: Worker, data: bytes) -> str:
    with pytest.raises(Unusable) as caught:
        worker.ask({"job": "clean"}, data)
    return caught.value.reason


def test_a_small_file_with_very_many_pixels_is_refused_before_it_is_decoded(
    worker: Worker,
) -> None:
    """230 kB of 7700 x 7700 took 908 MB and killed the house at every start."""
    webp = saved(Image.new("L", (2900, 2900)), "WEBP", quality=1, method=0)
    for data in (png(7700, 7700), gif(7000, 7000), webp):
        assert refused(worker, data) == PIXELS
    assert refused(worker, png(770, 770)) == FORMAT
    assert peak(worker) < 60


def test_a_jpeg_of_58_megapixels_is_decoded_at_the_size_that_is_kept(
    worker: Worker,
) -> None:
    data = saved(Image.new("RGB", (8816, 6612), (9, 99, 9)), "JPEG", quality=30)
    found, made = worker.ask({"job": "clean"}, data)
    assert found["mime"] == "image/jpeg"
    assert Image.open(io.BytesIO(made)).size == (2560, 1920)
    assert 60 < peak(worker) < MOST


def test_what_has_many_pixels_but_fits_is_kept_upright(worker: Worker) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    tall = saved(Image.new("L", (5600, 2800)), "PNG", exif=exif)
    _, made = worker.ask({"job": "clean"}, tall)
    image = Image.open(io.BytesIO(made))
    assert image.height == 2 * image.width and 2000 < image.height <= 2560
    assert not image.getexif()


def test_the_head_of_a_webp_says_its_size_in_each_of_its_three_ways() -> None:
    for mode, more in (("RGB", {}), ("RGBA", {}), ("RGB", {"lossless": True})):
        data = saved(Image.new(mode, (321, 123)), "WEBP", **more)
        assert webp_size(data) == (321, 123)
    assert webp_size(b"RIFF") == webp_size(bytes(40)) == (0, 0)


def test_only_what_the_decoder_says_is_the_files_fault(worker: Worker) -> None:
    good = saved(Image.new("RGB", (300, 200), (200, 9, 9)), "PNG")
    for data in (b"", b"<html>", good[: len(good) // 2], good[:40] + bytes(400)):
        assert refused(worker, data) == FORMAT
    assert worker.ask({"job": "clean"}, good)[0]["mime"] == "image/jpeg"
