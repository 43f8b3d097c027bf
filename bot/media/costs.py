"""How much memory it takes to open a picture, reckoned from its head before anything is decoded.

Bytes a pixel as measured with Pillow 13 and pillow-heif 1.8 (docs/adr/0025-foreign-bytes.md).
"""

from __future__ import annotations

from PIL import Image

MOST_BYTES = 125_000_000
"""What one picture may take beside the child itself and the file."""

MOST_PIXELS = 120_000_000
"""Of a JPEG, for the time it takes: its memory is that of what it is decoded to."""

A_PIXEL = {
    "JPEG": 5.0,
    "PNG": 5.0,
    "GIF": 9.0,
    "TIFF": 7.5,
    "WEBP": 16.0,
    "AVIF": 10.0,
    "HEIF": 5.0,
}
TRANSPARENT = ("RGBA", "LA", "PA")
FOR_ALPHA = 4.5  # more, where a picture can be seen through: colours are weighted by it in a copy
MANY_BITS = ("I", "F")
FOR_MANY_BITS = 8.0  # more: greys of more than eight bits are brought down in two steps
A_COEFFICIENT = 2  # bytes; a progressive JPEG is kept in full until its last scan


def webp_cost(data: bytes) -> float:
    """In bytes, of a WebP that is not even opened; 0 for what is none."""
    width, height = webp_size(data)
    return A_PIXEL["WEBP"] * width * height


def cost(image: Image.Image, width: int, height: int) -> float:
    """In bytes, for a picture that is opened but not loaded; `width` and `height` as they were
    before any draft.
    """
    each = A_PIXEL[image.format or "JPEG"]
    if image.mode in TRANSPARENT:
        each += FOR_ALPHA
    if image.mode.startswith(MANY_BITS):
        each += FOR_MANY_BITS
    return each * image.width * image.height + _coefficients(image, width * height)


def _coefficients(image: Image.Image, pixels: int) -> float:
    if not image.info.get("progressive"):
        return 0.0
    layers: list[tuple[int, int, int, int]] = getattr(
        image,
        "layer",
        [],
    )
    samples = [across * down for _, across, down, _ in layers] or [1]
    return A_COEFFICIENT * pixels * sum(samples) / max(samples)


def webp_size(data: bytes) -> tuple[int, int]:
    """Width and height by the file's own head: Pillow makes room for all of a WebP when it opens
    it. (0, 0) for what is none.
    """
    kind, head = data[12:16], data[20:30]
    if len(head) < 10 or data[8:12] != b"WEBP":
        return 0, 0
    if kind == b"VP8X":
        return _little(head[4:7]) + 1, _little(head[7:10]) + 1
    if kind == b"VP8L":
        bits = _little(head[1:5])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return _little(head[6:8]) & 0x3FFF, _little(head[8:10]) & 0x3FFF


def _little(number: bytes) -> int:
    return int.from_bytes(number, "little")
