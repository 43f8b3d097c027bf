"""All of something: 路灯都给王强, 没接的都接了, "give all lamps to Zhang". To whom they go is asked
with how many they are; else they stand ticked in a list, and a press does it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from domain.case import Case
from domain.values import numbers_said
from domain.values.numbers_said import Parted
from domain.values.several import leading
from domain.wanted import MINE, UNASSIGNED
from handlers.actions.asking.commands import seen_as
from handlers.actions.doing import refusal_for
from handlers.actions.table import ACTS
from handlers.dialog.alone import line_of_staff
from handlers.dialog.turn import Refused, Turn
from handlers.lists import passing
from handlers.lists.at_places import at_places
from handlers.lists.fillers import name_in
from handlers.lists.in_words import none_left, placed, whole_load
from handlers.lists.in_words.all_parted import ENDS, Order, orders, was_done
from handlers.lists.kept import Listing
from handlers.lists.presses import MOST_TICKED
from handlers.lists.show import able, show
from handlers.lists.typed import shown
from handlers.lists.words import narrowed
from handlers.texts.words import AFTER, anywhere, one_of

LONGEST = 40
SHORTEST_NAME = 2
OF_ALL = {"accept": (UNASSIGNED,)}
"""By act, which cases it is for where none are named."""


async def asked(turn: Turn) -> bool:
    """Whether that was said of several, and was asked. Raises Refused."""
    if not line_of_staff(turn, LONGEST):
        return False
    text = turn.event.text.strip().rstrip(ENDS).replace("’", "'")
    if anywhere("words-except").search(text.lower()):
        return False  # all but those that are named (`excepted`)
    empty: list[Order] = []
    for what, act, beside in orders(text):
        listing = _listing(turn, what)
        if listing is None or await whole_load.written(turn):
            continue
        cases = await able(turn, listing, act)
        plainly = none_left.meant(turn, listing, act, beside)
        if plainly and not cases:
            empty.append((what, act, beside))
        least = 1 if plainly or (ACTS[act].wants and beside) else 2
        if len(cases) < least or not await _known(turn, cases, act, beside):
            continue
        await _ask(turn, listing, cases, act, beside)
        return True
    if await _of_the_list(turn, text) or await _all_of_theirs(turn, text):
        return True
    for what, act, _ in empty[:1]:
        none_left.tell(turn, act, name_in(what))
    return bool(empty)


async def _of_the_list(turn: Turn, text: str) -> bool:
    """全部拖走了, 前两件修好了: whether it tells what was done to all of the list that stands
    there, or to these of it.
    """
    named = numbers_said.leading(text)
    if named.numbers and was_done(named.rest):
        return await _done(turn, named)
    at, behind = leading(text)
    rest = behind if at else _all_first().sub("", text, count=1)
    listing = await shown(turn) if rest != text and was_done(rest) else None
    if listing is None or not listing.shown:
        return False
    ticked = tuple(await at_places(turn, listing, at)) if at else listing.ticked
    if not ticked:
        done = [one.id for one in await able(turn, listing, "resolve")]
        ticked = tuple(done[:MOST_TICKED])
    if ticked:
        await show(turn, replace(listing, ticked=ticked, ticking=True, answer=text))
    return bool(ticked)


async def _done(turn: Turn, named: Parted) -> bool:
    """2号和3号修好了: those stand ticked, and a press tells who waits for them."""
    seen = [one for number in named.numbers for one in await seen_as(turn, number)]
    able = [one for one in seen if not await refusal_for(turn.scene, one, "resolve")]
    if len(able) < 2 or len(able) < len(named.numbers):
        return False  # of one, or what is not theirs, it is asked alone
    ids = tuple(one.id for one in able)
    mine = all(one.assignee_id == turn.person.id for one in able)
    only = (MINE,) if mine else ()
    listing = Listing(turn.unit.next_id("forms"), only, ticked=ids)
    await show(turn, replace(listing, ticking=True, answer=named.rest))
    return True


async def _all_of_theirs(turn: Turn, text: str) -> bool:
    """全部接单 where no list stands: whether one is shown in which these are ticked."""
    act, words = placed.act_of_all(text)
    bare = bool(act) and not (words or ACTS[act].wants or ACTS[act].words)
    listing = Listing(turn.unit.next_id("forms"), OF_ALL.get(act, ()))
    if not (bare and ACTS[act].together):
        return False
    cases = await able(turn, listing, act)
    if len(cases) < 2:  # theirs is one: all that stands there is more
        cases = await able(turn, listing, act, everybodys=True)
    if await whole_load.written(turn):
        return False
    if cases:
        await _ask(turn, listing, cases, act, "")
    else:
        none_left.tell(turn, act)
    return True


def _listing(turn: Turn, what: str) -> Listing | None:
    """The list of what is named, whatever that is."""
    name = name_in(what)
    if len(name) < SHORTEST_NAME:
        return None
    return narrowed(turn, Listing(turn.unit.next_id("forms")), name)


async def _known(turn: Turn, cases: list[Case], act: str, whom: str) -> bool:
    """路灯都给车撞了 is handed to nobody."""
    if not (ACTS[act].wants and whom):
        return True
    try:
        return bool(await passing.typed(turn, cases, whom))
    except Refused:
        return False


async def _ask(
    turn: Turn, listing: Listing, cases: list[Case], act: str, beside: str
) -> None:
    if ACTS[act].wants and beside:
        return await whole_load.ask(turn, None, cases, beside)
    ids = tuple(one.id for one in cases)
    ticked = ids[:MOST_TICKED]
    said = turn.event.text.strip()
    answer = said if beside and act == "resolve" else ""
    ticks = replace(listing, ticked=ticked, ticking=True)
    await show(turn, replace(ticks, said=said, answer=answer))


@cache
def _all_first() -> re.Pattern[str]:
    every = one_of("words-tick-all", "words-all-of")
    return re.compile(rf"^{every}{AFTER}*", re.IGNORECASE)
