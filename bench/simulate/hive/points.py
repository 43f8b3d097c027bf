"""Points: hazards that are solved pay; by hand they are given, confirmed, refused or left lying."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

from bench.simulate.hive import words
from bench.simulate.hive.acting import Acting, Script
from bench.simulate.hive.phone import Shown
from bench.simulate.hive.scale import SERVICES
from bench.simulate.town import GRIDS, Matter

AWARDS = 80
CONFIRMS, REFUSES = 0.75, 0.12
"""What the admins leave lying stays an honour."""


def begin(world: Any) -> None:
    for _ in range(world.scale.of(SERVICES, least=6)):
        bee = world.chance.choice(world.bees)
        matter = hazard(world, world.chance.choice(GRIDS))
        at = world.moment()
        world.agenda.put(at, bee.chat, partial(bee.files, matter))
    staff = [*world.carers.values()][:11] + [world.carers["admin"]] * 4
    for _ in range(world.scale.of(AWARDS, least=3)):
        giver = world.chance.choice(staff)
        giver.then(world.moment(first=0.05), _gives(giver))


def hazard(world: Any, area: str, photo: bool = True) -> Matter:
    said = f"{world.chance.choice(words.HAZARDS)}，{world.chance.randint(1, 400)}号附近"
    place = world.chance.choice(world.here.spots[area])
    return Matter(said, place, area, photo=photo, scan=False)


def _gives(me: Acting) -> Script:
    """To somebody who shows their card."""
    bee = me.chance.choice(me.world.bees)
    card = me.world.person_of(bee)
    why = me.chance.choice(words.AWARDS)
    if card:
        yield me.says(f"/award {card} {me.chance.randint(2, 20)} {why}")


def _asked(me: Acting, hit: re.Match[str], shown: Shown) -> None:
    if me.odds(CONFIRMS):
        me.soon(_yes(me, hit[1]), me.chance.uniform(1, 90))
    elif me.odds(REFUSES / (1 - CONFIRMS)):
        me.soon(_no(me, hit[1]), me.chance.uniform(1, 90))


def _yes(me: Acting, number: str) -> Script:
    yield me.presses(rf"pt:yes:{number}")


def _no(me: Acting, number: str) -> Script:
    yield me.presses(rf"pt:no:{number}")
    yield me.says(words.NO)


CARERS = {r"pt:yes:(\d+)": _asked}
