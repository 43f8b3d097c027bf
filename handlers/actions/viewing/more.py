"""The second page: everything else that this person can do to the case now."""

from __future__ import annotations

from domain.case import Case
from domain.kinds import Kind
from domain.privacy import Privacy
from handlers.actions.doing import refusal_for
from handlers.actions.table import RARE
from handlers.actions.viewing.showing import seen
from handlers.dialog.rows import abreast
from handlers.dialog.turn import Refused, Turn

WIDE = 3  # buttons in a row


async def more(turn: Turn, case: Case, value: str) -> None:
    scene = turn.scene
    names = [name for name in RARE if await refusal_for(scene, case, name) is None]
    buttons = [
        turn.choice(f"button-{name.replace('_', '-')}", f"c:{case.id}:{name}")
        for name in names
    ]
    if turn.setup.matching is not None and turn.person.staff and listable(case):
        listed = turn.choice("button-listing-from-case", f"li:case:{case.id}")
        buttons.append(listed)
    if not buttons:
        raise Refused("refuse-nothing-more", number=case.number)
    turn.toast("" if turn.event.private else "toast-in-private")
    rows = abreast(buttons, WIDE)
    what = seen(turn, case)
    text = turn.say("more-title", number=case.number, what=what)
    turn.reply(text, rows, case_id=case.id)


def listable(case: Case) -> bool:
    """Whether its need may stand on a list that others read."""
    shown = case.privacy is not Privacy.CONFIDENTIAL
    whole = case.parent_id is None
    return case.open and whole and case.kind is not Kind.HAZARD and shown
