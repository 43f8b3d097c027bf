"""Media rows and the hashes of pictures: the newest are needed again soon.

A card that shows a picture follows its arrival, and a filing with it is compared with open cases.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypeVar

from domain.messages import Address, Media, MediaKind

REMEMBERED = 5000
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Kept:
    """A media row as the rest of the house sees it; `faults` are ours (`domain.faults`)."""

    id: int
    case_id: int | None
    history_id: int | None
    form_id: int | None
    chat: Address
    media: Media
    status: str
    tries: int
    made_at: datetime
    faults: int = 0


def kept_of(row: Any) -> Kept:
    media = Media(
        MediaKind(row.kind),
        row.ref,
        row.size,
        row.name,
        row.mime,
        row.sha,
        seconds=row.seconds,
    )
    chat = Address(row.channel, row.chat)
    return Kept(
        row.id,
        row.case_id,
        row.history_id,
        row.form_id,
        chat,
        media,
        row.status,
        row.tries,
        row.made_at,
        row.faults,
    )


class MediaMemory:
    """`rows` and `hashes` by media id, the newest few thousand of each."""

    def __init__(self) -> None:
        self.rows: dict[int, Kept] = {}
        self.hashes: dict[int, int] = {}

    def keep(self, kept: Kept) -> None:
        _keep(self.rows, kept.id, kept)

    def give(self, media_id: int, case_id: int, history_id: int) -> None:
        """It is the case's by now, and said at this line."""
        kept = self.rows.get(media_id)
        if kept is not None:
            theirs = replace(kept, case_id=case_id, history_id=history_id)
            self.rows[media_id] = theirs

    def keep_hash(self, media_id: int, dhash: int) -> None:
        _keep(self.hashes, media_id, dhash)


def _keep(among: dict[int, V], key: int, value: V) -> None:
    among[key] = value
    if len(among) > REMEMBERED:
        del among[next(iter(among))]
