"""撤销, 点错了, "undo": what one's last message did is taken back, as the button below it does. An
older step waits for a press.
"""

from __future__ import annotations

from collections.abc import Sequence

from domain.acts import Act
from domain.case import Case
from domain.messages import Choice
from domain.offered_cases import cases_in
from domain.reading.model import Reading
from handlers.actions.carers.steps import (
    SENT,
    Step,
    done_before,
    last_lines,
    of_lines,
    step_label,
    take_back,
)
from handlers.actions.viewing.in_charge import in_charge
from handlers.casework.rearranging.undo import WITHIN, own_last
from handlers.dialog.alone import line_of_staff
from handlers.dialog.marks import open_drafts
from handlers.dialog.turn import Refused, Turn
from handlers.texts.asking import unasked, wonders
from handlers.texts.sentences import Safe
from handlers.texts.words import anywhere, asks

BESIDE = ("words-polite", "words-sorry", "words-slip-why")
ORDERED = (Act.ACCEPT, Act.HAND_ON, Act.RETURN, Act.HOLD, Act.RESUME, Act.EXTEND)
"""What is done beside what somebody writes."""
LONGEST = 40
"""Letters: whoever says more says more than that (ours)."""


async def asked(turn: Turn, reading: Reading) -> bool:
    """Whether it was meant so. 撤销 is done at once right behind the step. 撤销？ asks, 点错了
    tells of a mistake: these wait for a press, and so does what is older.
    """
    said = turn.event.text
    undo = asks("words-undo", said, *BESIDE)
    slip = asks("words-slip", said, *BESIDE, "words-this") or _may(said)
    if not (undo or slip):
        return False
    steps = await of_last_message(turn)
    if undo and steps:
        await take_back(turn, steps)
        return True
    if undo and await _sent(turn):
        return True
    step = await last(turn)
    if step is not None:
        offer(turn, step)
        return True
    if not await turn.unit.cases.open_of(turn.person.id, 1):
        raise Refused("refuse-undo", minutes=int(WITHIN.total_seconds()) // 60)
    return False


async def of_message(turn: Turn) -> bool:
    """Whether what was sent shall be unsaid, 发错人了: a step is, words that were read are not."""
    said = turn.event.text
    if line_of_staff(turn, LONGEST) and await _beside_a_form(turn):
        return True
    if line_of_staff(turn, LONGEST) and asks("words-note-wrong", said, *BESIDE):
        turn.reply(turn.say("note-stays"))
        return True
    if not line_of_staff(turn, LONGEST) or not asks("words-sent-wrong", said, *BESIDE):
        return False
    if await open_drafts(turn):
        return False  # it may be of what is written there
    step = await last(turn)
    if step is None:
        turn.reply(turn.say("sent-stays"))
    else:
        offer(turn, step)
    return True


async def _beside_a_form(turn: Turn) -> bool:
    """给错了 right behind an order that was given while something is written: it is of that."""
    said = turn.event.text
    slip = asks("words-slip-given", said, *BESIDE)
    steps = await of_last_message(turn) if slip and await open_drafts(turn) else []
    ordered = [one for one in steps if one[1].act in ORDERED]
    if ordered:
        offer(turn, ordered[-1])
    return bool(ordered)


def _may(said: str) -> bool:
    """Whether it asks for it: 撤销？, 能撤销吗, "can I undo that"."""
    if wonders("words-undo", said, *BESIDE):
        return True
    asked = unasked(said)
    may = anywhere("words-may").search(asked.lower()) is not None
    return may and asks("words-undo", asked, *BESIDE, "words-may", "words-this")


async def _sent(turn: Turn) -> bool:
    """Whether their last message sent words, which nobody takes back; an older step stays."""
    acts = {line.act for line in await last_lines(turn)}
    if acts.isdisjoint(SENT):
        return False
    turn.reply(turn.say("sent-stays"))
    return True


def offer(
    turn: Turn,
    step: Step,
    words: str = "",
    below: Sequence[Choice] = (),
) -> None:
    """To take it back by a press; with the `words` that are to be said then, and what else may be
    meant.
    """
    case, line = step
    about = {
        "number": case.number,
        "step": step_label(turn, line),
    }
    turn.undoes = (line.id,)
    lines = [turn.say("undo-which", **about)]
    if words:
        lines.append(turn.say("undo-then", words=words))
    button = turn.choice("button-undo", f"c:{case.id}:undo:{line.id}")
    rows = [[button], *([one] for one in below)]
    turn.reply(Safe("\n".join(lines)), rows, case_id=case.id)


async def last(turn: Turn) -> Step | None:
    """Their newest step that can be taken back: of their last message, else of the cases that they
    carry or that stand here.
    """
    steps = await done_before(turn)
    if steps:
        return steps[-1]
    return max(await steps_now(turn), key=lambda step: step[1].id, default=None)


async def steps_now(turn: Turn) -> list[Step]:
    """All that can be taken back of what they did last, or that stands here."""
    found = await done_before(turn)
    for case in await _looked_at(turn):
        line = await own_last(turn.scene, case)
        if line is not None:
            found.append((case, line))
    return found


async def of_last_message(turn: Turn) -> list[Step]:
    """What their last message did and can be taken back still: nothing that is older."""
    return await of_lines(turn, await last_lines(turn))


async def _looked_at(turn: Turn) -> list[Case]:
    since = turn.unit.now - WITHIN
    carried = await in_charge(turn)
    known = {
        case.id: case
        for case in carried
        if case.touched_at is None or case.touched_at >= since
    }
    for number in cases_in(await turn.unit.offers.last(turn.private)):
        case = known.get(number) or await turn.unit.cases.get(number)
        if case is not None:
            known[number] = case
    return [*known.values()]
