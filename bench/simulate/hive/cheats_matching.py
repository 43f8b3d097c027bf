"""Needs, resources and hours: matched, done or counted by whoever gains by it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bench.simulate.hive.acting import Script
from bench.simulate.hive.phone import Gone

SIDE = "SELECT coalesce(whose_id, keeper_id) FROM listings WHERE id = ?"
STATE = "SELECT state FROM listings WHERE id = ?"
NEED = "SELECT need_id FROM listings WHERE id = ?"
MINE = """SELECT count(*) FROM listings WHERE kind = 'project' AND need_id = ?
AND resource_id = ? AND keeper_id = ?"""
PAID = """SELECT coalesce(sum(e.amount), 0) FROM point_transfers t
JOIN point_entries e ON e.transfer_id = t.id AND e.amount > 0
WHERE t.key LIKE 'served:%:li:' || ?"""
KEEPER = "SELECT keeper_id FROM listings WHERE id = ?"
PROJECT = "SELECT max(id) FROM listings WHERE kind = 'project' AND need_id = ?"
NEWEST = (
    "SELECT max(id) FROM listings WHERE kind = ? AND keeper_id = ? AND state = 'open'"
)
SERVES = """SELECT a.chat FROM members m JOIN accounts a ON a.person_id = m.person_id
WHERE m.state = 'member' AND m.person_id != ? AND a.chat LIKE 'bee-%' AND (
SELECT areas FROM listings WHERE id = ?) LIKE '%"' || m.area || '"%'"""
HALF_AN_HOUR = 5
"""Points."""


def own_match(me: Any) -> Script:
    """Whoever speaks for the resource confirms the match with a need of their own grid."""
    own = me.world.person_of(me)
    for said in ("/resources 五名志愿者", "/needs 要两名志愿者搬书"):
        yield me.says(said)
        yield me.presses(r"li:\d+:publish")
    need, resource = (me.world.peek(NEWEST, kind, own) for kind in ("need", "resource"))
    yield me.forges(f"li:{need}:match:{resource}")
    through = me.world.peek(MINE, need, resource, own) > 0
    me.world.tried.count("whoever offers a resource confirms the match", through)


def done_alone(me: Any, project: int) -> Script:
    """Whoever is in charge says for the needing side that it is done."""
    if me.world.peek(SIDE, me.world.peek(NEED, project)) == me.world.person_of(me):
        return
    yield me.forges(f"li:{project}:finish")
    through = me.world.peek(STATE, project) == "done"
    me.world.tried.count("whoever is in charge says that it is done", through)


def own_hours(me: Any, project: str) -> Script:
    """Whoever carried it out says how long it took, before and after it is done."""
    yield me.forges(f"li:{project}:hours:120")
    through = me.world.peek(PAID, project) > 0
    me.world.tried.count("whoever serves says how long it took", through)


def friends(me: Any) -> Script:
    """One orders, a friend has it within a minute; two hours are told of it. Twice."""
    together, friend = 0, None
    for _ in range(2):
        yield me.says("/order 上门理发")
        yield me.presses(r"li:\d+:show.*")
        yield me.presses(r"li:\d+:order.*")
        yield me.says("快一点")
        try:
            back = me.phone.all(r"li:\d+:withdraw")[0][0]
        except Gone:  # as many as they may
            return
        need = int(back.split(":")[1])
        if friend is None:
            own = me.world.person_of(me)
            friend = me.world.everybody.get(me.world.peek(SERVES, own, need))
        if friend is None:  # nobody else rides there
            yield me.forges(back)
            return
        friend.soon(_forges(friend, f"li:{need}:claim"), 0)
        yield timedelta(minutes=10)
        project = me.world.peek(PROJECT, need)
        if project is None:  # they do not serve there, or sleep
            yield me.forges(back)
            return
        yield me.forges(f"li:{project}:finish")
        yield me.forges(f"li:{project}:hours:120")
        yield me.forges(f"li:{project}:hours:30")
        if me.world.peek(KEEPER, project) != me.world.person_of(friend):
            return  # somebody else was quicker
        paid = me.world.peek(PAID, str(project))
        if not together:
            me.world.tried.count("two hours for what took minutes", paid > HALF_AN_HOUR)
        elif together > 0:
            me.world.tried.count("the same two again within days", paid > 0)
        together = paid
        yield timedelta(days=2)


def _forges(me: Any, data: str) -> Script:
    """Before anybody else; it counts as a press."""
    me.world.pressed(me, data)
    yield me.forges(data)
