"""What is said right after a claim was told of: where the thing is handed over, or a question for
the other side. One press does with it what the button there would ask for.
"""

from __future__ import annotations

import re
from datetime import timedelta

from domain.open_offers import asked_last
from domain.reading.model import Intent, Reading
from domain.wishes.rights import WishAct
from handlers.actions.viewing.case_lines import WORDS
from handlers.dialog import between
from handlers.dialog.marks import mark
from handlers.dialog.turn import Refused, Turn
from handlers.filing.aside import plainly_ours
from handlers.texts.asking import questioned
from handlers.wishes import handing, relaying
from handlers.wishes.found import Found, for_act
from handlers.wishes.telling import button, short

RIGHT_AFTER = timedelta(hours=1)
"""So long what comes next is likely for it (ours)."""
SHORTEST = 3
"""Letters (ours)."""
WANTED = re.compile(r"wish:(\d+):(place|say)")
JUDGES = {WishAct.PLACE: handing.judge, WishAct.SAY: relaying.judge}


async def offered(turn: Turn, reading: Reading) -> bool:
    """Whether it was, and is asked about, or told why it cannot be."""
    said = turn.event.text.strip()
    last = await _told_last(turn)
    if last is None or len(said) < SHORTEST or not _fits(last[1], said, reading):
        return False
    case_id, act = last
    try:
        found = await for_act(turn, case_id, act)
    except Refused:
        return False
    between.judged(turn, JUDGES[act](turn, said))
    await _ask(turn, found, act, said)
    return True


async def _told_last(turn: Turn) -> tuple[int, WishAct] | None:
    """The wish of which was told last of all, and what is wanted of it."""
    found = await turn.unit.offers.last(turn.private)
    last = asked_last(found) if found else None
    if last is None or turn.unit.now - last.made_at > RIGHT_AFTER:
        return None
    hits = [WANTED.fullmatch(choice.data) for choice in last.choices]
    hit = next((one for one in hits if one), None)
    return (int(hit[1]), WishAct(hit[2])) if hit else None


def _fits(act: WishAct, said: str, reading: Reading) -> bool:
    """A place is no question and no matter; to the other side it is a question."""
    asks = questioned(said)
    if reading.intent is Intent.EMERGENCY or plainly_ours(reading):
        return False
    if act is WishAct.SAY:
        return asks and reading.intent not in (Intent.HOW_TO, Intent.HUMAN)
    return not asks and not reading.said


async def _ask(turn: Turn, found: Found, act: WishAct, said: str) -> None:
    kept = await between.keep(turn, said)
    key = act.value
    data = button(turn.language, act, found, kept).data
    rows = [[turn.choice(f"button-wish-{key}-this", data)]]
    if act is WishAct.PLACE:
        await mark(turn, WORDS, {"text": said})
        rows.append([turn.choice("button-as-new", f"c:{found.case.id}:as_new")])
    asked = turn.say(f"ask-wish-{key}-this", words=said, wish=short(found.words))
    turn.reply(asked, rows)
