"""Still with us? One press keeps one's posts, one leaves them, one brings back what rests."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

from domain.members import LIVE, MemberState
from handlers.dialog.turn import Refused, Turn
from handlers.members import seats
from handlers.members.applying import TIMER
from handlers.members.deciding import SILENT
from handlers.members.found import terms

ACTIVE = (MemberState.MEMBER,)
RESTING = (MemberState.RESTING,)


async def keep(turn: Turn) -> None:
    await _all(turn, ACTIVE, MemberState.MEMBER)
    _asked_later(turn)
    _done(turn, "done-member-keep")


async def back(turn: Turn) -> None:
    await _all(turn, RESTING, MemberState.MEMBER)
    _asked_later(turn)
    _done(turn, "done-member-return")


async def leave_all(turn: Turn) -> None:
    await _all(turn, LIVE, MemberState.LEFT)
    await seats.give_up(turn.scene, turn.person.id)
    turn.unit.timers.set(SILENT, turn.person.id, None)
    _done(turn, "done-member-quit")


async def _all(
    turn: Turn,
    from_: Collection[MemberState],
    to: MemberState,
) -> None:
    """Raises Refused where they have none in these states."""
    unit = turn.unit
    has = [one for one in await unit.members.of(turn.person.id) if one.state in from_]
    if not has:
        raise Refused("refuse-member-none")
    for one in has:
        await unit.members.move(one.id, from_, to)
        unit.timers.set(TIMER, one.id, None)


def _asked_later(turn: Turn) -> None:
    days = timedelta(days=terms(turn.setup).silent_days)
    turn.unit.timers.set(SILENT, turn.person.id, turn.unit.now + days)


def _done(turn: Turn, key: str) -> None:
    turn.toast()
    turn.reply(turn.say(key), edit=True)
