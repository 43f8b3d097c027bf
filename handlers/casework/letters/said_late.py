"""What waited before it could be said is said as it stands now: what is true no more is not said,
what can be done no more is not offered.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from domain.acts import Act
from domain.case import Case
from domain.late_news import still_true
from domain.messages import Choice, Matter, Reply
from domain.open_offers import act_of, case_of
from domain.states import State
from handlers.casework.letters.notice_buttons import SLOT, below_in
from handlers.casework.letters.old_buttons import OFFERED, possible
from handlers.dialog.ending import let_go
from storage.outbox.letters import Letter
from storage.unit import Unit

BY_OTHERS = (
    State.CLOSED,
    Act.CONFIRM,
)
"""Whoever filed it has no say in it any more."""


async def as_it_stands(unit: Unit, letters: Sequence[Letter]) -> list[Letter]:
    """Those that are still to be said; the others are dropped."""
    said = []
    for letter in letters:
        case = await _case_of(unit, letter)
        if case is None:
            said.append(letter)
        elif still_true(known_as(letter), case, unit.now):
            filer = await _filed(unit, letter, case)
            letter.reply = _offering(letter.reply, case, filer)
            said.append(letter)
    over = [one for one in letters if one not in said]
    await unit.outbox.drop([one.id for one in over])
    for letter in over:
        await _ask_no_more(unit, letter)
    return said


async def _ask_no_more(unit: Unit, letter: Letter) -> None:
    """What is said next is no answer to a question that nobody read."""
    if letter.reply.matter != Matter.QUESTION or letter.behind:
        return
    for draft in await unit.forms.of(letter.to):
        asked = draft.name == Act.ANSWER and draft.about.get("case") == letter.case_id
        if asked and not draft.answers:
            await let_go(unit, draft)


async def _case_of(unit: Unit, letter: Letter) -> Case | None:
    if letter.case_id is None:
        return None
    return await unit.cases.get(letter.case_id)


async def _filed(unit: Unit, letter: Letter, case: Case) -> bool:
    await unit.people.load([letter.to])
    person = unit.people.at(letter.to)
    return person is not None and person.id == case.filer_id


def known_as(letter: Letter) -> str:
    """What kind of notice it is, '' where nobody says."""
    slot = letter.reply.slot
    if slot.startswith(SLOT):
        return below_in(slot)
    return letter.replaces.partition(":")[0]


def _offering(reply: Reply, case: Case, filer: bool) -> Reply:
    rows = []
    for row in reply.choices:
        left = tuple(one for one in row if _counts(one, case, filer))
        if left:
            rows.append(left)
    return replace(
        reply,
        choices=tuple(rows),
    )


def _counts(choice: Choice, case: Case, filer: bool) -> bool:
    """Whether it can be done now, as far as it is an act on this case."""
    if case_of(choice.data) != case.id:
        return True
    act = act_of(choice.data)
    if act not in OFFERED:
        return True
    if filer and (case.state, act) == BY_OTHERS:
        return False
    return possible(case, Act(act))
