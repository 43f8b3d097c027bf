"""Gifts: handed over twice or by whoever ordered it, at a made-up price."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bench.simulate.hive.acting import Script
from bench.simulate.hive.gifts import ordered

STATE = "SELECT state FROM gift_orders WHERE code = ? ORDER BY id DESC"
CHEAP = "SELECT count(*) FROM gift_orders WHERE gift = 'HELMET' AND points = 1"
HANDED_BY = "SELECT by FROM gift_orders WHERE id = ?"


def twice(me: Any) -> Script:
    """First they hand it to themselves; then two of the staff press one after the other."""
    figures = yield from ordered(me)
    if figures is None:
        return
    code = figures.replace(" ", "")
    number = me.world.peek("SELECT max(id) FROM gift_orders WHERE code = ?", code)
    yield me.forges(f"gift:hand:{number}:{code}")
    through = me.world.peek(STATE, code) == "handed"
    me.world.tried.count("a gift handed over by whoever ordered it", through)
    keepers = list(me.world.carers.values())
    keepers[0].soon(_hands(keepers[0], number, code, again=False), 0)
    yield timedelta(hours=2)
    keepers[1].soon(_hands(keepers[1], number, code, again=True), 0)


def _hands(me: Any, number: int, code: str, *, again: bool) -> Script:
    before = me.world.peek(HANDED_BY, number)
    yield me.forges(f"gift:hand:{number}:{code}")
    if again:
        more = me.world.peek(HANDED_BY, number) != before
        me.world.tried.count("a gift handed over twice", more)


def cheap(me: Any) -> Script:
    """A press with another price."""
    yield me.forges("gift:take:HELMET:1")
    through = me.world.peek(CHEAP) > 0
    me.world.tried.count("a gift at a made-up price", through)
