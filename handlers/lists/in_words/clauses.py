"""Several matters in one line, each of a case of its own: 路灯修好了，垃圾桶清了，井盖明天弄. Each
is taken as if it had been said alone, so nobody reads what was done for somebody else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from domain.case import Case
from domain.things import things
from domain.told_of import names
from domain.values.number import case_number, certain
from domain.values.numbers_said import leading, only_number
from domain.values.ordinal import ordinal
from handlers.actions.asking.commands import seen_as
from handlers.actions.carers import in_hand
from handlers.actions.carers.card_words import said_in
from handlers.actions.carers.colleagues import near
from handlers.actions.carers.fitting import (
    not_ours,
    wants_time,
)
from handlers.actions.table import ACTS
from handlers.actions.viewing.in_charge import in_charge
from handlers.dialog.alone import line_of_staff
from handlers.dialog.fixed import (
    carried_out,
    did,
)
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Turn
from handlers.lists.in_words import several
from handlers.texts.asking import questioned
from handlers.texts.words import (
    AFTER,
    anywhere,
    plain,
)

LONGEST = 160
"""Letters: whoever writes more tells a story (ours)."""
TWO = 2
Clause = tuple[Case, str]


async def parted(
    turn: Turn,
) -> tuple[str, ...]:
    """The lines, each for one case; none where it is one matter, or orders and nothing else."""
    text = turn.event.text.strip()
    if not line_of_staff(turn, LONGEST) or text.startswith("/") or questioned(text):
        return ()
    clauses = [one for one in _between().split(text) if one.strip()]
    if _rest_behind(clauses) and not await open_drafts(turn):
        kept = _kept(clauses[0])
        turn.named = kept or said_in(clauses[0].strip()).numbers
        return tuple(clauses[1:] if kept else clauses)
    if sum(map(_points, clauses)) < 2 or any(map(_only_number, clauses)):
        return ()
    if await open_drafts(turn):
        return ()
    found = await _of_each(turn, clauses)
    return await _lines(turn, found) if len(found) > 1 else ()


def _rest_behind(
    clauses: Sequence[str],
) -> bool:
    """我接0001，剩下给张强: an order for some, and what becomes of the rest."""
    if len(clauses) != TWO:
        return False
    rest = plain(clauses[1]).strip()
    keys = "words-rest-of-them", "words-the-rest"
    if not any(anywhere(key).match(rest) for key in keys):
        return False
    first = said_in(clauses[0].strip())
    return bool((first.act and first.numbers) or _kept(clauses[0]))


def _kept(
    clause: str,
) -> tuple[str, ...]:
    """0001我留着: the numbers of what is to stay as it is."""
    named = leading(clause.strip())
    stays = anywhere("words-keep-some").search(plain(named.rest)) is not None
    return named.numbers if stays else ()


def _only_number(
    clause: str,
) -> bool:
    """Whether it is one of several numbers of which the same is said: 0001, 0002 done."""
    named = leading(clause.strip())
    return bool(named.numbers) and not any(map(str.isalpha, named.rest))


def _points(
    clause: str,
) -> bool:
    """Whether it may say which case it is of."""
    return bool(_numbers(clause) or ordinal(clause)[0] or things(clause))


def _numbers(
    clause: str,
) -> tuple[str, ...]:
    """Those with which it begins, or the only one in it: tell 0002 emptied."""
    within, _ = only_number(clause)
    sure = certain(within) or bool(case_number(within))
    return leading(clause.strip()).numbers or ((within,) if sure else ())


async def _of_each(
    turn: Turn,
    clauses: Sequence[str],
) -> list[Clause]:
    """Each with its case; what names none goes on with the one before. None where one may be of
    several, or of what is no case yet.
    """
    known = {one.id: one for one in (*await in_charge(turn), *await near(turn))}
    found: list[Clause] = []
    for clause in clauses:
        case = await _meant(turn, clause, [*known.values()])
        same = found and (case is None or case.id == found[-1][0].id)
        if same and not (case is None and _points(clause)):
            found[-1] = (found[-1][0], f"{found[-1][1]}, {clause.strip()}")
        elif case is None or any(case.id == one.id for one, _ in found):
            return []
        else:
            found.append((case, clause.strip()))
    return found


async def _meant(
    turn: Turn,
    clause: str,
    known: Sequence[Case],
) -> Case | None:
    numbers = _numbers(clause)
    if ordinal(clause)[0]:
        return None  # no list has that place
    if numbers:
        seen = await seen_as(turn, numbers[0]) if len(numbers) == 1 else ()
        return seen[0] if len(seen) == 1 else None
    told = [one for one in known if names(one, clause)]
    theirs = [one for one in told if one.assignee_id == turn.person.id]
    of_it = theirs or told
    return of_it[0] if len(of_it) == 1 else None


def _becomes(
    said: str,
) -> bool:
    """Whether it tells what becomes of a case, and reports nothing."""
    another_day = anywhere("words-another-day").search(plain(said)) is not None
    told = carried_out(said) or did(said) or in_hand.under_way(said)
    return told or another_day or wants_time(said) or not_ours(said)


async def _lines(
    turn: Turn,
    found: Sequence[Clause],
) -> tuple[str, ...]:
    """Each with the number of its case, which an order of its own needs not. None where no clause
    tells anything: what is for two filers is told each of them alone.
    """
    whole, lines, orders = turn.event, [], 0
    told = any(_becomes(said) for _, said in found)
    for case, said in found:
        turn.event = replace(whole, text=said)
        act = (await several.said(turn)).act
        ordered = bool(act)
        orders += ordered and not ACTS[act].goes_on
        told = told or (ordered and ACTS[act].goes_on)
        bare = not (ordered or _numbers(said))
        lines.append(f"{case.number} {said}" if bare else said)
    turn.event = whole
    return tuple(lines) if told and orders < len(lines) else ()


@cache
def _between() -> re.Pattern[str]:
    then = anywhere("words-order-between").pattern
    return re.compile(
        rf"[,，;；。\n]+{AFTER}*(?:{then})?|\s+(?:{then})\s+", re.IGNORECASE
    )
