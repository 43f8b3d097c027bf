"""Two photos side by side, each below a strip of words: how a place was before and how it is
now.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageOps

from bot.drawing.lettering import lettering
from bot.media.costs import MOST_PIXELS
from bot.media.pictures import FORMATS, LONGEST_EDGE
from bot.workshop.outcomes import ORDER, Unusable

TALLEST = 1000  # pixels of a photo, without its strip
GAP = 24  # pixels of white between the halves
# width by height; what is longer lies within such a frame
NARROWEST, WIDEST = 0.4, 2.5
WORDS = 1 / 24  # of the picture's width: 15 pixels on a phone that is 360 wide
STRIP = 1.8  # of the letters' height
# of the strips; white words on both have a contrast above 5 : 1
COLOURS = ("#5F6368", "#0072B2")


def draw(photos: Sequence[bytes | None], labels: Sequence[str]) -> bytes:
    """A JPEG of the photos under their labels, without any metadata. Photos that are None or
    unreadable have no half.

    Raises Unusable where none is left.
    """
    opened = [
        (_open(data), label, colour)
        for data, label, colour in zip(photos, labels, COLOURS, strict=True)
    ]
    halves = [
        (photo, label, colour) for photo, label, colour in opened if photo is not None
    ]
    if not halves:
        raise Unusable(ORDER, "no photo is left")
    shapes = [
        min(max(photo.width / photo.height, NARROWEST), WIDEST)
        for photo, _, _ in halves
    ]
    room = LONGEST_EDGE - GAP * (len(halves) - 1)
    height = min(
        TALLEST, max(photo.height for photo, _, _ in halves), int(room / sum(shapes))
    )
    widths = [max(1, round(height * shape)) for shape in shapes]
    size = max(14, round((sum(widths) + GAP * (len(halves) - 1)) * WORDS))
    strip = round(size * STRIP)
    picture = Image.new(
        "RGB", (sum(widths) + GAP * (len(halves) - 1), strip + height), "white"
    )
    left = 0
    for (photo, label, colour), width in zip(halves, widths, strict=True):
        picture.paste(_strip(label, colour, (width, strip), size), (left, 0))
        picture.paste(
            ImageOps.pad(photo, (width, height), color="#EEEEEE"), (left, strip)
        )
        left += width + GAP
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=85)
    return out.getvalue()


def _open(data: bytes | None) -> Image.Image | None:
    """The photo upright and hardly larger than it will be shown; None for what is no picture."""
    try:
        if data is None:
            return None
        image = Image.open(io.BytesIO(data), formats=list(FORMATS))
        if image.width * image.height > MOST_PIXELS:
            return None
        # a JPEG is then decoded at a half or a quarter of its size
        image.draft("RGB", (TALLEST, TALLEST))
        upright = ImageOps.exif_transpose(image)
        upright.thumbnail((int(TALLEST * WIDEST), TALLEST))
        if upright.has_transparency_data:
            upright = upright.convert("RGBA")
            upright = Image.alpha_composite(
                Image.new("RGBA", upright.size, "white"), upright
            )
        return upright.convert("RGB")
    except Exception:
        return None


# --- words ---


def _strip(
    label: str,
    colour: str,
    size: tuple[int, int],
    letters: int,
) -> Image.Image:
    """White words in the middle of a coloured strip, smaller where they would not fit."""
    strip = Image.new("RGB", size, colour)
    parts = lettering(label, letters)
    while (wide := sum(font.getlength(text) for text, font in parts)) > size[
        0
    ] * 0.94 and letters > 10:
        letters -= 2
        parts = lettering(label, letters)
    pen, left = ImageDraw.Draw(strip), (size[0] - wide) / 2
    for text, font in parts:
        pen.text(
            (left, size[1] / 2 + letters * 0.36),
            text,
            fill="white",
            font=font,
            anchor="ls",
        )
        left += font.getlength(text)
    return strip
