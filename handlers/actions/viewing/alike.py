"""The cases that may be the same as one, each to look at or to merge."""

from __future__ import annotations

from domain.case import Case
from domain.messages import Choice
from handlers.actions.viewing.showing import seen
from handlers.casework import duplicates
from handlers.casework.carers import shops
from handlers.casework.permission import visible
from handlers.dialog.turn import Refused, Turn
from handlers.texts.sentences import Safe


async def show_like(turn: Turn, case: Case, value: str) -> None:
    """Of the cases that may be the same those that this person may see."""
    unit, me = turn.unit, turn.person
    alike = await duplicates.like(unit, case)
    found = [one for one in alike if await visible(unit, me, one)]
    if not found:
        raise Refused("refuse-none-merge")
    turn.toast("" if turn.event.private else "toast-in-private")
    lines = [turn.say("like-title", number=case.number)]
    rows = []
    for one in found:
        at = shops.told_at(turn, one, one.filed_at)
        about = {"number": one.number, "what": seen(turn, one), "at": at}
        lines.append(turn.say("like-line", **about))
        rows.append(_like_row(turn, case, one))
    turn.reply(Safe("\n".join(lines)), rows, case_id=case.id)


def _like_row(turn: Turn, case: Case, one: Case) -> list[Choice]:
    into, take_in = f"c:{case.id}:merge:{one.id}", f"c:{case.id}:take_in:{one.id}"
    return [
        Choice(one.number, f"c:{one.id}:open"),
        turn.choice("button-into", into, number=one.number),
        turn.choice("button-take-in-one", take_in, number=one.number),
    ]
