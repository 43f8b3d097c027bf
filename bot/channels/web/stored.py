"""A stored file as an answer: pictures that were cleaned open in the page, all else is saved. No
browser keeps either: a phone that is lent or was signed out shows nobody else what was sent.
"""

from __future__ import annotations

from pathlib import Path

from starlette.responses import FileResponse, Response

from bot.channels.web.links import PHOTO
from bot.media.contents import HEAD, mime_of

SHOWN = ("image/jpeg", "image/png")
"""What cleaning makes."""

PLAYED = ("audio/", "video/")
GUARDED = {"cache-control": "no-store", "x-content-type-options": "nosniff"}


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
            headers=GUARDED,
        )
    played = mime if mime.startswith(PLAYED) else "application/octet-stream"
    saved = GUARDED | {"content-disposition": "attachment"}
    return FileResponse(
        path,
        media_type=played,
        headers=saved,
    )
