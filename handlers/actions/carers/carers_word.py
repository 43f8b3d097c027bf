"""What somebody who looks after cases says of none of them by name: 明天去修. One press gives it to
a rider.
"""

from __future__ import annotations

from collections.abc import Sequence

from domain.case import Case
from domain.reading.model import Intent, Reading
from domain.things import things
from domain.told_of import names, told_of
from handlers.actions.asking.said import SAID, remember
from handlers.actions.carers import about_case, in_hand, serials
from handlers.actions.carers.about_case import offer
from handlers.actions.carers.after_notice import ASKING
from handlers.actions.carers.colleagues import near
from handlers.actions.doing import refusal_for
from handlers.actions.viewing.in_charge import in_charge
from handlers.actions.viewing.whose import numbered
from handlers.dialog.fields import A_MATTER
from handlers.dialog.turn import Turn
from handlers.texts.words import anywhere, plain

TO_ONE = ("tell", "note", "ask")
"""What may become of words for the only one that they can be for."""
SHORTEST = {True: 4, False: 3}
"""Letters, of English or not: what is shorter tells nobody anything (ours)."""
LONGEST_QUESTION = {True: 40, False: 20}


async def offered(turn: Turn, reading: Reading) -> bool:
    """Whether it was: only what is no report, no talk that is known, and of some length."""
    said = turn.event.text.strip()
    unknown = reading.intent is Intent.CHAT and not reading.said
    if not (turn.person.staff and unknown) or len(said) < SHORTEST[said.isascii()]:
        return False
    able = [one for one in await _carried(turn) if await _may_tell(turn, one)]
    if not able:
        return False
    await remember(turn, said, "tell")
    named = serials.among(turn, able, said) or told_of(able, said, reading)
    if not any(names(one, said) for one in able) and await _of_others(turn, said):
        return False
    last = serials.opened(await turn.unit.offers.last(turn.private))
    shown = [one for one in able if one.id == last]
    found = named or shown or able
    if len(found) == 1:
        acts = await about_case.able(turn, found[0], in_hand.acts_for(said, TO_ONE))
        await offer(turn, found[0], said, acts)
        return True
    turn.reply(turn.say("carer-for-whom", words=said), numbered(turn, found, SAID))
    return True


async def _of_others(turn: Turn, said: str) -> bool:
    """Whether they name the thing of a case that colleagues have."""
    return bool(things(said)) and any(names(one, said) for one in await near(turn))


async def heard(turn: Turn, reading: Reading) -> bool:
    """Whether it was one of the two."""
    return await offered(turn, reading) or await asked(turn, reading)


async def asked(turn: Turn, reading: Reading) -> bool:
    """Whether it asks how something is there (具体哪边), whenever that is, and may be put to the
    filer of a case in their hands.
    """
    said = turn.event.text.strip()
    if not turn.person.staff or len(said) > LONGEST_QUESTION[said.isascii()]:
        return False
    able = _asked_of(await in_hand.in_hand(turn, reading), said, reading)
    able = [one for one in able if await _may_ask(turn, one)]
    if len(able) == 1:
        await offer(turn, able[0], said, await about_case.able(turn, able[0], ASKING))
    elif able:
        await remember(turn, said, "ask")
        turn.reply(turn.say("carer-for-whom", words=said), numbered(turn, able, SAID))
    return bool(able)


def _asked_of(
    cases: Sequence[Case],
    said: str,
    reading: Reading,
) -> Sequence[Case]:
    """The cases, where it is such a question; one that may ask for a list has to name the thing."""
    asked = plain(said)
    if anywhere("words-asks-of-it").search(asked):
        return cases
    asks = anywhere("words-of-the-place").search(asked) and reading.report < A_MATTER
    return told_of(cases, said, reading) if asks else ()


async def _may_ask(turn: Turn, case: Case) -> bool:
    return bool(await about_case.able(turn, case, ASKING[:1]))


async def _carried(turn: Turn) -> list[Case]:
    return await in_charge(turn)


async def _may_tell(turn: Turn, case: Case) -> bool:
    told = case.filer_id not in (None, turn.person.id)
    return told and await refusal_for(turn.scene, case, "tell") is None
