"""Buttons on a case: what each press does. Acts that need a word open a prompt in private."""

from __future__ import annotations

from domain.case import Case
from handlers.actions.choices import WANTS
from handlers.actions.doing import check, do
from handlers.actions.done import done
from handlers.actions.presses import PRESSES
from handlers.actions.prompts import open_prompt
from handlers.actions.table import ACTS
from handlers.casework import phrases, undo
from handlers.casework.happened import Given
from handlers.casework.permission import case_for
from handlers.dialog import questions
from handlers.dialog.turn import Refused, Turn, whole
from storage.sent_messages import SentMessage

OLD_NAMES = {"to": "hand_on"}
"""On buttons of before 0.3."""


async def on_case(turn: Turn, data: str) -> None:
    """`c:<case id>:<act>[:<value>]`; an act with a `?` is still being chosen for."""
    number, _, rest = data.partition(":")
    name, _, value = rest.partition(":")
    case_id = whole(number)
    if case_id is None:
        raise Refused("refuse-old-button")
    case = await _found(turn, case_id, name)
    if name in PRESSES:
        return await PRESSES[name](turn, case, value)
    name, choosing_on = name.removesuffix("?"), name.endswith("?")
    name = OLD_NAMES.get(name, name)
    if name not in ACTS:
        raise Refused("refuse-old-button")
    await begin(turn, case, name, value, choosing_on)


async def _found(turn: Turn, case_id: int, name: str) -> Case:
    """The case, which its actor may not see any more where they want to take back a step."""
    row = ACTS.get(name)
    if row is not None and row.guard_alone:
        return await undo.own_step(turn, case_id)
    return await case_for(turn, case_id)


async def begin(
    turn: Turn,
    case: Case,
    name: str,
    value: str,
    choosing_on: bool = False,
    words: str = "",
) -> None:
    """Does it, or asks for what is still missing: first a choice, then a word."""
    row = ACTS[name]
    if row.wants and (choosing_on or not value):
        return await _offer(turn, case, name, value, choosing_on)
    if row.doubt is not None:
        await check(turn.scene, case, name)
        if await row.doubt(turn, case, value):
            return
    if row.words and not words:
        return await open_prompt(turn, name, case, value)
    case = await do(turn.scene, case, name, value, Given(words))
    if words:
        _remember(turn, case, row.act.value)
    if row.toast and turn.event.press_ref:
        now, setup = turn.unit.now, turn.setup
        due = phrases.when(turn.language, case.resolve_due, now, setup)
        return turn.toast(row.toast, number=case.number, due=due)
    turn.toast()
    await done(turn, case, name, words)


def _remember(turn: Turn, case: Case, shape: str) -> None:
    """An edit of the command is followed."""
    number = turn.event.message_id
    if number:
        sent = SentMessage(turn.event.chat, number, case.id, None, shape=shape)
        turn.unit.sent_messages.add(sent)


async def _offer(turn: Turn, case: Case, name: str, value: str, again: bool) -> None:
    row, shown = ACTS[name], name.replace("_", "-")
    await check(turn.scene, case, name)
    rows = await WANTS[row.wants].offer(turn, case, name, value)
    if not rows:
        raise Refused(row.nothing or f"refuse-none-{shown}")
    turn.toast("" if turn.event.private else "toast-in-private")
    if not again:
        await questions.ask(turn, "choice", {"case": case.id, "act": name})
    text = turn.say(f"choose-{shown}", number=case.number)
    turn.reply(text, rows, edit=again, case_id=case.id)
