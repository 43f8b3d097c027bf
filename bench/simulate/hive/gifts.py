"""Gifts: ordered with points, fetched by a second person's press, given up, or not fetched."""

from __future__ import annotations

from typing import Any

from bench.simulate.hive.acting import Acting, Script
from bench.simulate.hive.scale import REDEEMED

LOOKS = REDEEMED * 4
"""Most who look have too few points."""
FETCHED, CANCELLED = 0.78, 0.08
FIGURES = r"(\d{3} \d{3})"


def begin(world: Any) -> None:
    for _ in range(world.scale.of(LOOKS, least=3)):
        bee = world.chance.choice(world.bees)
        bee.then(world.moment(first=0.3), looks(bee))


def looks(me: Acting) -> Script:
    figures = yield from ordered(me)
    if figures is None:
        return
    if me.odds(CANCELLED):
        yield me.around(20)
        yield me.presses(r"gift:cancel:\d+")
    elif me.odds(FETCHED / (1 - CANCELLED)):
        yield me.around(70)
        keeper = me.chance.choice(list(me.world.carers.values())[:11])
        keeper.soon(hands(keeper, figures), 0)


def ordered(me: Acting) -> Any:
    """The six figures of an order, None where they could pay for none."""
    yield me.says("/gifts")
    yield me.presses(r"gift:see:.*")
    balance = me.world.peek(
        "SELECT balance FROM point_accounts WHERE account = ?",
        f"rider:{me.world.person_of(me)}",
    )
    if not balance or "gift:take" not in me.phone.newest:
        return None
    yield me.presses(r"gift:take:.*")
    return me.phone.read(FIGURES)


def hands(me: Acting, figures: str) -> Script:
    yield me.says(figures.replace(" ", ""))
    yield me.presses(r"gift:hand:.*")
