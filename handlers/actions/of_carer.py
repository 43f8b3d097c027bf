"""张强那个: which of one's cases are meant by the name of whoever has them."""

from __future__ import annotations

from collections.abc import Sequence

from domain.case import Case
from domain.named import names
from handlers.dialog.turn import Turn


def by_carer(turn: Turn, cases: Sequence[Case]) -> list[Case]:
    """Those that somebody has whom the words name; all of them where that is nobody."""
    said, staff = turn.event.text, turn.unit.directory.staff
    carers = {one.id: staff.get(one.assignee_id or 0) for one in cases}
    meant = [one for one in cases if (who := carers[one.id]) and names(said, who.name)]
    return meant or list(cases)
