"""Pictures as we keep them: really pictures, not too large, and without where and when they were taken."""

from __future__ import annotations

import io
import warnings

from PIL import Image, ImageOps

LONGEST_EDGE = 2560  # pixels; Telegram's own photos end at 2560
MOST_PIXELS = 60_000_000  # checked before decoding: Pillow's own limit only warns just above its mark
FORMATS = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp", "GIF": "image/gif"}


class NotAPicture(ValueError):
    """The bytes are no picture that we can open, or one that is too large to be honest."""


def clean(data: bytes) -> tuple[bytes, str]:
    """The picture without EXIF and other metadata, turned upright. Returns (bytes, MIME type). Raises NotAPicture."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(io.BytesIO(data), formats=list(FORMATS))
            if image.width * image.height > MOST_PIXELS or min(image.size) < 1:
                raise NotAPicture("too many pixels")
            upright = ImageOps.exif_transpose(image)
            upright.thumbnail((LONGEST_EDGE, LONGEST_EDGE))
            return _encode(upright)
    except NotAPicture:
        raise
    except Exception as error:
        raise NotAPicture(type(error).__name__) from error


def _encode(image: Image.Image) -> tuple[bytes, str]:
    out = io.BytesIO()
    if (image.mode in ("RGBA", "LA", "P") and "transparency" in image.info) or image.mode == "RGBA":
        image.convert("RGBA").save(out, "PNG")
        return out.getvalue(), "image/png"
    image.convert("RGB").save(out, "JPEG", quality=88, optimize=False)
    return out.getvalue(), "image/jpeg"
