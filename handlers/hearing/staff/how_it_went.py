"""本周情况, 幸福路口这周怎么样, "how was last week": how some days went, and where. Whoever may
read the figures reads them; others what came in then, of theirs.
"""

from __future__ import annotations

from domain.reading.model import Reading
from handlers.casework.called import cut
from handlers.contents import COMMANDS
from handlers.dialog.alone import line_of_staff
from handlers.dialog.command import may_send
from handlers.dialog.turn import Turn
from handlers.lists.filed_days import BETWEEN
from handlers.lists.kept import Listing
from handlers.lists.show import show
from handlers.stats.periods import period
from handlers.texts.words import (
    anywhere,
    plain,
)

LONGEST = 30
"""Letters: whoever says more tells something (ours)."""
SIGNS = " 。.！!?？，,"


async def asked(
    turn: Turn,
    reading: Reading,
) -> bool:
    """Whether it was asked, of days that have begun and of nothing else but an area of theirs."""
    if reading.danger is not None or not line_of_staff(turn, LONGEST):
        return False
    left, asks = anywhere("words-went").subn(" ", plain(turn.event.text))
    area, rest = cut(turn.unit.directory, left)
    if not (asks or area):
        return False
    for fill in ("words-say-fill", "words-part-of-day"):
        rest = anywhere(fill).sub(" ", rest)
    today = turn.unit.now.astimezone(turn.setup.zone).date()
    days = period(rest.strip(SIGNS), today)
    if days is None or days.first > today or not _theirs(turn, area):
        return False
    if may_send(turn.person, COMMANDS["stats"]):
        await COMMANDS["stats"].handler(turn, f"{area} {days.code}".strip())
        return True
    filed = f"{days.first}{BETWEEN}{min(days.last, today)}"
    areas = (area,) if area else ()
    await show(turn, Listing(turn.unit.next_id("forms"), filed=filed, areas=areas))
    return True


def _theirs(
    turn: Turn,
    area: str,
) -> bool:
    own = turn.unit.directory.below(grant.area for grant in turn.person.grants)
    return not area or area in own
