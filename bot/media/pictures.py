"""Pictures as we keep them: really pictures, not too large, and without where and when they were
taken.

Runs in a child process (`bot.workshop`): Pillow and libheif are never loaded by the house itself.
"""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from typing import cast

from PIL import Image, ImageOps
from pillow_heif import open_heif, register_heif_opener

from bot.media.costs import MOST_BYTES, MOST_PIXELS, TRANSPARENT, cost, webp_cost
from bot.workshop.outcomes import FORMAT, PIXELS, Unusable

LONGEST_EDGE = 2560  # pixels; Telegram's own photos end at 2560
LEAN = 15_000_000  # pixels; what has more is halved first, as that needs a quarter of a copy
BAND = 256  # rows of a large HEIF that are halved at a time; even
ORIENTATION = 0x0112  # in EXIF
FORMATS = {
    "JPEG": "image/jpeg",
    "PNG": "image/png",
    "WEBP": "image/webp",
    "GIF": "image/gif",
}
"""What we keep and browsers show."""

CONVERTED = ("HEIF", "AVIF", "TIFF")
"""What iPhones, new Androids and scanners make: kept as JPEG or PNG."""

DECODERS_SAY = (
    SyntaxError,
    ValueError,
    EOFError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RuntimeError,
    struct.error,
    zlib.error,
)
"""What Pillow and libheif raise for bytes that are no picture; beside them OSError without a
number, which is theirs and not the system's.
"""

register_heif_opener(thumbnails=False)
Image.MAX_IMAGE_PIXELS = None  # `costs` knows better


def clean(data: bytes) -> tuple[bytes, str]:
    """The picture without EXIF and other metadata, turned upright. Returns (bytes, MIME type).

    Raises Unusable for what the decoder calls no picture and for what is too large to be opened;
    MemoryError and OSError with a number are ours.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _encode(_small(data))
    except Unusable:
        raise
    except (*DECODERS_SAY, OSError) as error:
        raise _blamed(error) from error


def _blamed(error: Exception) -> Exception:
    """The file's fault, or ours: where there was no memory for it, and where the system said no."""
    if "memory" in str(error).lower():
        return MemoryError()
    if isinstance(error, OSError) and error.errno is not None:
        return error
    return Unusable(FORMAT, type(error).__name__)


def _small(data: bytes) -> Image.Image:
    """Upright, and not longer than what we keep."""
    if webp_cost(data) > MOST_BYTES:
        raise Unusable(PIXELS)
    file = Image.open(io.BytesIO(data), formats=[*FORMATS, *CONVERTED])
    _bearable(file)
    image: Image.Image = file
    if file.width * file.height > LEAN:
        image = _halved_heif(data) if file.format == "HEIF" else _halved(file)
    image = _eight_bits(image)
    image.thumbnail((LONGEST_EDGE, LONGEST_EDGE))
    ImageOps.exif_transpose(image, in_place=True)
    return image


def _bearable(image: Image.Image) -> None:
    """Lets a JPEG be decoded at the size that is needed. Raises Unusable where that is still too
    much.
    """
    width, height = image.size
    if min(width, height) < 1:
        raise Unusable(FORMAT, "empty")
    part = LONGEST_EDGE / max(width, height)
    if part < 1:
        image.draft(image.mode, (int(width * part) + 1, int(height * part) + 1))
    most = width * height > MOST_PIXELS
    if (
        most
        or cost(
            image,
            width,
            height,
        )
        > MOST_BYTES
    ):
        raise Unusable(PIXELS, f"{width} x {height}")


def _halved(image: Image.Image) -> Image.Image:
    """At half its size, or less where it is still too large then; still lying as it was taken."""
    half = image.reduce(max(2, max(image.size) // LONGEST_EDGE))
    if orientation := image.getexif().get(ORIENTATION):
        half.getexif()[ORIENTATION] = orientation
    return half


def _halved_heif(data: bytes) -> Image.Image:
    """The same, band by band: libheif's copy and Pillow's of all of it would be too much.

    Stands upright: libheif turns it as the container says.
    """
    heif = open_heif(io.BytesIO(data), convert_hdr_to_8bit=True)
    rows, stride = memoryview(heif.data), heif.stride
    width, height = heif.size
    half = Image.new(heif.mode, ((width + 1) // 2, (height + 1) // 2))
    for top in range(0, height, BAND):
        many = min(BAND, height - top)
        part = rows[top * stride : (top + many) * stride]
        band = Image.frombytes(
            heif.mode,
            (width, many),
            part,
            "raw",
            heif.mode,
            stride,
        )
        half.paste(band.reduce(2), (0, top // 2))
    return half


def dhash(data: bytes) -> int:
    """A picture's difference hash: 64 bits, whether each of 8 x 8 grey fields is brighter than its
    right neighbour.

    Signed, as a BIGINT holds it. The same picture in another size or quality is at most 16 bits
    away, another one 18 or more (facts/components.md). For bytes that `clean` made: raises what
    Pillow raises for others.
    """
    image = Image.open(io.BytesIO(data), formats=list(FORMATS))
    image.draft("L", (256, 256))  # lets JPEG decode only what is needed
    grey = image.convert("L").resize((9, 8), Image.Resampling.BOX).tobytes()
    bits = (
        grey[row * 9 + column] > grey[row * 9 + column + 1]
        for row in range(8)
        for column in range(8)
    )
    return int.from_bytes(
        int("".join("01"[bit] for bit in bits), 2).to_bytes(8), signed=True
    )


def _eight_bits(image: Image.Image) -> Image.Image:
    """Greys of 16 bits or more as 8 bits; Pillow's own conversion makes all above 255 white."""
    if image.mode.startswith("I;16"):
        return image.convert("I").point(lambda grey: grey * (1 / 256)).convert("L")
    if image.mode not in ("I", "F"):
        return image
    floats = image.convert("F")
    low, high = cast(tuple[float, float], floats.getextrema())
    scale = 255 / ((high - low) or 1)
    return floats.point(lambda value: value * scale - low * scale).convert("L")


def _encode(image: Image.Image) -> tuple[bytes, str]:
    out = io.BytesIO()
    keyed = image.mode == "P" and "transparency" in image.info
    if keyed or image.mode in TRANSPARENT:
        image.convert("RGBA").save(out, "PNG")
        return out.getvalue(), "image/png"
    image.convert("RGB").save(
        out,
        "JPEG",
        quality=88,
        optimize=False,
    )
    return out.getvalue(), "image/jpeg"
