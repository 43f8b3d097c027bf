"""Words that went to a case and began a filing of their own are that case's until the filing has
come to something. Given up or forgotten, it leaves them where somebody has read them.
"""

from __future__ import annotations

from domain.case import Case
from domain.draft import Draft
from handlers.casework.rearranging.moved import move
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Turn
from storage.history import Line

FROM = "from"
"""In what a filing is about: the ids of the lines of history whose words it has."""


async def begun(turn: Turn, line: Line) -> Draft | None:
    """The filing that these words have begun already."""
    drafts = await open_drafts(turn)
    return next((one for one in drafts if line.id in lines_of(one)), None)


def lines_of(draft: Draft) -> list[int]:
    found: list[int] = draft.about.get(FROM, [])
    return found


async def settle(
    turn: Turn,
    draft: Draft,
    case: Case,
    out: Case | None = None,
) -> None:
    """They are with this `case` now, and no more with the one to which they went; `out` is it
    where it is out as an emergency.
    """
    for number in lines_of(draft):
        line = await turn.unit.history.line(number)
        earlier = await turn.unit.cases.get(line.case_id) if line else None
        if line is not None and earlier is not None and earlier.id != case.id:
            await move(turn.scene, earlier, line, out.number if out else None)
