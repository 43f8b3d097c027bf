"""The cases that may be the same as one, each to look at or to merge."""

from __future__ import annotations

from domain.case import Case
from domain.messages import Choice
from handlers.actions.viewing.showing import seen
from handlers.casework import duplicates
from handlers.casework.carers import shops
from handlers.dialog.turn import Refused, Turn
from handlers.texts.sentences import Safe


async def show_like(turn: Turn, case: Case, value: str) -> None:
    """The cases that may be the same, each to look at or to merge."""
    found = await duplicates.like(turn.unit, case)
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
