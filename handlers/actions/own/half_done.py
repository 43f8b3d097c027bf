"""灯亮了，可是一闪一闪的: said of a case that was answered, it is not wholly solved. Where that is
plain it is done again; else the words are kept with it, and it is asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from domain.case import Case
from domain.things import things
from domain.told_of import names, told_of
from handlers.actions.feedback import filers
from handlers.actions.own import talk
from handlers.actions.own.rated import fresh, named, of_another, say_of_it, waits
from handlers.dialog.asked_whether import asked
from handlers.dialog.fixed import tells_fixed
from handlers.dialog.turn import Turn
from handlers.dialog.verdict import Short, falls_short
from handlers.filing.hearing import read_text


class HalfDone(NamedTuple):
    """`plain` where the words say what is still wrong, `late` where they say only that it took
    long.
    """

    case: Case
    plain: bool
    late: bool


async def told(
    turn: Turn,
    cases: Sequence[Case],
) -> HalfDone | None:
    """Of which of these the words say that; None where they say it of none."""
    said = turn.event.text.strip()
    short = falls_short(said)
    lately = [one for one in cases if fresh(turn, one)]
    if short is None or not lately:
        return None
    found = named(turn, lately, said)
    several = sum(names(one, said) for one in lately) > 1
    if several or (not found and things(short.done if short.late else said)):
        return None  # each has a part of it, or it is of none of them
    if found and not (short.plain or short.late) and tells_fixed(short.done):
        return None  # what is said beside that is for whoever did it
    case = found[0] if found else await _unnamed(turn, lately, short)
    return HalfDone(case, short.plain, short.late) if case else None


async def _unnamed(
    turn: Turn,
    lately: Sequence[Case],
    short: Short,
) -> Case | None:
    """Where no thing is named: the one of which it was asked, else that which was done last."""
    reading = read_text(turn, short.done)
    if of_another(turn, short.done, lately):
        return None
    last = await asked(turn)
    of_asked = [one for one in lately if one.id == last]
    likely = told_of(lately, short.done, reading)
    first: tuple[Case, ...] = likely if len(likely) == 1 else ()
    return (*first, *of_asked, *lately)[0]


async def late(turn: Turn, case: Case) -> bool:
    """Whether the words are kept with it, and it is solved by them: 好是好了 太慢."""
    if turn.event.media or not waits(case):
        return False
    await say_of_it(turn, case)
    await filers.confirm(turn, case, "")
    return True


async def ask(
    turn: Turn,
    case: Case,
) -> bool:
    """Whether the words are kept with it, and it is asked whether it is solved."""
    if turn.event.media or not waits(case):
        return False
    await say_of_it(turn, case)
    talk.ask_whether(turn, case)
    return True
