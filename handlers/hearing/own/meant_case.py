"""这是0002的, "this is for 2": pictures whose case is told by its number."""

from __future__ import annotations

from dataclasses import replace

from domain.acts import Act
from domain.case import Case
from domain.draft import Draft
from domain.things import things
from domain.told_of import names
from domain.values.number import certain
from domain.values.numbers_said import only_number
from handlers.actions.asking.commands import seen_as
from handlers.actions.carers.serials import in_line
from handlers.actions.on_case.passing_on import pass_on_button
from handlers.actions.on_case.words import (
    word_on_case,
    works_on,
)
from handlers.actions.viewing.in_charge import in_charge
from handlers.casework.happened import Given
from handlers.casework.perform import perform
from handlers.casework.permission import visible
from handlers.dialog import ending
from handlers.dialog.fields import media_ids
from handlers.dialog.turn import Turn
from handlers.filing.draft import own_cases
from handlers.filing.form import offered
from handlers.filing.submitting import (
    attach,
    told_in,
)
from handlers.texts.words import (
    anywhere,
    only,
    plain,
)

LONGEST_THING = {True: 25, False: 12}
"""Letters, of English or not, of whose a picture is (ours)."""


async def shown(
    turn: Turn,
) -> bool:
    """Whether a picture came with nothing but whose it is, and went there."""
    case = await _meant(turn) if turn.event.media else None
    if case is None:
        return False
    turn.event = replace(turn.event, text="")
    return await word_on_case(turn, case.id)


async def attached(
    turn: Turn,
    draft: Draft,
) -> bool:
    """Whether it was said of the pictures that came before, and they went there: as a note of who
    works on the case, else as more of it.
    """
    case = await _meant(turn)
    if case is None:
        return False
    if works_on(turn, case) and case.filer_id != turn.person.id:
        await _noted(turn, draft, case)
        return True
    draft = replace(draft, about=draft.about | {"cases": [offered(case)]})
    if not own_cases(draft):  # what is confidential stays apart
        return False
    await attach(turn, draft, str(case.id))
    return True


async def _noted(
    turn: Turn,
    draft: Draft,
    case: Case,
) -> None:
    given = Given(told_in(turn, draft, case), tuple(media_ids(draft)))
    await perform(turn.scene, case, Act.NOTE, given)
    await ending.close(turn, draft)
    text = turn.say("done-note", number=case.number)
    turn.reply(text, pass_on_button(turn, case), case_id=case.id)


async def _meant(
    turn: Turn,
) -> Case | None:
    """The case that is named and nothing beside it; what may be a count has to be said as whose."""
    number, beside = only_number(turn.event.text)
    if not number and turn.person.staff:
        return await _of_thing(turn)
    if not number or (beside.strip() and not only("words-whose-picture", beside)):
        return None
    if not certain(number) and not anywhere("words-picture-for").search(beside):
        return None
    found = await turn.unit.offers.last(turn.private)
    line = await turn.unit.cases.get(in_line(found, number) or 0)
    able = [one for one in (await _seen(turn, number, line)) if await _adds(turn, one)]
    return able[0] if len(able) == 1 else None


async def _of_thing(
    turn: Turn,
) -> Case | None:
    """这是垃圾桶的, "that's the bins": the only one that they carry which is about that thing."""
    said = plain(turn.event.text)
    short = len(said) <= LONGEST_THING[said.isascii()]
    bad = anywhere("words-gone-bad").search(said) is not None
    keys = "words-picture-for", "words-picture-is"
    says = any(anywhere(key).search(said) for key in keys)
    if not (short and says and things(said)):
        return None
    theirs = [] if bad else await in_charge(turn)
    named = [one for one in theirs if names(one, said) and await _adds(turn, one)]
    return named[0] if len(named) == 1 else None


async def _seen(
    turn: Turn,
    number: str,
    line: Case | None,
) -> tuple[Case, ...]:
    return (line,) if line is not None else await seen_as(turn, number)


async def _adds(
    turn: Turn,
    case: Case,
) -> bool:
    adds = await visible(turn.unit, turn.person, case, Act.ADD)
    return case.open and (adds or works_on(turn, case))
