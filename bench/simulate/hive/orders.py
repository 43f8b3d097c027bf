"""Orders from the menu: the first who presses has it; done, called off, taken back, or nobody's."""

from __future__ import annotations

import re
from typing import Any

from bench.simulate.hive import words
from bench.simulate.hive.acting import Acting, Script
from bench.simulate.hive.cheats_matching import own_hours
from bench.simulate.hive.cheats_others import done_for_them, own_order
from bench.simulate.hive.phone import Shown
from bench.simulate.hive.scale import ORDERS
from bench.simulate.hive.serving import said

TAKES = 0.3
CALLS_OFF = 0.1
TAKES_BACK = 0.08
SAYS_DONE = 0.85
CHEATS = 0.15


def begin(world: Any) -> None:
    for _ in range(world.scale.of(ORDERS, least=2)):
        bee = world.chance.choice(world.bees)
        bee.then(world.moment(first=0.15, last=0.95), _orders(bee))


def _orders(me: Acting) -> Script:
    yield me.says(f"/order {me.chance.choice(words.SERVICES)}")
    yield me.presses(r"li:\d+:show.*")
    yield me.presses(r"li:\d+:order.*")
    yield me.says(me.chance.choice(words.NOTES))
    if me.odds(CHEATS):
        back = me.phone.all(r"li:\d+:withdraw")[0][0]
        yield from own_order(me, int(back.split(":")[1]))
    if me.odds(TAKES_BACK):
        yield me.around(20)
        yield me.presses(r"li:\d+:withdraw")


def _offered(me: Acting, hit: re.Match[str], shown: Shown) -> None:
    if me.odds(TAKES):
        me.soon(_takes(me, hit[0]), me.chance.choice((0.05, 0.05, 2, 20)))


def _takes(me: Acting, data: str) -> Script:
    yield me.presses(data)
    if "call_off" not in me.phone.newest:  # somebody was quicker
        return
    if me.odds(CHEATS):
        mine = me.phone.all(r"li:\d+:call_off")[0][0]
        yield from done_for_them(me, mine.split(":")[1])
        yield from own_hours(me, mine.split(":")[1])
    if me.odds(CALLS_OFF):
        yield me.around(10)
        yield me.presses(r"li:\d+:call_off")


def _done(me: Acting, hit: re.Match[str], shown: Shown) -> None:
    if me.odds(SAYS_DONE):
        me.soon(_says_done(me, hit[0]), me.chance.uniform(5, 120))


def _says_done(me: Acting, data: str) -> Script:
    """Also of a need that was theirs, of which there is no more to say."""
    yield me.presses(data)
    if ":thank" in me.phone.newest:
        yield from said(me, data.split(":")[1])


def notes(world: Any, me: Acting, data: str) -> None:
    """Who pressed first is who is to have it."""
    hit = re.fullmatch(r"li:(\d+):claim", data)
    if hit is not None:
        world.first_claims.setdefault(int(hit[1]), me.chat)


BEES = {r"li:(\d+):claim": _offered, r"li:(\d+):finish": _done}
CARERS = {r"li:(\d+):claim": _offered}
