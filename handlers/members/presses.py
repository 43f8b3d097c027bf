"""The buttons of this room: `member:VERB[:ID]` or `member:VERB:AREA`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from domain.members import MemberAct
from handlers.dialog.command import Handler
from handlers.dialog.turn import Refused, Turn, whole
from handlers.members import (
    announcing,
    applying,
    deciding,
    errand_form,
    listing,
    page,
    staying,
)
from handlers.members.found import terms

Press = Callable[[Turn], Awaitable[None]]
OfOne = Callable[[Turn, int], Awaitable[None]]


async def on_member(turn: Turn, rest: str) -> None:
    """Whatever may be pressed here; what is no verb is an old button."""
    terms(turn.setup)
    verb, _, number = rest.partition(":")
    if verb in PRESSES:
        return await PRESSES[verb](turn)
    if verb in OF_AREA:
        return await OF_AREA[verb](turn, number)
    member_id = whole(number)
    if verb not in OF_ONE or member_id is None:
        raise Refused("refuse-old-button")
    await OF_ONE[verb](turn, member_id)


async def _mine(turn: Turn) -> None:
    await page.member(turn, "")


def _asks(act: MemberAct) -> OfOne:
    async def press(turn: Turn, member_id: int) -> None:
        await deciding.ask(turn, member_id, act)

    return press


PRESSES: dict[str, Press] = {
    "mine": _mine,
    "apply": applying.begin,
    "keep": staying.keep,
    "return": staying.back,
    "quit": staying.leave_all,
}
OF_AREA: dict[str, Handler] = {
    "recruit": announcing.recruit,
    "news": announcing.news,
    "who": listing.who,
    "errand": errand_form.errand,
}
"""Checked against whom the area is led by, each time."""

OF_ONE: dict[str, OfOne] = {
    "leave": page.leave,
    **{act.value: _asks(act) for act in deciding.FORMS},
}
