"""A confidential matter that is told where others would read it: in words on an open case, or to
the people on an emergency. It becomes a draft of its own, and one press gives it to that case after
all.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

from domain.acts import Act
from domain.case import Case
from domain.draft import Draft
from domain.messages import EventKind
from domain.permissions import may
from handlers.actions import followed
from handlers.actions.doing import do
from handlers.actions.done import done
from handlers.actions.emergencies import asked_private
from handlers.actions.on_case.two_told import parted
from handlers.casework.happened import Given
from handlers.dialog.ending import drop
from handlers.dialog.fields import media_ids, words
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Refused, Turn
from handlers.filing import form as filing
from handlers.filing.hearing import read_text

BESIDE = "emergency"
"""In a filing, the case beside which it was told."""
MEANT = "meant_as"
"""Beside it: the act by which the words would have gone there."""


@asynccontextmanager
async def apart(
    turn: Turn,
    case: Case,
    name: str = "add",
) -> AsyncIterator[bool]:
    """Within it the message says what is for the case, and whether anything is; what is
    confidential is a draft of its own after that.
    """
    whole = turn.event
    rest, private = _parted(turn, case)
    if not private:
        yield True
        await asked_private.kept(turn, case, read_text(turn, whole.text).asked)
        return
    try:
        if rest:
            # an edit brings all the words, so it is for the confidential ones
            turn.event = replace(whole, text=rest, message_id="")
        yield bool(rest)
    finally:
        told = replace(whole, kind=EventKind.MESSAGE, text=private)
        turn.event = replace(told, media=(), place=None) if rest else told
        await begin(turn, case, name)


async def reopen(turn: Turn, case: Case) -> None:
    """It is done again, with these words as the reason."""
    async with apart(turn, case, "reopen") as left:
        if left:
            given = Given(turn.event.text.strip())
            case = await do(turn.scene, case, "reopen", "", given)
            await done(turn, case, "reopen", given.words)


def _parted(turn: Turn, case: Case) -> tuple[str, str]:
    """The words that are for the case, and those that are confidential where it is not; of staff
    who write about it all is for it.
    """
    said, mine = turn.event.text, case.filer_id == turn.person.id
    if not mine and may(turn.person, Act.NOTE, case, turn.unit.directory.reach(case)):
        return said, ""
    return parted(turn, case, said)


async def begin(
    turn: Turn,
    case: Case,
    name: str = "add",
) -> None:
    """Its draft, of which the people on the case hear nothing."""
    join = turn.choice("button-together", f"c:{case.id}:together")
    turn.reply(turn.say("two-matters"), [[join]])
    await filing.begin(turn, {BESIDE: case.id, MEANT: name})


async def together(
    turn: Turn,
    case: Case,
    value: str,
) -> None:
    """合成一件: whoever waits for the case says that it belongs there. Raises Refused where it does
    not lie open any more.
    """
    found = [one for one in await open_drafts(turn) if _beside(one, case)]
    if not found:
        raise Refused("refuse-old-button")
    for draft in found:
        name = draft.about.get(MEANT, "add")
        given = Given(words(draft), tuple(media_ids(draft)))
        case = await do(turn.scene, case, name, "", given)
        followed.of_draft(turn, draft, case, name)
        await drop(turn, draft)
        await _drop_prompt(turn, case, name)
        await done(turn, case, name, given.words, given.media)
    turn.toast()


def _beside(draft: Draft, case: Case) -> bool:
    return draft.about.get(BESIDE) == case.id


async def _drop_prompt(
    turn: Turn,
    case: Case,
    name: str,
) -> None:
    """The words that were asked for have been said."""
    for draft in await open_drafts(turn):
        if draft.name == name and draft.about.get("case") == case.id:
            await drop(turn, draft)
