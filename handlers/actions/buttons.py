"""Buttons on a case: what each press does. Acts that need a word open a prompt in private."""

from __future__ import annotations

from domain.case import Case
from handlers.actions.asking.beginning import begin
from handlers.actions.presses import PRESSES
from handlers.actions.table import ACTS
from handlers.casework.permission import case_for
from handlers.casework.rearranging import undo
from handlers.dialog.turn import Refused, Turn, whole

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
