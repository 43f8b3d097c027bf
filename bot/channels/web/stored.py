"""A stored file as an answer: pictures that were cleaned open in the page, all else is saved."""

from __future__ import annotations

from pathlib import Path

from starlette.responses import FileResponse, Response

from bot.channels.web.links import PHOTO
from bot.media.contents import HEAD, mime_of

SHOWN = ("image/jpeg", "image/png")
"""What cleaning makes."""

PLAYED = ("audio/", "video/")
KEPT = {
    "cache-control": "private, max-age=172800, immutable",
    "x-content-type-options": "nosniff",
}


def served(path: Path, form: str) -> Response:
    """`form` is what the address was signed for. Sound and film are played by the page all the
    same: a player does not mind that they would be saved. Raises OSError.
    """
    with path.open("rb") as file:
        mime = mime_of(file.read(HEAD))
    if form == PHOTO and mime in SHOWN:
        return FileResponse(
            path,
            media_type=mime,
            headers=KEPT,
        )
    played = mime if mime.startswith(PLAYED) else "application/octet-stream"
    saved = KEPT | {"content-disposition": "attachment"}
    return FileResponse(
        path,
        media_type=played,
        headers=saved,
    )
