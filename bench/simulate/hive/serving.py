"""Hours of service: who ordered and who called say how long it took, or nobody does; thanks."""

from __future__ import annotations

import re

from bench.simulate.hive import words
from bench.simulate.hive.acting import Acting, Script
from bench.simulate.hive.phone import Shown

SAYS, THANKS, LINE = 0.75, 0.6, 0.4
COUNTS, ABSENT = 0.8, 0.15


def said(me: Acting, project: str) -> Script:
    """After it was done: how long, and thanks by a sign or a line."""
    if ":hours" in me.phone.newest and me.odds(SAYS):
        yield me.presses(rf"li:{project}:hours:\d+")
    if not me.odds(THANKS):
        return
    if me.odds(LINE):
        yield me.presses(rf"li:{project}:thank")
        yield me.says(me.chance.choice(words.THANKS))
    else:
        yield me.presses(rf"li:{project}:thank:\d")


def _unsaid(me: Acting, hit: re.Match[str], shown: Shown) -> None:
    """A coordinator is asked where who ordered it did not say."""
    if len(shown.data) < 6 and me.odds(SAYS):
        me.soon(_press(me, hit[0]), me.chance.uniform(1, 60))


def _press(me: Acting, data: str) -> Script:
    yield me.presses(data)


def _came(me: Acting, hit: re.Match[str], shown: Shown) -> None:
    if me.odds(COUNTS):
        me.soon(_counts(me, hit[1]), me.chance.uniform(0.5, 60))


def _counts(me: Acting, errand: str) -> Script:
    """Somebody did not come; then the hours."""
    yield me.presses(rf"errand:hours:{errand}")
    if me.odds(ABSENT):
        yield me.presses(rf"errand:hours:{errand}:\d+\.\d+")
    yield me.presses(rf"errand:hours:{errand}:\d+\.\d+:\d+")


CARERS = {
    r"li:(\d+):hours:\d+": _unsaid,
    r"errand:hours:(\d+)": _came,
}
