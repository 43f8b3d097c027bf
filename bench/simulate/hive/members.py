"""Members: they apply, are accepted or declined, fall silent, come back; errands call them."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

from bench.simulate.hive import words
from bench.simulate.hive.acting import Acting, Script
from bench.simulate.hive.cheats_others import over
from bench.simulate.hive.phone import Shown
from bench.simulate.town import GRIDS

APPLIES = 0.9
TAKES_GRIDS = 0.4
DECLINES, IGNORES = 0.08, 0.08
SILENT = 0.12
"""Of the riders so many stop saying anything at some time."""
STAYS = 0.3
GOES = 0.35
DROPS = 0.15
CHEATS = 0.15
ERRANDS = 40


def begin(world: Any) -> None:
    for bee in world.bees:
        if world.chance.random() < APPLIES:
            bee.then(world.moment(last=0.25), applies(bee))
        if world.chance.random() < SILENT:
            bee.asleep_from = world.moment(first=0.3, last=0.7)
    leads = [one for one in world.carers.values() if one.chat.startswith("grid-lead")]
    for _ in range(world.scale.of(ERRANDS, least=2)):
        lead = world.chance.choice(leads)
        lead.then(world.moment(first=0.3), _calls(lead))


def applies(me: Acting) -> Script:
    """Home grid, usual grids, post."""
    yield me.says("/member")
    yield me.says(place=me.world.here.spots[me.chance.choice(GRIDS)][0])
    if me.odds(TAKES_GRIDS):
        yield me.presses(r"f:\d+:usual:.*")
    yield me.presses(r"f:\d+:sure")
    yield me.presses(r"f:\d+:post:.*")


# --- who leads ---


def _applied(me: Acting, hit: re.Match[str], shown: Shown) -> None:
    if me.odds(IGNORES):
        return
    word = words.NOT_NOW if me.odds(DECLINES) else words.WELCOME
    act = "decline" if word == words.NOT_NOW else "accept"
    me.soon(_decides(me, act, hit[1], word), me.chance.uniform(0.5, 60))


def _decides(me: Acting, act: str, number: str, word: str) -> Script:
    yield me.presses(rf"member:{act}:{number}")
    yield me.says(word)


def _calls(me: Any) -> Script:
    area = me.post.grants[0].area
    yield me.says(f"/errand {area} {me.chance.choice(words.ERRANDS)}")
    yield me.presses(r"f:\d+:at:\d+")
    yield me.presses(r"f:\d+:wanted:\d+")
    yield me.presses(r"f:\d+:submit")


# --- members ---


def _still(me: Acting, hit: re.Match[str], shown: Shown) -> None:
    """Who fell silent reads it; some press."""
    if me.odds(STAYS):
        me.asleep_from = None
        me.soon(_press(me, hit[0]), me.chance.uniform(1, 40))


def _press(me: Acting, data: str) -> Script:
    yield me.presses(data)


def _called(me: Acting, hit: re.Match[str], shown: Shown) -> None:
    if me.odds(CHEATS):
        return me.soon(over(me, hit[1]), 50)
    if me.odds(GOES):
        me.soon(_takes(me, hit[1]), me.chance.uniform(0.02, 4))


def _takes(me: Acting, number: str) -> Script:
    yield me.presses(rf"errand:take:{number}")
    if me.odds(DROPS):
        yield timedelta(hours=1)
        yield me.presses(rf"errand:drop:{number}")


BEES = {
    r"member:(keep)": _still,
    r"member:(return)": _still,
    r"errand:take:(\d+)": _called,
}
CARERS = {r"member:accept:(\d+)": _applied}
