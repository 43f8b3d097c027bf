"""What somebody hears to each act of a room, tried as a press of theirs."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from enum import StrEnum
from typing import Any

from domain.messages import Event, EventKind
from handlers.dialog.turn import Refused, Turn
from tests.house import Actor, TestHouse

ForAct = Callable[[Turn, int, Any], Awaitable[Any]]


async def answers(
    house: TestHouse, who: Actor, subject: int, acts: Iterable[StrEnum], may: ForAct
) -> dict[str, str]:
    """By act: '' where they may, else the key of the refusal."""
    found = {}
    press = Event("x", who.address, who.address, EventKind.PRESS)
    async with house.database.unit() as unit:
        await unit.people.load([who.address])
        person = unit.people.at(who.address)
        assert person is not None
        turn = Turn(press, unit, house.setup, person)
        for act in acts:
            try:
                await may(turn, subject, act)
                found[act.value] = ""
            except Refused as refused:
                found[act.value] = refused.key
    return found
