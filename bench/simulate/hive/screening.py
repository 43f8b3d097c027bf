"""Coordinators and wishes: words for the list, a reason, where it belongs; a place; they look."""

from __future__ import annotations

import re

from bench.simulate.hive import words
from bench.simulate.hive.acting import Acting, Script
from bench.simulate.hive.phone import Shown

DECLINES = 0.08
ELSEWHERE = 0.8
"""Of wishes that are a hazard in truth."""


def _filed(me: Acting, hit: re.Match[str], shown: Shown) -> None:
    """A wish's card: once for each time that it waits for them."""
    state = me.world.peek("SELECT state FROM wishes WHERE case_id = ?", int(hit[1]))
    waiting = me.world.screening
    if state in (None, "taken_back", "expired") and hit[1] not in waiting:
        waiting.add(hit[1])
        again = state is not None
        me.soon(_screens(me, hit[1], again), me.chance.uniform(0.2, 20))


def _screens(me: Acting, case_id: str, again: bool) -> Script:
    me.world.screening.discard(case_id)
    yield me.presses(rf"wish:{case_id}:show")
    wrong = words.DANGEROUS in me.phone.last
    if wrong and me.odds(ELSEWHERE):
        yield me.presses(rf"wish:{case_id}:as_hazard")
        return
    if again or me.odds(DECLINES):
        yield me.presses(rf"wish:{case_id}:decline")
        yield me.says(words.REASON)
        return
    offered = [data for data, _ in me.phone.all(rf"wish:{case_id}:(as_is|screen)")]
    if any(data.endswith(":as_is") for data in offered):
        yield me.presses(rf"wish:{case_id}:as_is")
        return
    yield me.presses(rf"wish:{case_id}:screen")
    yield me.says(words.CLEAN)


def _not_these(me: Acting, hit: re.Match[str], shown: Shown) -> None:
    """The wisher does not want these words on the list."""
    if shown.data[-1].endswith(":decline"):
        me.soon(_declines(me, hit[1]), me.chance.uniform(1, 20))


def _declines(me: Acting, case_id: str) -> Script:
    yield me.presses(rf"wish:{case_id}:decline")
    yield me.says(words.REASON)


def _where(me: Acting, hit: re.Match[str], shown: Shown) -> None:
    me.soon(_names_place(me, hit[0]), me.chance.uniform(0.3, 30))


def _names_place(me: Acting, data: str) -> Script:
    yield me.presses(data)
    yield me.says(words.PLACE)


def _look(me: Acting, hit: re.Match[str], shown: Shown) -> None:
    me.soon(_looks(me, hit[0]), me.chance.uniform(2, 40))


def _looks(me: Acting, data: str) -> Script:
    yield me.presses(data)


HABITS = {
    r"wish:(\d+):show": _filed,
    r"wish:(\d+):decline": _not_these,
    r"wish:(\d+):place": _where,
    r"wish:(\d+):witness": _look,
}
