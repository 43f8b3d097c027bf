"""Rest stations: riders ask and say how it is; keepers clear it, forget, close for holidays."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

from bench.simulate.hive import words
from bench.simulate.hive.acting import Acting, Script
from bench.simulate.hive.phone import Shown
from bench.simulate.hive.scale import RIDERS, STATIONS
from bench.simulate.town import GRIDS

ASKED = RIDERS * 3
SAYS = 0.2
BREAKS = 0.03
CLEARS = 0.75
"""The others forget to."""
CLOSURES = STATIONS * 2
NAMES = "SELECT name FROM stations ORDER BY code LIMIT 1 OFFSET ?"


def begin(world: Any) -> None:
    for _ in range(world.scale.of(ASKED, least=4)):
        bee = world.chance.choice(world.bees)
        bee.then(world.moment(first=0.02), asks(bee))
    for _ in range(world.scale.of(CLOSURES, least=1)):
        number = world.chance.randrange(STATIONS)
        world.carers["district"].then(
            world.moment(), _holiday(world.carers["district"], number)
        )


def asks(me: Acting) -> Script:
    yield me.says("/station")
    area = me.chance.choice(GRIDS)
    yield me.says(place=me.chance.choice(me.world.here.spots[area]))
    if me.odds(BREAKS):
        yield me.presses(r"st:see:.*")
        yield me.presses(r"st:broken:.*")
        yield me.says(me.chance.choice(words.BROKEN), photo=True)
        yield me.presses(r"f:\d+:submit")
    elif me.odds(SAYS):
        yield me.presses(r"st:see:.*")
        yield me.presses(r"st:say:.*")


def _heard(me: Acting, hit: re.Match[str], shown: Shown) -> None:
    """A rider says that something is wrong there."""
    if len(shown.data) == 2 and me.odds(CLEARS):
        me.soon(_clears(me, hit[0]), me.chance.uniform(0.1, 6))


def _clears(me: Acting, data: str) -> Script:
    yield me.presses(data)


def _holiday(me: Acting, number: int) -> Script:
    """Closed for some days, or on public holidays; the first is taken back a day later by some."""
    name = me.world.peek(NAMES, number)
    yield me.says(f"/station {name}")
    yield me.presses(r"st:see:.*")
    yield me.presses(r"st:edit:.*")
    yield me.presses(r"st:hours:.*")
    yield me.presses(r"st:h:[^:]+:(close:\d+|off:PH|same)")
    if me.odds(0.5):
        yield timedelta(days=1)
        yield me.presses(r"st:h:[^:]+:reopen")


CARERS = {r"st:again:(.*)": _heard}
