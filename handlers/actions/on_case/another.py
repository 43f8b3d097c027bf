"""What went to a case and was another matter: one press makes a filing of it."""

from __future__ import annotations

from domain.acts import Act
from domain.case import Case
from domain.kinds import Urgency
from handlers.actions import after, waiting
from handlers.casework.rearranging.moved import moved
from handlers.dialog import between, conversation
from handlers.dialog.turn import Refused, Turn, whole
from handlers.filing.anew import attached, from_words
from handlers.filing.anew import from_line as filed
from handlers.filing.form import FILING
from handlers.filing.taken_along import begun
from storage.history import Line


async def from_line(turn: Turn, data: str) -> None:
    """`n:<history line>`: what went to a case starts a filing of its own, and is taken from that
    case as soon as that is filed; whoever is on it hears so then. What was taken for an answer is
    awaited still.
    """
    line, case = await own_line(turn, data)
    turn.toast()
    draft = await begun(turn, line)
    if draft is not None:
        return await conversation.proceed(turn, FILING, draft)
    came = attached(await turn.unit.media.of_line(line.id))
    if line.act is Act.TELL and case.urgency is not Urgency.URGENT:
        turn.said_of = case.id  # a danger that its filer was warned of is there
    await filed(turn, line, came)
    if case.open and line.act is Act.ANSWER:
        await await_again(turn, case)


async def own_line(turn: Turn, data: str) -> tuple[Line, Case]:
    """What this person said to a case and is still there; and that case. Raises Refused."""
    number = whole(data)
    line = await turn.unit.history.line(number) if number is not None else None
    if line is None or line.actor_id != turn.person.id:
        raise Refused("refuse-old-button")
    case = await turn.unit.cases.get(line.case_id)
    if case is None or line.id in moved(await turn.unit.history.of(case.id)):
        raise Refused("refuse-old-button")
    return line, case


async def from_side(turn: Turn, data: str) -> None:
    """`side:<what>:<number>:<words>`: what went to the other side of a wish or an order."""
    words = await between.taken(turn, data.rpartition(":")[2])
    turn.toast()
    await from_words(turn, words)


async def await_again(turn: Turn, case: Case) -> None:
    """What was asked has no answer yet: beneath a filing that was made of it."""
    about = await after.the_question(turn, case)
    await waiting.wait_for_the_answer(turn, case, about["question"])
