"""Who filed a case takes it back, who waits with them stops waiting."""

from __future__ import annotations

from domain.acts import Act
from domain.case import Case
from domain.standing import Standing
from handlers.casework.happened import TOLD_NOBODY, Given
from handlers.casework.perform import perform
from handlers.casework.permission import refusal_for, standing_of
from handlers.dialog import questions
from handlers.dialog.turn import Refused, Turn


async def withdraw(
    turn: Turn,
    case: Case,
    value: str,
    words: str = "",
) -> None:
    """Asks once, since a cold thumb slips. Where others wait too, the case goes on for them. The
    `words` say why, such as that it is all right again.
    """
    refused = await refusal_for(turn.scene, case, Act.WITHDRAW)
    if refused is not None:
        raise refused
    turn.toast()
    followers = turn.unit.followers
    others = bool(case.joined and case.open and await followers.of(case.id))
    if value != "yes":
        return await _ask(turn, case, others)
    if others:
        note = Given("\n".join(filter(None, (words, turn.label("withdrawn-note")))))
        gone = {"filer_id": None}
        await perform(turn.scene, case, Act.ADD, note, gone, TOLD_NOBODY)
        text = turn.say("done-withdraw-others", number=case.number)
        return turn.reply(text, edit=True)
    await perform(turn.scene, case, Act.WITHDRAW, Given(words))
    key = "done-over" if words else "done-withdraw"
    text = turn.say(key, number=case.number)
    turn.reply(text, edit=True, case_id=case.id)


async def _ask(
    turn: Turn,
    case: Case,
    others: bool,
) -> None:
    """By two buttons; a typed yes or no is as good."""
    yes, no = f"{case.id}:withdraw:yes", f"{case.id}:open"
    await questions.ask_once(turn, "withdraw", yes, no)
    sure = turn.choice("button-withdraw-sure", f"c:{case.id}:withdraw:yes")
    keep = turn.choice("button-keep", f"c:{case.id}:open")
    key = "withdraw-sure-others" if others else "withdraw-sure"
    turn.reply(turn.say(key, number=case.number), [[sure, keep]], edit=True)


async def leave(
    turn: Turn,
    case: Case,
    value: str,
) -> None:
    """Who joined need not wait any more; the case goes on."""
    followers = turn.unit.followers
    if await standing_of(turn.unit, turn.person, case) is Standing.NONE:
        raise Refused("refuse-old-button")
    note = Given(turn.label("left-note"))
    fewer = {"joined": case.joined - 1}
    await perform(turn.scene, case, Act.ADD, note, fewer, TOLD_NOBODY)
    await followers.drop(case.id, person_id=turn.person.id)
    turn.toast()
    turn.reply(turn.say("done-withdraw-others", number=case.number), edit=True)
