"""What somebody says is done that they do not carry: 他那件办好了, of a colleague's; 救上来了 of an
emergency whose card they saw in a group. It is said whose it is, and a press keeps the words there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from domain.case import Case
from domain.kinds import Urgency
from domain.states import State
from handlers.actions.asking.said import pictures, remember
from handlers.actions.carers import done_of, in_hand
from handlers.actions.carers.about_case import told_last, whose
from handlers.actions.carers.serials import opened
from handlers.actions.viewing.whose import numbered
from handlers.casework import whereabouts
from handlers.dialog.fixed import bare
from handlers.dialog.turn import Turn
from handlers.texts.words import anywhere, one_of, only, plain

MOST = 200
"""Open cases of their areas that are looked at."""


async def said_of(turn: Turn) -> bool:
    """Whether the words speak of what colleagues have, by name or as theirs."""
    people = _spoken_of(turn)
    if people is None:
        return False
    theirs = await _carried(turn, people)
    found = done_of.meant(turn, theirs)
    if not found and not done_of.names_something(turn):
        found = await _shown(turn, theirs) or _taken(theirs)
    return await _ask(turn, found)


async def one_of_theirs(turn: Turn) -> bool:
    """Whether they name the thing, or the number, of one that somebody else has."""
    found = done_of.meant(turn, await near(turn))
    if len(found) != 1 or found[0].filer_id == turn.person.id:
        return False
    return await _ask(turn, found)


async def one_there(turn: Turn) -> bool:
    """The same, where the words name no other place."""
    found = done_of.meant(turn, await near(turn))
    if len(found) != 1 or names_another_place(turn, found[0]):
        return False
    return await one_of_theirs(turn)


def names_another_place(turn: Turn, case: Case) -> bool:
    """Whether the words name a place that is not in the area of the case."""
    named = whereabouts.spotted(turn.scene, None, turn.event.text, turn.person)
    path = turn.unit.directory.path
    return named is not None and named.area not in path(case.area)


async def emergencies(turn: Turn) -> tuple[Case, ...]:
    """Those that go on where they are."""
    return tuple(one for one in await near(turn) if one.urgency is Urgency.URGENT)


async def near(turn: Turn) -> list[Case]:
    """What is open in their areas."""
    directory = turn.unit.directory
    areas = directory.below(grant.area for grant in turn.person.grants)
    return await turn.unit.cases.open_in(areas, MOST, confidential=False)


def _spoken_of(turn: Turn) -> frozenset[int] | None:
    """The colleagues whom the words name, all of them where it is only theirs; None for nobody."""
    said = plain(turn.event.text)
    staff = turn.unit.directory.staff.values()
    others = [one for one in staff if one.id != turn.person.id]
    behind = one_of("words-of-whom")
    named = [
        one.id
        for one in others
        if re.search(rf"{re.escape(plain(one.name))}\s*{behind}", said)
    ]
    theirs = anywhere("words-theirs").search(said)
    if named or theirs or only("words-his", bare(said), "words-this"):
        return frozenset(named or [one.id for one in others])
    return None


async def _carried(turn: Turn, people: frozenset[int]) -> tuple[Case, ...]:
    """What they have of what is open there."""
    return tuple(one for one in await near(turn) if one.assignee_id in people)


async def _shown(turn: Turn, theirs: Sequence[Case]) -> tuple[Case, ...]:
    """The one that was told of last, or opened."""
    last = await told_last(turn)
    seen = opened(await turn.unit.offers.last(turn.private))
    ids = (last.id if last else None, seen)
    return tuple(one for one in theirs if one.id in ids)


def _taken(theirs: Sequence[Case]) -> tuple[Case, ...]:
    """What they took; what nobody took, where they took nothing."""
    taken = tuple(one for one in theirs if one.state is State.IN_PROGRESS)
    return taken or tuple(theirs)


async def _ask(turn: Turn, cases: Sequence[Case]) -> bool:
    """Whose it is, and whether the words shall stay with it; of several first which one."""
    said, media = turn.event.text.strip(), await pictures(turn)
    if len(cases) == 1:
        await whose(turn, cases[0], said, media)
    elif cases:
        await remember(turn, said, "note", media)
        rows = numbered(turn, cases, in_hand.OF_THIS)
        turn.reply(turn.say("in-hand-which", words=said), rows)
    return bool(cases)
