"""剩下那个我去, "the rest to Li": of a list that stands there, or of what they carry, all to which
they have done nothing since. Their numbers are put there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from domain.case import Case
from handlers.actions.card_labels import NAME
from handlers.actions.carers.card_words import said_in
from handlers.actions.table import ACTS
from handlers.actions.viewing.in_charge import in_charge
from handlers.dialog.alone import line_of_staff
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Turn
from handlers.lists.kept import last
from handlers.lists.typed import shown
from handlers.texts.words import AFTER, anywhere, plain

LONGEST = 160
"""Letters: whoever writes more tells a story (ours)."""
MOST = 20


async def put(turn: Turn) -> None:
    """Of several only where something is to be done to them: no rider reads what is of all."""
    if not line_of_staff(turn, LONGEST):
        return
    said = turn.event.text.strip()
    hit = anywhere("words-rest-of-them").match(plain(said))
    if hit is None or await open_drafts(turn):
        return
    rest = re.sub(f"^{AFTER}+", "", said[hit.end() :])
    rest = anywhere("words-all-of").sub("", rest, count=1) if rest else ""
    cases = await _left(turn) if rest else []
    text = " ".join((*(one.number for one in cases[:MOST]), rest))
    act = said_in(text).act
    if act and ACTS[act].wants == NAME:
        return  # `whole_load` asks whether they shall go
    if len(cases) == 1 or (cases and act):
        turn.event = replace(turn.event, text=text)


async def _left(turn: Turn) -> Sequence[Case]:
    listing, draft = await shown(turn), await last(turn)
    if listing is None or draft is None or len(listing.shown) < 2:
        return await in_charge(turn)
    found = [await turn.unit.cases.get(one) for one in listing.shown]
    cases = [one for one in found if one is not None and one.open]
    return [one for one in cases if not await _touched(turn, one, draft.started_at)]


async def _touched(turn: Turn, case: Case, since: datetime) -> bool:
    line = await turn.unit.history.last_of(case.id)
    return line is not None and line.actor_id == turn.person.id and line.at >= since
