"""What its filer says, unasked, of a case that was answered: not solved, solved, so many stars; and
of another thing beside it, which is a matter of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from domain.case import Case
from domain.reading.model import Intent, Reading
from domain.values.number import number_within
from domain.values.text import letters
from handlers.actions.doing import do, refusal_for
from handlers.actions.done import done
from handlers.actions.feedback import filers
from handlers.actions.on_case import confiding
from handlers.actions.own import half_done
from handlers.actions.own.rated import (
    answered,
    asks_later,
    fresh,
    named,
    rated,
    say_of_it,
    so_so,
    too_early,
    waits,
)
from handlers.actions.own.verdicts_told import Told, thanked, told_in
from handlers.casework.happened import Given
from handlers.dialog.fixed import LONGEST
from handlers.dialog.turn import Turn
from handlers.dialog.verdict import may_be, parted
from handlers.filing.anew import beside


async def judged(
    turn: Turn,
    reading: Reading,
) -> bool:
    """Whether these words were about cases that were answered."""
    event, said = turn.event, turn.event.text.strip()
    if (
        not 0 < letters(said) <= LONGEST
        or event.place
        or number_within(said) is not None
    ):
        return False
    if reading.intent is not Intent.REOPEN and not may_be(said):
        return False
    cases = await answered(turn)
    if not cases:
        return await too_early(turn)
    if not event.media and await _of_feedback(turn, cases):
        return True
    if await _another_beside(turn, cases):
        return True
    short = await half_done.told(turn, cases)
    if short and not short.plain:
        put = half_done.late if short.late else half_done.ask
        return await put(turn, short.case)
    told = [(short.case, False, said)] if short else await told_in(turn, cases, reading)
    able = [one for one in told if await _able(turn, one)]
    for one in able:
        await _take(turn, one, alone=len(able) == 1)
    return bool(able)


async def _of_feedback(turn: Turn, cases: Sequence[Case]) -> bool:
    """Whether it is what else is said where it is asked if it is solved."""
    if await rated(turn, cases) or await so_so(turn, cases):
        return True
    return await asks_later(turn, cases)


async def _another_beside(
    turn: Turn,
    cases: Sequence[Case],
) -> bool:
    """好了，但是旁边又坏了一块: the first counts as solved, the other is filed where that is."""
    said = turn.event.text.strip()
    parts, lately = parted(said), [one for one in cases if fresh(turn, one)]
    if parts is None or not lately:
        return False
    _, other = parts
    case = (named(turn, lately, said) or lately)[0]
    if waits(case):
        await filers.confirm(turn, case, filers.NO_STARS)
    await beside(turn, case, other)
    return True


async def _able(
    turn: Turn,
    told: Told,
) -> bool:
    case, solved, _ = told
    if solved:
        return waits(case) and not turn.event.media
    return await refusal_for(turn.scene, case, "reopen") is None


async def _take(
    turn: Turn,
    told: Told,
    alone: bool,
) -> None:
    """Closes it, or has it done again; stars are asked for where there is one."""
    case, solved, said = told
    if solved and thanked(said):
        await say_of_it(turn, case)
    if solved:
        return await filers.confirm(turn, case, "" if alone else filers.NO_STARS)
    whole = turn.event
    turn.event = replace(whole, text=said)
    async with confiding.apart(turn, case, "reopen") as left:
        if left:
            given = Given(turn.event.text.strip(), _kept(turn, case))
            case = await do(turn.scene, case, "reopen", "", given)
            await done(turn, case, "reopen", given.words, given.media)
    turn.event = whole


def _kept(turn: Turn, case: Case) -> tuple[int, ...]:
    """The pictures that came with it."""
    came, unit = turn.event.media, turn.unit
    return tuple(unit.media.add(turn.event, one, None, case.id) for one in came)
