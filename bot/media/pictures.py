"""Pictures as we keep them: really pictures, not too large, and without where and when they were
taken.
"""

from __future__ import annotations

import io
import warnings
from typing import cast

from PIL import Image, ImageOps
from pillow_heif import register_heif_opener

LONGEST_EDGE = 2560  # pixels; Telegram's own photos end at 2560
# checked before decoding: Pillow's own limit only warns just above its mark
MOST_PIXELS = 60_000_000
FORMATS = {
    "JPEG": "image/jpeg",
    "PNG": "image/png",
    "WEBP": "image/webp",
    "GIF": "image/gif",
}
"""What we keep and browsers show."""

CONVERTED = ("HEIF", "AVIF", "TIFF")
"""What iPhones, new Androids and scanners make: kept as JPEG or PNG."""

SUFFIXES = (".heic", ".heif", ".avif", ".tif", ".tiff")
"""Names of those, for phones that call their MIME type application/octet-stream."""

register_heif_opener(thumbnails=False)


class NotAPicture(ValueError):
    """The bytes are no picture that we can open, or one that is too large to be honest."""


def clean(data: bytes) -> tuple[bytes, str]:
    """The picture without EXIF and other metadata, turned upright. Returns (bytes, MIME type).
    Raises NotAPicture.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(io.BytesIO(data), formats=[*FORMATS, *CONVERTED])
            if image.width * image.height > MOST_PIXELS or min(image.size) < 1:
                raise NotAPicture("too many pixels")
            upright = ImageOps.exif_transpose(_eight_bits(image))
            upright.thumbnail((LONGEST_EDGE, LONGEST_EDGE))
            return _encode(upright)
    except NotAPicture:
        raise
    except Exception as error:
        raise NotAPicture(type(error).__name__) from error


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
    if (
        image.mode in ("RGBA", "LA", "P") and "transparency" in image.info
    ) or image.mode == "RGBA":
        image.convert("RGBA").save(out, "PNG")
        return out.getvalue(), "image/png"
    image.convert("RGB").save(
        out,
        "JPEG",
        quality=88,
        optimize=False,
    )
    return out.getvalue(), "image/jpeg"
