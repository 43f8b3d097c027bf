"""An edit of words that went somewhere already: a danger in it is a new message of it, what is
confidential a draft of its own, and all else goes where they went.
"""

from __future__ import annotations

from dataclasses import replace

from domain.acts import Act
from domain.case import Case
from domain.messages import EventKind
from domain.reading.model import Reading
from handlers.actions.corrections import miscalled, misplaced
from handlers.actions.emergencies import emergencies
from handlers.actions.on_case import confiding
from handlers.actions.on_case.words import edited_word
from handlers.dialog.turn import Turn
from handlers.filing.hearing import heard, read_text
from handlers.hearing.endangered import danger
from handlers.hearing.no_alarm import about_it


async def into_danger(turn: Turn, words: str) -> bool:
    """Whether these words of a case tell of a danger that was not told there before: then the
    numbers come first and its people are called, at the place of that case.
    """
    event = turn.event
    sent = await turn.unit.sent_messages.at(event.chat, event.message_id)
    case = await turn.unit.cases.get(sent.case_id) if sent and sent.case_id else None
    if case is None or not event.private:
        return False
    told = replace(
        event,
        kind=EventKind.MESSAGE,
        text=words.strip(),
        reply_to=event.message_id,
    )
    turn.event = told
    reading = heard(turn)
    turn.event = event
    if reading.danger is None or await known(turn, case, reading):
        return False
    turn.event = told
    return await danger(turn, reading, [])


async def into_case(turn: Turn, words: str) -> None:
    """What was changed goes to the case of the message; not what others there may not read."""
    event = turn.event
    sent = await turn.unit.sent_messages.at(event.chat, event.message_id)
    case = await turn.unit.cases.get(sent.case_id) if sent and sent.case_id else None
    if case is None or not event.private:
        return await _follow(turn, words)
    turn.event = replace(event, text=words.strip())
    name = Act.ANSWER if sent and sent.shape == Act.ANSWER else Act.ADD
    async with confiding.apart(turn, case, name.value) as left:
        if left:
            said = turn.event.text
            turn.event = event
            await _follow(turn, said)


async def _follow(turn: Turn, words: str) -> None:
    if not await misplaced.edited(turn, words):
        await edited_word(turn, words)
    await miscalled.edited(turn, words)


async def known(
    turn: Turn,
    case: Case,
    reading: Reading,
) -> bool:
    """Whether its people know: it is the emergency that runs, a danger stands in it already, or
    staff only write about what the case is.
    """
    running = await emergencies.running(turn)
    if running is not None and running.id == case.id:
        return True
    if turn.person.staff and about_it(case, reading):
        return True
    lines = await turn.unit.history.of(case.id)
    said = [case.words, *(line.words for line in lines)]
    return any(read_text(turn, one).danger is not None for one in said if one)
