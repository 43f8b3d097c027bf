"""A QR code as a picture to print."""

from __future__ import annotations

import io

import segno

SCALE = 24  # dots of one square: sharp on a sheet of A4
QUIET = 4  # squares of white around it, as ISO/IEC 18004 asks for


def png(words: str) -> bytes:
    made = io.BytesIO()
    code = segno.make(
        words,
        error="q",
        micro=False,
    )
    code.save(
        made,
        kind="png",
        scale=SCALE,
        border=QUIET,
    )
    return made.getvalue()
