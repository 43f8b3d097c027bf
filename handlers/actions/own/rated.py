"""Stars for a case that was answered, and what is neither yes nor no: 4星 就是慢了点, 还行吧."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from functools import cache

from domain.acts import Act
from domain.case import Case
from domain.kinds import Kind
from domain.offers import is_number
from domain.states import State
from domain.things import things
from domain.told_of import names, told_of
from domain.values.stars import no_such, stars_said
from handlers.actions.asking.prompts import open_prompt
from handlers.actions.feedback import filers
from handlers.actions.on_case import confiding
from handlers.actions.own import talk
from handlers.casework.happened import Given
from handlers.casework.perform import perform
from handlers.dialog.marks import mark
from handlers.dialog.turn import Turn
from handlers.dialog.verdict import falls_short, not_looked, parted
from handlers.filing.hearing import SURE, read_text
from handlers.texts.words import any_of, asks, only, plain, words

LOOKED_AT = 10
"""Of one's own cases, the newest first."""

A_DAY = timedelta(days=1)
"""So long stars, and what lies beside it, are for a case that is closed already (ours)."""

FEW = 2
"""So many stars say that it is not solved, or may be (ours)."""

STANDS = ("words-as-before", "words-fixed", "words-was-done", "words-solved")
OVER = (State.RESOLVED, State.CLOSED)


async def answered(turn: Turn) -> list[Case]:
    """Those of one's own, the one that was done last first."""
    cases = await turn.unit.cases.filed_by(turn.person.id, LOOKED_AT)
    found = [one for one in cases if one.state in OVER and talk.done_lately(turn, one)]
    return sorted(found, key=lambda one: talk.done_at(turn, one), reverse=True)


def waits(case: Case) -> bool:
    """Whether its filer's word is awaited."""
    return case.state is State.RESOLVED


def fresh(
    turn: Turn,
    case: Case,
) -> bool:
    """Whether it waits for that, or was closed just before."""
    return waits(case) or turn.unit.now - talk.done_at(turn, case) <= A_DAY


def named(
    turn: Turn,
    cases: Sequence[Case],
    said: str,
) -> tuple[Case, ...]:
    """Those whose thing the words name, the ones that they fit best."""
    found = [one for one in cases if names(one, said)]
    return told_of(found, said, read_text(turn, said))


def of_another(turn: Turn, said: str, cases: Sequence[Case]) -> bool:
    """Whether they name a thing, or are clearly of a matter, that none of these is about. What says
    how it stands is of none: 修好, 骗人.
    """
    if things(said):
        return True
    reading = read_text(turn, _standing().sub(" ", plain(said)))
    clear = bool(reading.category) and reading.sure >= SURE
    return clear and reading.category not in {one.category for one in cases}


@cache
def _standing() -> re.Pattern[str]:
    return any_of(frozenset[str]().union(*map(words, STANDS)))


async def rated(
    turn: Turn,
    cases: Sequence[Case],
) -> bool:
    """Whether it was stars. Many say that it is solved; after few of them it is asked."""
    said = turn.event.text.strip()
    found = stars_said(said)
    able = [one for one in cases if one.rating is None and fresh(turn, one)]
    if able and no_such(said):
        filers.ask_stars(turn, able[0], "rate-how")
        return True
    if found is None or not able:
        return False
    number, rest = found
    short = falls_short(said)
    if parted(said) or (short and short.plain):
        return False  # that is more than stars
    case = (named(turn, able, rest) or able)[0]
    if rest:
        await say_of_it(turn, case)
    if not waits(case):
        await filers.rate(turn, case, str(number))
    elif number <= FEW:
        await mark(turn, filers.STARRED, {"case": case.id, "stars": number})
        talk.ask_whether(turn, case)
    else:
        await filers.confirm(turn, case, str(number))
    return True


async def too_early(turn: Turn) -> bool:
    """Whether it was stars for what is still in progress: they are asked for once it is done."""
    found = stars_said(turn.event.text.strip())
    if turn.person.staff or found is None or found[1] or is_number(turn.event.text):
        return False
    own = await turn.unit.cases.open_of(turn.person.id, 1)
    if own:
        turn.reply(turn.say("rate-later", number=own[0].number), case_id=own[0].id)
    return bool(own)


async def say_of_it(turn: Turn, case: Case) -> None:
    """What is said beside the stars goes to whoever did it."""
    async with confiding.apart(turn, case) as left:
        if left:
            given = Given(turn.event.text.strip())
            await perform(turn.scene, case, Act.ADD, given)


async def so_so(
    turn: Turn,
    cases: Sequence[Case],
) -> bool:
    """Whether it was a thumb down, which is what the press for "not solved" says; or a lukewarm
    word, which is asked about, or that nobody has looked yet.
    """
    said, waiting = turn.event.text, [one for one in cases if waits(one)]
    unrated = [one for one in cases if one.rating is None and fresh(turn, one)]
    if waiting and only("words-thumbs-down", said):
        await open_prompt(turn, "reopen", waiting[0])
    elif waiting and asks("words-so-so", said, "words-polite"):
        talk.ask_whether(turn, waiting[0])
    elif unrated and asks("words-so-so", said, "words-polite"):
        filers.ask_stars(turn, unrated[0], "rate-how")
    elif waiting and not_looked(said):
        text, rows = talk.asking(turn, waiting[0], "verdict-whenever")
        turn.reply(text, rows, case_id=waiting[0].id)
    else:
        return False
    return True


async def asks_later(turn: Turn, cases: Sequence[Case]) -> bool:
    """Whether it was 4周后再问我, as the button below the stars says."""
    lately = [one for one in cases if fresh(turn, one) and one.kind is Kind.HAZARD]
    if not lately or not asks("words-ask-later", turn.event.text, "words-polite"):
        return False
    case = lately[0]
    if waits(case):
        talk.ask_whether(turn, case)
        return True
    await filers.ask_again_later(turn, case, "")
    turn.reply(turn.say("toast-ask-later"), case_id=case.id)
    return True
