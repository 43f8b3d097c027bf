"""What somebody who looks after cases says right after one was told of: a question goes to its
filer, anything else into the case, by one press.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from domain.case import Case
from domain.open_offers import cases_for
from domain.reading.model import Intent, Reading
from handlers.actions.case_lines import WORDS
from handlers.actions.doing import refusal_for
from handlers.actions.said import SAID, remember, stamp
from handlers.casework.permission import visible
from handlers.dialog.marks import mark
from handlers.dialog.turn import Turn
from handlers.filing.hearing import SURE
from handlers.texts.words import AFTER, one_of, words

RIGHT_AFTER = timedelta(minutes=30)
"""So long what comes next is likely about it (ours)."""
SHORTEST = 4
"""Letters: what is shorter tells nobody anything (ours)."""
ASKING, TELLING, INSIDE = ("ask", "tell", "note"), ("note", "tell", "ask"), ("note",)
"""In this order. What stays inside is for a case without a filer, or of whoever speaks."""


async def offered(turn: Turn, reading: Reading) -> bool:
    """Whether it was: not what is known as talk, and no matter of its own."""
    said = turn.event.text.strip()
    if not turn.person.staff or len(said) < SHORTEST or reading.said:
        return False
    case = await _told_last(turn)
    if case is None:
        return False
    bare = re.sub(rf"^{one_of('words-ask-filer')}{AFTER}*", "", said.lower())
    led = 0 < len(bare) < len(said)
    asks = led or said.endswith(tuple(words("words-asks")))
    if not asks and _own_matter(case, reading):
        return False
    acts = await _able(turn, case, ASKING if asks else TELLING)
    if not acts:
        return False
    kept = said[-len(bare) :] if led else said
    await remember(turn, kept, acts[0])
    await mark(turn, WORDS, {"text": said})
    data = f"c:{case.id}:{SAID}:"
    rows = [
        [turn.choice(f"button-said-{one}", f"{data}{one}:{stamp(kept)}")]
        for one in acts
    ]
    rows.append([turn.choice("button-as-new", f"c:{case.id}:as_new")])
    text = turn.say("carer-of-notice", words=said, number=case.number)
    turn.reply(text, rows, case_id=case.id)
    return True


async def _told_last(turn: Turn) -> Case | None:
    """The case of which was told or asked last of all, and not long ago."""
    found = await turn.unit.offers.last(turn.private)
    if found is None or turn.unit.now - found.made_at > RIGHT_AFTER:
        return None
    act = "ask" if found.notice else "as_new"
    ids = cases_for(found, act, newest=True)
    case = await turn.unit.cases.get(ids[0]) if len(ids) == 1 else None
    theirs = case is not None and await visible(turn.unit, turn.person, case)
    return case if theirs else None


async def _able(turn: Turn, case: Case, names: Sequence[str]) -> list[str]:
    """Those of them that may be done to it."""
    filed = case.filer_id not in (None, turn.person.id)
    asked = names if filed else INSIDE
    return [one for one in asked if await refusal_for(turn.scene, case, one) is None]


def _own_matter(case: Case, reading: Reading) -> bool:
    """Whether it tells of another thing, or of another place."""
    if reading.intent is Intent.EMERGENCY or reading.places:
        return True
    another = reading.sure >= SURE and reading.category != case.category
    return reading.intent is Intent.REPORT and another
