"""Needs, resources and projects: filed by offices and of riders' cases, suggested, confirmed by
staff; done as the needing side says, put off, handed on, called off, forgotten until they are late.
"""

from __future__ import annotations

import re
from functools import partial
from typing import Any

from bench.simulate.hive import words
from bench.simulate.hive.acting import Acting, Script
from bench.simulate.hive.cheats_matching import done_alone
from bench.simulate.hive.phone import Shown
from bench.simulate.hive.scale import PROJECTS
from bench.simulate.town import GRIDS, Matter

NEEDS, RESOURCES = PROJECTS * 2, PROJECTS
"""Filed by coordinators: many needs meet nothing, and some take two resources."""
OF_RIDERS = PROJECTS // 2
"""Calls for help that a coordinator puts on the list."""
LISTS = 0.8
WIDE = 0.7
"""Of resources so many are for more than one grid."""
WHOSE = 0.4
"""Of resources so many are a shop's or a club's, in the coordinator's words."""
MATCHES = 0.75
TOGETHER = 0.25
"""So often a colleague presses at the same minute."""
STEERS = (("later", 0.2), ("hand_on", 0.06), ("call_off", 0.08))
SAYS_DONE, LOOKS, KEEPS = 0.7, 0.6, 0.4
CHEATS = 0.25


def begin(world: Any) -> None:
    coordinators = [one for one in world.carers.values() if not one.post.leads]
    for what, many in ((_needs, NEEDS), (_offers, RESOURCES)):
        for _ in range(world.scale.of(many, least=3)):
            one = world.chance.choice(coordinators)
            one.then(world.moment(first=0.05, last=0.9), what(one))
    for _ in range(world.scale.of(OF_RIDERS, least=2)):
        _asked_for(world)


def _asked_for(world: Any) -> None:
    """A rider's call for help; a day later whoever coordinates there puts it on the list."""
    bee, area = world.chance.choice(world.bees), world.chance.choice(GRIDS)
    place = world.chance.choice(world.here.spots[area])
    said = world.chance.choice(words.HELPS)
    matter = Matter(said, place, area, photo=False, scan=False)
    at = world.moment(first=0.05, last=0.85)
    world.agenda.put(at, bee.chat, partial(bee.files, matter))
    carer = world.looks_after(area)
    carer.then(at + carer.around(8), _lists(carer, bee))


def _lists(me: Acting, bee: Acting) -> Script:
    """Of the case that the rider filed last."""
    case_id = me.world.newest_case(bee)
    number = me.world.peek("SELECT number FROM cases WHERE id = ?", case_id)
    if not number or not number.startswith("QZ") or not me.odds(LISTS):
        return
    yield me.says(f"/case {number}")
    yield me.presses(rf"c:{case_id}:more")
    yield me.presses(rf"li:case:{case_id}")
    yield me.presses(r"li:\d+:publish")


def _needs(me: Acting) -> Script:
    yield me.says(f"/needs {me.chance.choice(words.NEEDS)}")
    yield me.presses(r"li:\d+:publish")


def _offers(me: Acting) -> Script:
    yield me.says(f"/resources {me.chance.choice(words.RESOURCES)}")
    if me.odds(WIDE):
        yield me.presses(r"li:\d+:edit:area")
        yield me.presses(r"li:\d+:edit:area:[A-FH-Z]\w*")
    if me.odds(WHOSE):
        yield me.presses(r"li:\d+:edit:whose")
        yield me.says(me.chance.choice(words.GIVERS))
    yield me.presses(r"li:\d+:publish")


# --- what they hear ---


def _fits(me: Any, hit: re.Match[str], shown: Shown) -> None:
    if not me.odds(MATCHES):
        return
    hours = me.chance.uniform(0.1, 40)
    me.soon(_matches(me, hit[0]), hours)
    if me.odds(TOGETHER):
        other = me.world.looks_after(me.chance.choice(GRIDS))
        if other is not me:
            other.soon(_forges(other, hit[0]), hours)


def _matches(me: Acting, data: str) -> Script:
    yield me.presses(data)
    mine = [data for data, _ in me.phone.all(r"li:\d+:(later|call_off)")]
    if me.odds(CHEATS):
        yield from done_alone(me, int(mine[0].split(":")[1]))


def _forges(me: Acting, data: str) -> Script:
    yield me.forges(data)


def _steers(me: Acting, hit: re.Match[str], shown: Shown) -> None:
    """Whoever is in charge is reminded."""
    for act, share in STEERS:
        if me.odds(share):
            return me.soon(_steer(me, hit[1], act), me.chance.uniform(1, 30))


def _steer(me: Acting, project: str, act: str) -> Script:
    yield me.presses(rf"li:{project}:{act}|li:{project}:later")
    if act != "call_off":
        yield me.presses(rf"li:{project}:{act}:\d+")


def _done(me: Acting, hit: re.Match[str], shown: Shown) -> None:
    if me.odds(SAYS_DONE):
        me.soon(_press(me, hit[0]), me.chance.uniform(24, 260))


def _press(me: Acting, data: str) -> Script:
    yield me.presses(data)


def _late(me: Acting, hit: re.Match[str], shown: Shown) -> None:
    """Who leads there hears of a late one: they look, and see that it is done, or stop it."""
    if len(shown.data) == 1 and me.odds(LOOKS):
        me.soon(_look(me, hit[0]), me.chance.uniform(1, 60))


def _look(me: Acting, data: str) -> Script:
    yield me.presses(data)
    yield me.presses(r"li:\d+:(witness|call_off)")


def _still(me: Acting, hit: re.Match[str], shown: Shown) -> None:
    if me.odds(KEEPS):
        me.soon(_press(me, hit[0]), me.chance.uniform(1, 60))


CARERS = {
    r"li:(\d+):match:\d+": _fits,
    r"li:(\d+):later": _steers,
    r"li:(\d+):finish": _done,
    r"li:(\d+):show": _late,
    r"li:(\d+):keep": _still,
}
