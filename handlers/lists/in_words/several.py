"""Cases named in one line beside a button's words, or after a command: one, or several, each as if
it stood alone.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

from domain.case import Case
from domain.values.numbers_said import Parted, leading, listed
from handlers.actions.asking.commands import find
from handlers.actions.carers import (
    named_whom,
    steps,
    to_him,
    to_office,
    which_card,
)
from handlers.actions.carers.addressee import TO_FILER
from handlers.actions.carers.card_words import NOTHING, Said, does_nothing
from handlers.actions.nicknames import spelled_out
from handlers.actions.table import ACTS, COMMANDS
from handlers.dialog.turn import Refused, Turn
from handlers.lists import answer, passing
from handlers.lists.in_words import (
    both,
    by_thing,
    carded,
    excepted,
    first_told,
    left_over,
    placed,
    thing_alone,
)
from handlers.lists.kept import Listing, keep, untick
from handlers.lists.outcome import Outcome, each_by, refusals, text
from handlers.texts.asking import questioned, unasked
from handlers.texts.sentences import Safe

Missing = list[tuple[str, str]]
"""By number, why there is no such case."""

READ = (
    excepted.said,
    placed.said,
    first_told.said,
    carded.said,
    which_card.said,
    by_thing.said,
    thing_alone.said,
    both.said,
    to_office.said,
)
"""How a line of staff is read, the first that finds something."""


async def said(turn: Turn) -> Said:
    """The words of a button that were typed, with what stands beside them. As a question (接单？)
    they wait for a press.
    """
    if not (turn.event.private and turn.person.staff):
        return NOTHING
    asked = questioned(turn.event.text)
    for read in READ:
        if asked and read is not which_card.said:
            found = await _asked(turn, read)
        else:
            found = await read(turn)
        if found.act:
            found = await to_him.named(turn, named_whom.by_whole_name(turn, found))
            return NOTHING if _to_a_colleague(turn, found) else found
    return NOTHING


def _to_a_colleague(turn: Turn, found: Said) -> bool:
    """Whether a colleague shall be asked or told, whom no filer reads: 问张强能不能替我."""
    if found.act not in TO_FILER or found.numbers:
        return False
    names = [one.name for one in turn.unit.directory.staff.values() if one.name]
    said = spelled_out(names, found.words)
    return said.startswith(tuple(names))


async def _asked(
    turn: Turn,
    read: Callable[[Turn], Awaitable[Said]],
) -> Said:
    whole = turn.event
    turn.event = replace(whole, text=unasked(whole.text))
    found = await read(turn)
    turn.event = whole
    return replace(found, asked=True) if does_nothing(found) else NOTHING


async def done(turn: Turn, said: Said) -> bool:
    """Whether it was done, asked about or refused."""
    if said.asked or said.one or len(said.numbers) < 2 or not ACTS[said.act].together:
        return await which_card.done(turn, said)
    await _together(turn, said)
    return True


async def commanded(turn: Turn, name: str, words: str) -> bool:
    """Whether a command that is for one case named several: /accept NUMBER NUMBER."""
    act = COMMANDS.get(name, "")
    if not act or ACTS[act].wants == "case":
        return False
    found = leading(words)
    if len(found.numbers) < 2 and not ACTS[act].wants:
        found = Parted(listed(words), "")
    if len(found.numbers) < 2:
        return False
    said = Said(found.numbers, act, found.rest)
    if not ACTS[act].together:
        return await which_card.done(turn, said)
    await _together(turn, said)
    return True


async def _together(turn: Turn, said: Said) -> None:
    """Says of each what became of it; one that there is not keeps the others from nothing."""
    cases, unknown = await _found(turn, said.numbers)
    if unknown and not cases:
        return turn.reply(Safe("\n".join(refusals(turn, unknown))))
    if said.act == "hand_on":
        return await _hand_on(turn, cases, unknown, said.words)
    if said.act == "resolve" and not said.words:
        if unknown:
            turn.reply(Safe("\n".join(refusals(turn, unknown))))
        return await answer.open_prompt(turn, None, cases)
    if said.act == "resolve":
        outcome = await answer.closed(turn, cases, said.words)
    else:
        outcome = await each_by(turn, cases, said.act)
    await _tell(turn, said.act, outcome, unknown)


async def _hand_on(
    turn: Turn,
    cases: list[Case],
    unknown: Missing,
    whom: str,
) -> None:
    """To who was named; else it is asked as below a list in which these are ticked."""
    ticked = tuple(case.id for case in cases)
    listing = Listing(turn.unit.next_id("forms"), ticked=ticked)
    await keep(turn, listing)
    if not whom:
        return await passing.offer(turn, listing, cases)
    value = await passing.typed(turn, cases, whom)
    if await passing.doubted(turn, listing, cases, value):
        return
    await _tell(turn, "hand_on", await passing.pass_on(turn, cases, value), unknown)


async def _tell(
    turn: Turn,
    act: str,
    outcome: Outcome,
    unknown: Missing,
) -> None:
    outcome.refused.extend(unknown)
    left, rows = await left_over.of_page(turn, act, outcome)
    await untick(turn)
    told = [await text(turn, act, outcome), left]
    rows = [*rows, *steps.below(turn, outcome.done)]
    turn.reply(Safe("\n".join(filter(None, told))), rows)


async def _found(turn: Turn, numbers: tuple[str, ...]) -> tuple[list[Case], Missing]:
    """The cases, and of the other numbers why not."""
    cases, unknown = {}, []
    for number in numbers:
        try:
            case = await find(turn, number)
        except Refused as refused:
            why = turn.label(refused.key, **refused.args_of_key)
            unknown.append((number, why))
        else:
            cases[case.id] = case
    return [*cases.values()], unknown
