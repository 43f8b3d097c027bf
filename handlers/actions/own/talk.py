"""Talk about a case that is done: thanks, not solved, it is all right now."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.acts import Act
from domain.case import Case
from domain.messages import Choice
from domain.reading.model import Reading
from domain.states import State
from domain.things import things
from domain.told_of import names
from handlers.actions.doing import refusal_for
from handlers.actions.on_case import confiding
from handlers.actions.on_case.words import word_on_case
from handlers.actions.own import how_far
from handlers.casework import permission, phrases
from handlers.casework.awaited import followed
from handlers.casework.happened import Given
from handlers.casework.letters.notice_buttons import buttons
from handlers.casework.perform import perform
from handlers.dialog.turn import Turn
from handlers.filing import form as filing
from handlers.filing.hearing import SURE
from handlers.texts.asking import questioned
from handlers.texts.sentences import Safe

MOST_LISTED = 5
Asked = tuple[Safe, list[list[Choice]]]
LATELY = timedelta(days=14)
"""So long thanks or "not solved" is for a case that is done (Signalen's window)."""


async def thanks(
    turn: Turn,
    reading: Reading,
) -> None:
    """Thanks after a case is kept with it, and whoever did it hears so; 真的好了？ is none."""
    if questioned(turn.event.text):
        return await _how_it_stands(turn)
    case = await lately(turn, (State.CLOSED, State.RESOLVED))
    if case is None:
        return turn.reply(turn.say("welcome"))
    async with confiding.apart(turn, case) as left:
        if left:
            await _keep_thanks(turn, case)


async def _keep_thanks(turn: Turn, case: Case) -> None:
    await perform(turn.scene, case, Act.ADD, Given(turn.event.text.strip()))
    name = await phrases.carer(turn.unit, turn.language, case)
    below = [list(row) for row in await _feedback(turn, case)]
    about = {"number": case.number, "name": name}
    turn.reply(turn.say("thanks-kept", **about), below, case_id=case.id)


async def _feedback(
    turn: Turn,
    case: Case,
) -> tuple[tuple[Choice, ...], ...]:
    solved = await decides(turn, case)
    return buttons(turn.language, case, "feedback") if solved else ()


async def decides(
    turn: Turn,
    case: Case,
) -> bool:
    """Whether their word ends it: whoever only follows has none."""
    return await permission.refusal_for(turn.scene, case, Act.CONFIRM) is None


async def not_solved(
    turn: Turn,
    reading: Reading,
) -> None:
    """The case that was done last goes on, with these words as the reason."""
    case = await lately(turn, (State.RESOLVED, State.CLOSED, State.REJECTED))
    if case is not None and await _only_follows(turn, case):
        await word_on_case(turn, case.id)
        return
    if case is None or await refusal_for(turn.scene, case, "reopen") is not None:
        # "broken again" of what nobody knows here: it is reported
        own = await turn.unit.cases.open_of(turn.person.id, MOST_LISTED)
        known = any(one.category == reading.category for one in own)
        clear = reading.category and reading.sure >= SURE and not known
        if clear or (reading.category and not own):
            return await filing.begin(turn)
        return await how_far.status(turn, reading)
    await confiding.reopen(turn, case)


async def _only_follows(
    turn: Turn,
    case: Case,
) -> bool:
    """Whether they may say so to its people, and not decide it."""
    follows = case.filer_id != turn.person.id
    return follows and await refusal_for(turn.scene, case, "reopen") is not None


async def _how_it_stands(turn: Turn) -> None:
    case = await lately(turn, (State.RESOLVED,))
    if case is None or not await decides(turn, case):
        return turn.reply(turn.say("all-right"))
    ask_as_before(turn, case)


async def confirmed(
    turn: Turn,
    reading: Reading,
) -> None:
    """好了: of a case that waits for its filer's word it is asked whether that is meant. What names
    a thing tells more than a nod, and goes to the case that is open: 就这个花盆.
    """
    case = await lately(turn, (State.RESOLVED,))
    if case is not None and await decides(turn, case):
        return ask_whether(turn, case)
    own = await turn.unit.cases.open_of(turn.person.id, 1)
    named = reading.category and reading.sure >= SURE
    if own and (named or things(turn.event.text)):
        await word_on_case(turn, own[0].id, matter=True)
        return
    turn.reply(turn.say("all-right"))


def ask_whether(
    turn: Turn,
    case: Case,
) -> None:
    """Whether it is solved, by the two buttons."""
    text, rows = asking(turn, case)
    turn.reply(text, rows, case_id=case.id)


def ask_as_before(turn: Turn, case: Case) -> None:
    text, rows = as_before(turn, case)
    turn.reply(text, rows, case_id=case.id)


def as_before(turn: Turn, case: Case) -> Asked:
    """The same as the notice asked it, with what was done."""
    title = phrases.title(turn.setup, turn.language, case, mine=True)
    return asking(turn, case, "notice-resolved", title=title, words=case.answer)


def asking(
    turn: Turn,
    case: Case,
    key: str = "confirm-which",
    **about: str,
) -> Asked:
    """These words with the two buttons below them."""
    rows = [list(row) for row in buttons(turn.language, case, "feedback")]
    return turn.say(key, number=case.number, **about), rows


async def lately(
    turn: Turn,
    states: tuple[State, ...],
) -> Case | None:
    """The case that was waited for and done last, if that was not long ago; that of which the words
    name the thing.
    """
    me = turn.person.id
    cases = await turn.unit.cases.filed_by(me, MOST_LISTED)
    cases = [*cases, *await followed(turn.unit, me, MOST_LISTED)]
    found = [one for one in cases if one.state in states and done_lately(turn, one)]
    said = [one for one in found if names(one, turn.event.text)]
    return max(said or found, key=lambda case: done_at(turn, case), default=None)


def done_lately(
    turn: Turn,
    case: Case,
) -> bool:
    return turn.unit.now - done_at(turn, case) <= LATELY


def done_at(
    turn: Turn,
    case: Case,
) -> datetime:
    """When it was solved, turned away, or closed as nobody said anything."""
    found = [one for one in (case.resolved_at, case.closed_at) if one is not None]
    return max(found, default=turn.unit.now)
