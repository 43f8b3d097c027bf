"""Whether words that nobody else took are talk, and no matter to be reported."""

from __future__ import annotations

from domain.offices import of_carer
from domain.reading.model import Intent, Reading
from domain.things import names_one
from domain.told_of import names
from handlers.actions.own import undecided
from handlers.contents import INTENTS
from handlers.dialog import into_draft
from handlers.dialog.turn import Turn
from handlers.filing.several import ENDS
from handlers.hearing import asks_of_it, confided_first, small_talk, told_in_talk
from handlers.hearing.staff import called_out

LOOKED_AT = 10
LONGEST = 400
"""Letters: what is blamed is blamed by then (ours)."""


async def answered(turn: Turn, reading: Reading) -> bool:
    """Whether it was talk, and is no matter all the same; a thing that is named alone is one."""
    if await _only_thing(turn, reading):
        return False
    if await undecided.heard(turn, reading):
        return True
    if not await _is_talk(turn, reading):
        return await called_out.told_of_it(turn, reading)
    if await asks_of_it.heard(turn, reading):
        return True
    if await small_talk.answered(turn, reading):
        return True
    await INTENTS[reading.intent](turn, reading)
    await told_in_talk.offered(turn, reading)
    return True


async def _only_thing(turn: Turn, reading: Reading) -> bool:
    """Whether a rider names a thing of which they have no report, and says nothing of it yet: what
    is the matter with it may come next.
    """
    said = turn.event.text.strip(ENDS)
    if turn.person.staff or reading.said or not names_one(said):
        return False
    own = await turn.unit.cases.open_of(turn.person.id, LOOKED_AT)
    return not any(names(case, said) for case in own)


async def _is_talk(turn: Turn, reading: Reading) -> bool:
    news = reading.intent is Intent.CHAT and await _is_news(turn, reading)
    if news or reading.intent not in INTENTS or confided_first.confides(turn, reading):
        return False
    if not turn.person.staff and of_carer(turn.event.text[:LONGEST], alone=False):
        return False  # whoever is blamed is not who hears of it
    return not await told_in_talk.is_matter(turn, reading)


async def _is_news(turn: Turn, reading: Reading) -> bool:
    """Whether this may tell of an own open case: what names a matter, or is only guessed to be a
    chat, is none then.
    """
    signs = into_draft.no_words(turn.event)
    if signs or (reading.said and not reading.category):
        return False
    return bool(await turn.unit.cases.open_of(turn.person.id, 1))
