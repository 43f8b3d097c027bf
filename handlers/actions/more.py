"""The second page: everything else that this person can do to the case now."""

from __future__ import annotations

from domain.case import Case
from handlers.actions.doing import refusal_for
from handlers.actions.showing import seen
from handlers.actions.table import RARE
from handlers.dialog.turn import Refused, Turn

WIDE = 3  # buttons in a row


async def more(turn: Turn, case: Case, value: str) -> None:
    scene = turn.scene
    names = [name for name in RARE if await refusal_for(scene, case, name) is None]
    if not names:
        raise Refused("refuse-nothing-more", number=case.number)
    buttons = [
        turn.choice(f"button-{name.replace('_', '-')}", f"c:{case.id}:{name}")
        for name in names
    ]
    turn.toast("" if turn.event.private else "toast-in-private")
    rows = [buttons[i : i + WIDE] for i in range(0, len(buttons), WIDE)]
    what = seen(turn, case)
    text = turn.say("more-title", number=case.number, what=what)
    turn.reply(text, rows, case_id=case.id)
