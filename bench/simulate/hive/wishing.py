"""Wishers: they say yes or no to the words, or nothing; keep, take back, receive, give thanks."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

from bench.simulate.hive import words
from bench.simulate.hive.acting import Acting, Script
from bench.simulate.hive.cheats_others import by_another_door, own_wish
from bench.simulate.hive.phone import Shown
from bench.simulate.hive.scale import WISHES
from bench.simulate.town import GRIDS, Matter

FILED = WISHES * 2
"""Of them about half come as far as the list and somebody."""
YES, NO = 0.85, 0.07
KEEPS = 0.4
KEEPS_MOST = 2
RECEIVES, MISSES = 0.82, 0.06
THANKS = 0.75
TAKES_BACK = 0.06
CHEATS = 0.15
ODD = ((words.TELLING, 0.1), (words.CASH, 0.06), (words.DANGEROUS, 0.1))


def begin(world: Any) -> None:
    for _ in range(world.scale.of(FILED, least=3)):
        bee = world.chance.choice(world.bees)
        area = world.chance.choice(GRIDS)
        place = world.chance.choice(world.here.spots[area])
        matter = Matter(_words(world), place, area, photo=False, scan=False)
        at = world.moment(last=0.8)
        world.agenda.put(at, bee.chat, partial(bee.files, matter))


def _words(world: Any) -> str:
    for said, share in ODD:
        if world.chance.random() < share:
            return said
    return str(world.chance.choice(words.WISHES))


# --- what they hear ---


def _asked(me: Acting, hit: re.Match[str], shown: Shown) -> None:
    """Whether these words may go on the list."""
    if me.odds(YES):
        me.soon(_yes(me, hit[1]), me.chance.uniform(0.2, 40))
    elif me.odds(NO / (1 - YES)):
        me.soon(_press(me, rf"wish:{hit[1]}:not_this.*"), me.chance.uniform(0.2, 40))


def _yes(me: Acting, case_id: str) -> Script:
    yield me.presses(rf"wish:{case_id}:publish.*")
    if me.odds(CHEATS):
        yield from own_wish(me, case_id)
    elif me.odds(CHEATS):
        yield from by_another_door(me, case_id)
    if me.odds(TAKES_BACK):
        yield me.around(60)
        yield me.presses(rf"c:{case_id}:withdraw")
        yield me.presses(rf"c:{case_id}:withdraw.*|f:\d+:submit")


def _press(me: Acting, pattern: str) -> Script:
    yield me.presses(pattern)


def _still(me: Acting, hit: re.Match[str], shown: Shown) -> None:
    kept = me.world.kept
    if kept[hit[1]] < KEEPS_MOST and me.odds(KEEPS):
        kept[hit[1]] += 1
        me.soon(_press(me, hit[0]), me.chance.uniform(1, 30))


def _there(me: Acting, hit: re.Match[str], shown: Shown) -> None:
    """It lies there for them."""
    if me.odds(RECEIVES):
        me.soon(_received(me, hit[1]), me.chance.uniform(1, 50))
    elif me.odds(MISSES / (1 - RECEIVES)):
        missing = rf"wish:{hit[1]}:missing"
        me.soon(_press(me, missing), me.chance.uniform(1, 50))


def _received(me: Acting, case_id: str) -> Script:
    yield me.presses(rf"wish:{case_id}:receive")
    if not me.odds(THANKS):
        return
    if me.odds(0.5):
        yield me.presses(rf"wish:{case_id}:thank:\d")
        return
    yield me.presses(rf"wish:{case_id}:thank")
    yield me.says(me.chance.choice(words.THANKS))


HABITS = {
    r"wish:(\d+):publish.*": _asked,
    r"wish:(\d+):keep": _still,
    r"wish:(\d+):receive": _there,
}
