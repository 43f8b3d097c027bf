"""The photos of a slip, small ones in a row."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image, ImageOps

from bot.drawing.slips.measures import LEFT, WIDE
from bot.drawing.slips.page import Page

PHOTO = (42.0, 36.0)  # millimetres
PIXELS = 560  # of a photo's longer side: 300 to the inch on the page
MOST_PHOTOS = 4


def photos(page: Page, spec: dict[str, Any]) -> None:
    """Small ones in a row; what is no picture after all is left out."""
    opened = [
        photo
        for path in spec["photos"][:MOST_PHOTOS]
        if (photo := _small(path)) is not None
    ]
    if not opened:
        return
    page.heading(spec["photos_label"])
    gap = (WIDE - MOST_PHOTOS * PHOTO[0]) / (MOST_PHOTOS - 1)
    left, highest = LEFT, 0.0
    for photo in opened:
        scale = min(PHOTO[0] / photo.width, PHOTO[1] / photo.height)
        wide, high = photo.width * scale, photo.height * scale
        page.pdf.image(
            _as_jpeg(photo),
            left,
            page.y,
            wide,
            high,
        )
        left += PHOTO[0] + gap
        highest = max(highest, high)
    page.y += highest + 1.5


def _small(path: str) -> Image.Image | None:
    try:
        with Image.open(path, formats=["JPEG", "PNG", "WEBP"]) as image:
            image.draft("RGB", (PIXELS, PIXELS))
            upright = ImageOps.exif_transpose(image)
            upright.thumbnail((PIXELS, PIXELS))
            return upright.convert("RGB")
    except Exception:
        return None


def _as_jpeg(photo: Image.Image) -> io.BytesIO:
    out = io.BytesIO()
    photo.save(out, "JPEG", quality=80)
    out.seek(0)
    return out
