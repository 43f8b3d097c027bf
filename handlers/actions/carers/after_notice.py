"""What somebody who looks after cases says right after one was told of: a question goes to its
filer, anything else into the case, by one press.
"""

from __future__ import annotations

import re
from functools import cache

from domain.case import Case
from domain.kinds import Urgency
from domain.reading.model import Intent, Reading
from handlers.actions.carers import in_hand
from handlers.actions.carers.about_case import able, meant_last, offer
from handlers.actions.carers.fitting import belongs_elsewhere
from handlers.dialog.turn import Turn
from handlers.filing.hearing import SURE
from handlers.texts.asking import questioned
from handlers.texts.words import AFTER, anywhere, one_of, only

SHORTEST = 4
"""Letters: what is shorter tells nobody anything (ours)."""
SHORT_QUESTION = 20
ASKING, TELLING = ("ask", "tell", "note"), ("note", "tell", "ask")
"""What may become of it, in this order."""


async def asked_of_danger(turn: Turn, reading: Reading) -> bool:
    """Whether a short question came right after a danger was told of (几楼？): it is for whoever is
    there, though it sounds like one for me.
    """
    said = turn.event.text.strip()
    short = turn.person.staff and 1 < len(said) <= SHORT_QUESTION
    asks = questioned(said) and not only("words-my-work", said)
    if not (short and asks and anywhere("words-of-the-place").search(said.lower())):
        return False
    cases = await in_hand.in_hand(turn, reading)
    urgent = [one for one in cases if one.urgency is Urgency.URGENT]
    acts = await able(turn, urgent[0], ASKING) if len(urgent) == 1 else []
    if acts:
        await offer(turn, urgent[0], said, acts)
    return bool(acts)


async def offered(turn: Turn, reading: Reading) -> bool:
    """Whether it was: not what is known as talk, and no matter of its own."""
    said = turn.event.text.strip()
    if not turn.person.staff or len(said) < SHORTEST or reading.said:
        return False
    case = None if _reports().match(said) else await meant_last(turn, said)
    if case is None:
        return False
    bare = re.sub(rf"^{one_of('words-ask-filer')}{AFTER}*", "", said.lower())
    led = 0 < len(bare) < len(said)
    asks = led or questioned(said, "words-asks-of-it")
    if not (asks or belongs_elsewhere(said)) and _own_matter(case, reading):
        return False
    may = ASKING if asks else in_hand.acts_for(said, TELLING)
    acts = await able(turn, case, may)
    if not acts:
        return False
    await offer(turn, case, said[-len(bare) :] if led else said, acts)
    return True


@cache
def _reports() -> re.Pattern[str]:
    """What begins a report in so many words: report: a railing is broken."""
    return re.compile(rf"{one_of('words-reports')}\s*[:：,，]\s*\w", re.IGNORECASE)


def _own_matter(case: Case, reading: Reading) -> bool:
    """Whether it tells of another thing, or of another place."""
    if reading.intent is Intent.EMERGENCY or reading.places:
        return True
    another = reading.sure >= SURE and reading.category != case.category
    return reading.intent is Intent.REPORT and another
