"""0001 抓紧办: whoever leads reminds the one who has it. What else is said behind a serial may be
kept with that case.
"""

from __future__ import annotations

from domain.case import Case
from domain.reading.model import Reading
from domain.values.number import case_number
from domain.values.numbers_said import Parted, leading
from handlers.actions.asking.commands import find, seen_as
from handlers.actions.carers import in_hand, serials
from handlers.actions.carers.about_case import able, told_last
from handlers.actions.carers.recategorised import numbered_apart
from handlers.actions.doing import do, refusal_for
from handlers.actions.viewing.whose import say_whose
from handlers.casework import phrases
from handlers.casework.happened import Given
from handlers.dialog.turn import Turn
from handlers.texts.words import asks

BESIDE = ("words-polite", "words-this", "words-nudge-fill")
HURRIES = ("words-press-on", "words-nudge", "words-hurry")


async def asked(turn: Turn, reading: Reading) -> bool:
    """Whether it was one of both. Raises Refused for a number that nothing has."""
    said = turn.event.text.strip()
    found = leading(said)
    if not found.numbers:
        found = Parted(*numbered_apart(said))
    behind = found.rest if found.numbers else said
    hurries = any(asks(key, behind, *BESIDE) for key in HURRIES)
    if len(found.numbers) > 1 or not (hurries or found.numbers) or not behind:
        return False
    case = await _meant(turn, found.numbers)
    if case is None:
        return False
    if hurries and await _heads(turn, case):
        await _remind(turn, case)
        return True
    words = (
        found.numbers
        and found.numbers[0].lstrip("#").isdecimal()
        and await able(turn, case, in_hand.ACTS)
    )
    if words:
        await in_hand.ask(turn, (case,))
    return bool(words)


async def _meant(turn: Turn, numbers: tuple[str, ...]) -> Case | None:
    """By its number; else the one that was told of last, or opened."""
    if numbers:
        plainly = numbers[0].startswith("0") or case_number(numbers[0])
        if not plainly and not await seen_as(turn, numbers[0]):
            return None  # 3号下午去 may be a day, 102 a room, 119 who comes
        return await find(turn, numbers[0])
    last = await told_last(turn)
    shown = serials.opened(await turn.unit.offers.last(turn.private))
    return last or (await turn.unit.cases.get(shown) if shown is not None else None)


async def _heads(turn: Turn, case: Case) -> bool:
    """Whether they lead there, and somebody else has it."""
    leads = await refusal_for(turn.scene, case, "supervise") is None
    return leads and case.assignee_id != turn.person.id


async def _remind(turn: Turn, case: Case) -> None:
    if case.assignee_id is None:
        return await say_whose(turn, case)
    await do(turn.scene, case, "note", "", Given(turn.event.text.strip()))
    name = await phrases.carer(turn.unit, turn.language, case)
    text = turn.say("done-press-on", number=case.number, name=name)
    row = [turn.choice("button-supervise", f"c:{case.id}:supervise")]
    turn.reply(text, [row], case_id=case.id)
