"""The pictures and files of a case for whoever waits for it. What those who work on it have shown
is there again wherever the case is opened; what its reader has sent is, where the chat shows that.
"""

from __future__ import annotations

from collections.abc import Sequence

from domain.acts import Act
from domain.case import Case
from domain.messages import MediaKind
from handlers.casework.cards.card_files import NOT_HERE
from handlers.casework.rearranging.moved import moved
from storage.memory.media import Kept
from storage.unit import Unit

Ids = tuple[int, ...]

SENT = (Act.FILE, Act.JOIN, Act.ADD, Act.ANSWER, Act.REOPEN)
"""The acts that bring along what whoever waits has to show."""


async def shown(
    unit: Unit,
    case: Case,
    acts: Sequence[Act],
    reader: int,
) -> tuple[Ids, Ids, Ids]:
    """The ids of (photos, other files) that came with these acts, and of what the `reader`
    sent.
    """
    kept = await unit.media.of_case(case.id)
    if not kept:
        return (), (), ()
    told = await unit.history.of(case.id)
    lines = {line.id for line in told if line.act in acts}
    here = [one for one in kept if _counts(one, lines)]
    photos = [one.id for one in here if one.media.kind is MediaKind.PHOTO]
    files = [one.id for one in here if one.id not in photos]
    theirs = {line.id for line in told if line.act in SENT and line.actor_id == reader}
    own = [one.id for one in kept if _stored(one, theirs - moved(told))]
    return tuple(photos), tuple(files), tuple(own)


def _stored(one: Kept, lines: set[int]) -> bool:
    """What is still on its way is waited for by nobody who has it."""
    return one.history_id in lines and one.status == "stored"


def _counts(one: Kept, lines: set[int]) -> bool:
    return one.history_id in lines and one.status not in NOT_HERE
