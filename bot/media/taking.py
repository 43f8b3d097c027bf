"""What foreign bytes become before anybody may see them: pictures are cleaned, and all are called
what they are.
"""

from __future__ import annotations

from dataclasses import dataclass

import structlog

from bot.media.contents import PICTURES, SUFFIXES, mime_of
from bot.workshop.outcomes import BYTES, FORMAT, Unusable, WorkFailed
from bot.workshop.workshop import Workshop
from domain.messages import Media, MediaKind

log = structlog.get_logger()
ANYTHING = "application/octet-stream"
PLAYED = (MediaKind.VOICE, MediaKind.VIDEO)


@dataclass(frozen=True, slots=True)
class Taken:
    data: bytes
    kind: MediaKind
    mime: str
    dhash: int | None = None


async def take(
    workshop: Workshop, data: bytes, claimed: Media, whose: str, most: int
) -> Taken:
    """`whose` pictures are cleaned one at a time. `claimed` decides nothing but what may be
    refused: a picture that is none.

    Raises Unusable where the file is to blame, also for one with more than `most` bytes, and
    WorkFailed where we are.
    """
    if len(data) > most:
        raise Unusable(BYTES)
    mime = mime_of(data)
    if mime in PICTURES:
        return await _cleaned(
            workshop,
            data,
            whose,
        )
    if claims_a_picture(claimed):
        raise Unusable(FORMAT)
    return Taken(
        data,
        _kind(mime, claimed),
        mime or ANYTHING,
    )


def claims_a_picture(media: Media) -> bool:
    """Photos, and files whose name or type says so."""
    if media.kind is MediaKind.PHOTO or media.mime.startswith("image/"):
        return True
    return media.name.lower().endswith(SUFFIXES)


async def _cleaned(workshop: Workshop, data: bytes, whose: str) -> Taken:
    found, made = await workshop.picture(
        "clean",
        data,
        whose,
    )
    return Taken(
        made,
        MediaKind.PHOTO,
        found["mime"],
        dhash=found["dhash"],
    )


def _kind(mime: str, claimed: Media) -> MediaKind:
    """Whether there is something to be seen in a container, the one who sends it may say."""
    if not mime.startswith(("audio/", "video/")):
        return MediaKind.DOCUMENT
    if claimed.kind in PLAYED:
        return claimed.kind
    return MediaKind.VOICE if mime.startswith("audio/") else MediaKind.VIDEO


async def seconds_of(workshop: Workshop, taken: Taken, whose: str) -> int:
    """How long a voice message is; 0 for anything else, and where nobody can say it now: it is
    taken all the same.
    """
    if taken.kind is not MediaKind.VOICE:
        return 0
    try:
        found, _ = await workshop.picture(
            "time",
            taken.data,
            whose,
        )
    except WorkFailed as error:
        log.warning("media.not_timed", why=str(error))
        return 0
    return int(found["seconds"])
