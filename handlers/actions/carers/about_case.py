"""Words of somebody who looks after a case, as it was told of last: what may become of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from domain.acts import Act
from domain.case import Case
from domain.kinds import Urgency
from domain.offered_cases import cases_for
from domain.things import things
from domain.told_of import names
from domain.values.numbers_said import within
from domain.values.ordinal import ordinal, without_place
from handlers.actions.asking.commands import seen_as
from handlers.actions.asking.said import (
    NOTHING,
    SAID,
    Shown,
    about,
    remember,
    stamp,
)
from handlers.actions.carers.addressee import to_filer_of
from handlers.actions.carers.fitting import fitting
from handlers.actions.doing import refusal_for
from handlers.actions.viewing.case_lines import WORDS
from handlers.actions.viewing.in_charge import in_charge
from handlers.actions.viewing.whose import say_whose
from handlers.casework.permission import visible
from handlers.dialog import questions
from handlers.dialog.marks import mark
from handlers.dialog.turn import Turn
from handlers.texts.asking import questioned
from handlers.texts.words import anywhere, plain

RIGHT_AFTER = timedelta(minutes=30)
"""So long what comes next is likely about it (ours)."""
FOR_THE_FILER = ("ask", "tell")
TELL, INSIDE = "tell", ("note",)
SAID_TO_US = (Act.ANSWER, Act.REMIND)


async def told_last(turn: Turn) -> Case | None:
    """The case that the words name by its number, if they do; else that of which was told or asked
    last of all, and not long ago.
    """
    numbered = await _numbered(turn)
    if numbered:
        return numbered[0] if len(numbered) == 1 else None
    found = await turn.unit.offers.last(turn.private)
    if found is None or turn.unit.now - found.made_at > RIGHT_AFTER:
        return None
    acts = ("ask", "accept", "approve") if found.notice else ("as_new",)
    named = [cases_for(found, one, newest=True) for one in acts]
    ids = next(filter(None, named), ())
    case = await turn.unit.cases.get(ids[0]) if len(ids) == 1 else None
    if case is None or (urgent_of_others(turn, case) and for_another_day(turn)):
        return None
    return case if await visible(turn.unit, turn.person, case) else None


def urgent_of_others(turn: Turn, case: Case) -> bool:
    """Whether somebody waits there at this moment, and not for them."""
    return case.urgency is Urgency.URGENT and case.assignee_id != turn.person.id


def for_another_day(turn: Turn) -> bool:
    """Whether they speak of tomorrow or later, as nobody does of what is urgent."""
    return anywhere("words-another-day").search(plain(turn.event.text)) is not None


async def _numbered(turn: Turn) -> tuple[Case, ...]:
    """Those of theirs, each once."""
    found = [await seen_as(turn, one) for one in within(turn.event.text)]
    return tuple({case.id: case for some in found for case in some}.values())


async def meant_last(turn: Turn, said: str) -> Case | None:
    """The same, unless the words name the thing of another one that they carry."""
    if ordinal(said)[0]:
        return None  # it is of a list, and none that stands there has so many
    last = await told_last(turn)
    if last is None or not things(said) or names(last, said):
        return last
    carried = await in_charge(turn)
    named = [one for one in carried if names(one, said)]
    return named[0] if len(named) == 1 else last


async def able(turn: Turn, case: Case, names: Sequence[str]) -> list[str]:
    """Those of them that may be done to it; of a case without a filer, or of whoever speaks, only
    what stays inside.
    """
    filed = case.filer_id not in (None, turn.person.id)
    asked = [one for one in names if filed or one not in FOR_THE_FILER]
    return [one for one in asked if await refusal_for(turn.scene, case, one) is None]


async def whose(
    turn: Turn,
    case: Case,
    said: str,
    media: Shown = NOTHING,
) -> None:
    """Whose it is, and one press that keeps the words with it for colleagues."""
    if not await able(turn, case, ("note",)):
        return await say_whose(turn, case)
    await remember(turn, said, "note", media)
    note = f"{case.id}:{SAID}:note:{stamp(said)}"
    await questions.ask_meant(turn, note)
    await say_whose(turn, case, [turn.choice("button-said-note", f"c:{note}")])


async def _answer_first(turn: Turn, case: Case, acts: Sequence[str]) -> Sequence[str]:
    """Whoever filed it has spoken last of all: what is said now is likely for them."""
    line = await turn.unit.history.last_of(case.id) if TELL in acts[1:] else None
    theirs = line is not None and line.actor_id == case.filer_id
    if line is None or not theirs or acts[0] not in INSIDE:
        return acts
    asked = line.act is Act.ADD and questioned(line.words, "words-open-question")
    if not asked and line.act not in SAID_TO_US:
        return acts
    return (TELL, *(one for one in acts if one != TELL))


async def offer(
    turn: Turn,
    case: Case,
    said: str,
    acts: Sequence[str],
    media: Shown = NOTHING,
    key: str = "carer-of-notice",
) -> None:
    """Each of these with one press, or a matter of its own; nobody sees the words before."""
    whole = turn.event.text.strip() or said
    acts = await _answer_first(turn, case, acts)
    act, bare = to_filer_of(case, said)
    if act in acts:
        said, acts = bare, (act, *(one for one in acts if one != act))
    await remember(turn, said, acts[0], media)
    await mark(turn, WORDS, about(turn, whole, media))
    data = f"c:{case.id}:{SAID}:"
    rows = await fitting(turn, case, said, acts)
    rows += [
        [turn.choice(f"button-said-{one}", f"{data}{one}:{stamp(said)}")]
        for one in acts
    ]
    if len(rows) == 1:
        await questions.ask_meant(turn, rows[0][0].data.removeprefix("c:"))
    rows.append([turn.choice("button-as-new", f"c:{case.id}:as_new")])
    shown = without_place(said if act in acts else whole)
    text = turn.say(key, words=shown, number=case.number)
    turn.reply(text, rows, case_id=case.id)
