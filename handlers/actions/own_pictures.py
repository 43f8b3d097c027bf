"""The pictures and files that those who work on a case have shown to whoever waits for it: they are
there again wherever the case is opened.
"""

from __future__ import annotations

from collections.abc import Sequence

from domain.acts import Act
from domain.case import Case
from domain.messages import MediaKind
from handlers.casework.card_files import NOT_HERE
from storage.memory.media import Kept
from storage.unit import Unit

Ids = tuple[int, ...]


async def shown(
    unit: Unit,
    case: Case,
    acts: Sequence[Act],
) -> tuple[Ids, Ids]:
    """The ids of (photos, other files) that came with these acts."""
    kept = await unit.media.of_case(case.id)
    if not kept:
        return (), ()
    told = await unit.history.of(case.id)
    lines = {line.id for line in told if line.act in acts}
    here = [one for one in kept if _counts(one, lines)]
    photos = [one.id for one in here if one.media.kind is MediaKind.PHOTO]
    files = [one.id for one in here if one.id not in photos]
    return tuple(photos), tuple(files)


def _counts(one: Kept, lines: set[int]) -> bool:
    return one.history_id in lines and one.status not in NOT_HERE
