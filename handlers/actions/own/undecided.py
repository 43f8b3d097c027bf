"""Neither yes nor no, where it was asked whether something is solved: a question how it stands,
"probably", 我不在那了. It is asked again; what else is told goes to whoever did it.
"""

from __future__ import annotations

from domain.acts import Act
from domain.case import Case
from domain.reading.model import Intent, Reading
from domain.states import State
from domain.things import things
from domain.told_of import names
from handlers.actions.on_case import confiding
from handlers.actions.own import how_far, talk
from handlers.actions.viewing.case_lines import ended, opens
from handlers.casework import phrases
from handlers.casework.happened import Given
from handlers.casework.perform import perform
from handlers.dialog.alone import alone
from handlers.dialog.asked_whether import asked
from handlers.dialog.turn import Turn
from handlers.texts.asking import questioned
from handlers.texts.words import anywhere, asks, only, plain

OPEN = (Intent.CHAT, Intent.CONFIRM)
"""What words that neither ask nor tell of a matter are taken for."""

NO_IDEA = ("words-whether-done", "words-whether-fill", "words-polite")
LOOKED_AT = 5
ENDED = (State.CLOSED, State.REJECTED)


async def status(
    turn: Turn,
    reading: Reading,
) -> None:
    """How one's own cases stand: those that are open, and the one that waits for one's word where
    it is that, or nothing else, that may be meant.
    """
    own = await turn.unit.cases.open_of(turn.person.id, LOOKED_AT)
    named = any(names(one, turn.event.text) for one in own)
    case = await _just_asked(turn) if own else await _waiting(turn)
    last = None if own or case else await ended_lately(turn)
    if last is not None:
        return turn.reply(await ended(turn, last), [[opens(last)]])
    if own or case is None:
        await how_far.status(turn, reading)
    if case is not None and not named:
        talk.ask_as_before(turn, case)


async def ended_lately(turn: Turn) -> Case | None:
    """The own one that ended last, unless the words name another thing."""
    last, named = await talk.lately(turn, ENDED), things(turn.event.text)
    if last is None or last.filer_id != turn.person.id:
        return None
    return None if named and named.isdisjoint(things(last.words)) else last


async def complained(
    turn: Turn,
    reading: Reading,
) -> None:
    """没人来过: nothing of theirs is open, or it is said of what was closed, so it says that what
    was done lately was not. Any other complaint is answered by the question that waits.
    """
    said, own = turn.event.text, await turn.unit.cases.open_of(turn.person.id, 1)
    of_done = not own or anywhere("words-called-closed").search(plain(said))
    if of_done and says_undone(said):
        return await _not_done(turn, reading)
    case = None if own else await _waiting(turn)
    if case is None:
        return await how_far.status(turn, reading)
    talk.ask_as_before(turn, case)


def says_undone(said: str) -> bool:
    """没人来过, 还没亮: what was done was not."""
    told = plain(said)
    undone = anywhere("words-nobody-came").search(told)
    return bool(undone or anywhere("words-as-before").search(told))


async def unknown(turn: Turn, reading: Reading) -> bool:
    """Whether a rider says that they do not know if it is done, and nothing else: 不知道修没修."""
    said = turn.event.text
    if turn.person.staff or not alone(turn):
        return False
    if not asks("words-cannot-tell", said, *NO_IDEA):
        return False
    if not anywhere("words-whether-done").search(plain(said)):
        return False
    case = await _just_asked(turn) or await _waiting(turn)
    if case is not None:
        _whenever(turn, case)
    elif await talk.lately(turn, (State.CLOSED,)) is not None:
        turn.reply(turn.say("closed-whenever"))
    else:
        return False
    return True


def _whenever(turn: Turn, case: Case) -> None:
    text, rows = talk.asking(turn, case, "verdict-whenever")
    turn.reply(text, rows, case_id=case.id)


async def _not_done(turn: Turn, reading: Reading) -> None:
    """Of the one that was asked of just now, else of the last."""
    case = await _just_asked(turn)
    if case is None:
        return await talk.not_solved(turn, reading)
    await confiding.reopen(turn, case)


async def heard(
    turn: Turn,
    reading: Reading,
) -> bool:
    """Whether it came right after that question, and no rule knows it."""
    said = turn.event.text.strip()
    if reading.intent not in OPEN or only("words-polite", said):
        return False
    case = await _just_asked(turn)
    if case is None:
        return False
    if questioned(said):
        talk.ask_as_before(turn, case)
    elif only("words-undecided", said, "words-no-idea", "words-polite"):
        _whenever(turn, case)
    else:
        await _pass_on(turn, case)
    return True


async def _pass_on(
    turn: Turn,
    case: Case,
) -> None:
    async with confiding.apart(turn, case) as left:
        if not left:
            return
        await perform(turn.scene, case, Act.ADD, Given(turn.event.text.strip()))
    name = await phrases.carer(turn.unit, turn.language, case)
    text, rows = talk.asking(turn, case, "verdict-passed-on", name=name)
    turn.reply(text, rows, case_id=case.id)


async def _just_asked(turn: Turn) -> Case | None:
    """The case of which it was asked last, with nothing since."""
    case_id = await asked(turn)
    case = await turn.unit.cases.get(case_id) if case_id is not None else None
    waits = case is not None and case.state is State.RESOLVED
    return case if case and waits and await talk.decides(turn, case) else None


async def _waiting(turn: Turn) -> Case | None:
    case = await talk.lately(turn, (State.RESOLVED,))
    return case if case and await talk.decides(turn, case) else None
