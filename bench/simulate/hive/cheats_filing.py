"""Hazards: the same photo or place again, five a day, one's own, invented by two together."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from bench.simulate.hive.acting import Script
from bench.simulate.hive.points import hazard
from bench.simulate.town import GRIDS, Matter

A_DAY = 3
"""So many pay on one day."""
COLLUDE = "three a day at most; each has a number, a place and a name in the register"


def _files(me: Any, matter: Matter, dhash: int | None = None) -> Any:
    """Words with a photo, the place, and the press. Returns the case's id."""
    said = me.says(matter.words, photo=True)
    if dhash is not None:
        said = replace(said, media=(replace(said.media[0], dhash=dhash),))
    yield said
    yield me.says(place=matter.place)
    yield me.presses(r"f:\d+:submit")
    return me.world.newest_case(me)


def _another(me: Any) -> Matter:
    return hazard(me.world, me.chance.choice(GRIDS))


def same_photo(me: Any) -> Script:
    """A photo that paid before, at another place, a month later."""
    dhash = me.chance.getrandbits(62)
    first = yield from _files(me, _another(me), dhash)
    yield timedelta(days=35)
    second = yield from _files(me, _another(me), dhash)
    me.world.watch("an own photo that earned before", [first, second], 1)


def same_place(me: Any) -> Script:
    """The same thing two days later."""
    matter = _another(me)
    first = yield from _files(me, matter)
    yield timedelta(days=2)
    second = yield from _files(me, matter)
    me.world.watch("the same place and kind within 14 days", [first, second], 1)


def five_a_day(me: Any) -> Script:
    """All of one morning."""
    filed = []
    for _ in range(5):
        filed.append((yield from _files(me, _another(me))))
    me.world.watch("more than three hazards of one day", filed, A_DAY)


def own_report(me: Any) -> Script:
    """A coordinator reports in their own grid, and solves and confirms it themselves."""
    matter = hazard(me.world, me.post.grants[0].area)
    filed = yield from _files(me, matter)
    yield from _solves(me, filed)
    yield me.forges(f"c:{filed}:confirm")
    me.world.watch("staff paid for what they solved themselves", [filed], 0)


def together(me: Any) -> Script:
    """A rider invents, a coordinator solves what is not there, the rider confirms."""
    filed = []
    for _ in range(A_DAY):
        area = me.chance.choice(GRIDS)
        filed.append((yield from _files(me, hazard(me.world, area))))
        staff = me.world.looks_after(area)
        staff.soon(_solves(staff, filed[-1]), 0.1)
        yield timedelta(hours=1)
        yield me.forges(f"c:{filed[-1]}:confirm")
    what = "a rider and a coordinator invent hazards"
    me.world.watch(what, filed, 0, COLLUDE)


def _solves(me: Any, case_id: int) -> Script:
    number = me.world.peek("SELECT number FROM cases WHERE id = ?", case_id)
    yield me.says(f"/resolve {number} 处理好了")
