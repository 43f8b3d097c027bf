"""Points by hand: to oneself, confirmed by oneself, between two doors of one person."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bench.simulate.hive.acting import Script
from bench.simulate.hive.doors import CODE, another, joins

GIVEN = """SELECT max(id) FROM point_transfers
WHERE why = 'award' AND by = ? AND person_id = ?"""
CONFIRMED = """SELECT count(*) FROM point_transfers g JOIN point_transfers e
ON e.key = 'settled:' || g.key WHERE g.id = ? AND e.why = 'confirmed'"""
BOTH = "20 points at most, once a day for a card; who gave and who confirmed stand in /audit"
EARNED = "SELECT coalesce(sum(balance), 0) FROM point_accounts WHERE account IN (?, ?)"


def to_oneself(me: Any) -> Script:
    yield me.says("/points")
    own = me.world.person_of(me)
    yield me.says(f"/award {own} 20 working hard")
    through = me.world.peek(GIVEN, own, own) is not None
    me.world.tried.count("staff give points to themselves", through)


def confirmed_oneself(me: Any) -> Script:
    """The admin gives, and presses what only a second one may."""
    bee = me.world.person_of(me.chance.choice(me.world.bees))
    if not bee:
        return
    yield me.says(f"/award {bee} 20 a friend")
    number = me.world.peek(GIVEN, me.world.person_of(me), bee)
    if number is None or me.world.peek(CONFIRMED, number):
        return
    yield me.forges(f"pt:yes:{number}")
    through = me.world.peek(CONFIRMED, number) > 0
    me.world.tried.count("an admin confirms what they gave", through)


def two_doors(me: Any) -> Script:
    """Staff give to a second chat of theirs, as a rider; later the two are found to be one."""
    door = another(me)
    door.soon(_comes(door), 0)
    yield timedelta(minutes=20)
    person = me.world.person_of(door)
    if not person:
        return
    yield me.says(f"/award {person} 15 helped on the road")
    yield timedelta(days=20)
    yield me.says("/link")
    code = me.phone.read(CODE)
    held = (f"rider:{person}", f"honour:{person}")
    had = me.world.peek(EARNED, *held)
    door.soon(_joins(door, me, code, had), 0)


def _joins(me: Any, staff: Any, code: str, had: int) -> Script:
    yield from joins(me, code)
    now = me.world.person_of(staff)
    left = me.world.peek(EARNED, f"rider:{now}", f"honour:{now}")
    through = bool(had) and left >= had
    me.world.tried.count("points between two doors of one person, once joined", through)


def _comes(me: Any) -> Script:
    yield me.says("/points")


def colluding(me: Any) -> Script:
    """A coordinator gives to a friend, and an admin who is one too confirms it."""
    friend = me.world.person_of(me.chance.choice(me.world.bees))
    if not friend:
        return
    own = me.world.person_of(me)
    before = me.world.peek(GIVEN, own, friend) or 0
    yield me.says(f"/award {friend} 20 a friend of ours")
    number = me.world.peek(GIVEN, own, friend) or 0
    if number > before:
        admin = me.world.carers["admin"]
        admin.soon(_confirms(admin, number), 0)


def _confirms(me: Any, number: int) -> Script:
    yield me.forges(f"pt:yes:{number}")
    through = me.world.peek(CONFIRMED, number) > 0
    me.world.tried.count("two of the staff give to a friend", through, BOTH)
