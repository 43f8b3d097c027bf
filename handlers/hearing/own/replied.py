"""A reply to a case one waits for, which says no more than what can be pressed there: 撤回, 催,
到哪了, 不等了, of one that is done 没解决. All else goes into the case.
"""

from __future__ import annotations

from domain.acts import Act
from domain.case import Case
from domain.messages import Choice
from domain.reading.model import Intent, Reading
from domain.standing import Standing
from handlers.actions.asking import commands
from handlers.actions.carers import told_fixed
from handlers.actions.emergencies import all_clear, emergencies
from handlers.actions.viewing import named_case
from handlers.casework.permission import refusal_for, standing_of
from handlers.contents import BUTTONS
from handlers.dialog.alone import alone
from handlers.dialog.consent import only_cancels
from handlers.dialog.offered import pressed
from handlers.dialog.turn import Turn
from handlers.hearing import on_a_card
from handlers.hearing.own import reply_to_done
from handlers.texts.words import asks, only


async def acted(turn: Turn, case_id: int, reading: Reading) -> bool:
    """Whether it was one, and is done or asked about."""
    case = await turn.unit.cases.get(case_id)
    if case is None:
        return False
    if alone(turn) and await reply_to_done.judged(turn, case, reading):
        return True
    if not case.open:
        return False
    mine = case.filer_id == turn.person.id
    if not mine and await told_fixed.of_this(turn, case):
        return True
    if not alone(turn):
        return False
    said = turn.event.text
    if not mine and _who_has(said):
        await commands.case(turn, case.number)
        return True
    if not mine:
        works = turn.person.staff and await on_a_card.in_private(turn, case)
        return works or await _leaves(turn, case, said)
    if asks("words-hurry", said, "words-polite"):
        await _press(turn, case, "hurry")
        return True
    if only("words-all-clear", said) and await _runs(turn, case):
        await all_clear.pressed(turn, case, "")
        return True
    if await _withdraws(turn, case, said):
        await _press(turn, case, "withdraw")
        return True
    if reading.intent is not Intent.STATUS or not reading.said:
        return False
    await named_case.one(turn, case)
    return True


def _who_has(said: str) -> bool:
    """Whether it is only asked who has it: the card says so."""
    return asks("words-who-has", said, "words-who-has-fill", "words-polite")


async def _leaves(turn: Turn, case: Case, said: str) -> bool:
    """Whether somebody who only waits for it waits no longer."""
    if not (only_cancels(said) or asks("words-stop-waiting", said, "words-polite")):
        return False
    if await standing_of(turn.unit, turn.person, case) is Standing.NONE:
        return False
    await _press(turn, case, "leave")
    return True


async def _press(turn: Turn, case: Case, act: str) -> None:
    turn.event = pressed(turn, Choice("", f"c:{case.id}:{act}"))
    await BUTTONS["c"](turn, turn.event.data.partition(":")[2])


async def _runs(turn: Turn, case: Case) -> bool:
    """Whether it is the emergency that goes on here."""
    running = await emergencies.running(turn)
    return running is not None and running.id == case.id


async def _withdraws(turn: Turn, case: Case, said: str) -> bool:
    """Whether they take it back, and may."""
    if not (only_cancels(said) or asks("words-leave-it", said, "words-polite")):
        return False
    return await refusal_for(turn.scene, case, Act.WITHDRAW) is None
