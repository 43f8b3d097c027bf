"""Claimers: they look through the list, claim, talk by relay, bring it, give up or forget."""

from __future__ import annotations

import re
from typing import Any

from bench.simulate.hive import words
from bench.simulate.hive.acting import Acting, Script
from bench.simulate.hive.cheats_others import received_for_them
from bench.simulate.hive.phone import Shown
from bench.simulate.hive.scale import WISHES

LOOKS = WISHES * 7
"""Somebody looks whether there is a wish that they could fulfil."""
TALKS = 0.4
TELLS_NUMBER = 0.35
BRINGS, GIVES_BACK = 0.62, 0.12
"""The others have forgotten it; of the reminded so many bring it after all."""
HEEDS = 0.4
PAIR = 0.3
RIDE = 0.85
CHEATS = 0.2
RELAYED = "a number or WeChat in relayed words"


def begin(world: Any) -> None:
    for _ in range(world.scale.of(LOOKS, least=8)):
        who = _somebody(world)
        at = world.moment(first=0.02)
        who.then(at, looks(who))
        if world.chance.random() < PAIR:  # two look at the same minute
            other = world.chance.choice(world.bees)
            other.then(at, looks(other))


def _somebody(world: Any) -> Any:
    """Mostly a rider; also merchants, and staff for their office."""
    others = [*world.shops.values(), *list(world.carers.values())[:11]]
    return world.chance.choice(world.bees if world.chance.random() < RIDE else others)


def looks(me: Acting) -> Script:
    yield me.says("/wishes")
    if not any("show" in data for data, _ in me.phone.all(r"wish:.*")):
        return
    yield me.presses(r"wish:\d+:show")
    yield me.presses(r"wish:\d+:claim")
    if "give_back" not in me.phone.newest:  # somebody was quicker
        return
    case_id = me.phone.all(r"wish:\d+:(say|give_back)")[0][0].split(":")[1]
    if me.odds(TALKS):
        yield from talks(me, case_id)
    if me.odds(GIVES_BACK):
        yield me.around(50)
        yield me.presses(rf"wish:{case_id}:give_back")


def talks(me: Acting, case_id: str) -> Script:
    """By relay; some try to say a number."""
    yield me.presses(rf"wish:{case_id}:say")
    if me.odds(TELLS_NUMBER):
        said = me.chance.choice(words.PHONES)
        before = me.world.leaked
        yield me.says(said)
        me.world.tried.count(RELAYED, me.world.leaked > before)
    yield me.says(me.chance.choice(words.TALK))


def _bring(me: Acting, hit: re.Match[str], shown: Shown) -> None:
    """There is a place, or it is due."""
    reminded = "give_back" in " ".join(shown.data)
    if me.odds(HEEDS if reminded else BRINGS):
        me.soon(_brings(me, hit[0]), me.chance.uniform(2, 60 if reminded else 150))


def _brings(me: Acting, data: str) -> Script:
    yield me.presses(data)
    if me.odds(CHEATS):
        yield from received_for_them(me, data.split(":")[1])


HABITS = {r"wish:(\d+):hand": _bring}
