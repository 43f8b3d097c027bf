"""A confidential case that complains of somebody of the staff is opened: they would read it at
once. Its filer was promised that they do not, so it stays closed; where they are only named,
whoever opens it is asked first.
"""

from __future__ import annotations

from domain.case import Case
from domain.named import blamed, blames
from domain.privacy import Privacy
from handlers.actions.changes import STILL
from handlers.dialog.turn import Refused, Turn


async def asked(
    turn: Turn,
    case: Case,
    value: str,
) -> bool:
    """Whether it was. Raises Refused where somebody is plainly complained of."""
    closed = case.privacy is Privacy.CONFIDENTIAL
    if not closed or value == Privacy.CONFIDENTIAL:
        return False
    staff = turn.unit.directory.staff.values()
    people = [one for one in staff if blamed(one, case)]
    names = turn.label("names-and").join(one.name for one in people)
    if any(blames(case.words, one, case.area) for one in people):
        raise Refused("refuse-privacy-named", names=names)
    if not people or value.endswith(STILL):
        return False
    turn.toast("" if turn.event.private else "toast-in-private")
    still = turn.choice("button-privacy-still", f"c:{case.id}:privacy:{value}{STILL}")
    keep = turn.choice("button-privacy-keep", f"c:{case.id}:open")
    text = turn.say("ask-privacy-named", number=case.number, names=names)
    turn.reply(text, [[still, keep]], edit=True, case_id=case.id)
    return True
