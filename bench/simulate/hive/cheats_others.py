"""Stations, members, wishes and orders: marks that are wrong, one's own, what is over."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bench.simulate.hive.acting import Script
from bench.simulate.hive.doors import CODE, another, joins
from bench.simulate.town import GRIDS
from domain.messages import Event
from handlers.texts.sentences import label

REPORTS = "SELECT count(*) FROM station_reports WHERE station = ? AND what = 'closed'"
CLAIMED = "SELECT claimer_id FROM wish_claims WHERE case_id = ? AND ended_at IS NULL"
THANKED = label("zh-CN", "toast-thanks")
BOUNDED = "nothing is earned; it ends by itself, or by the keeper's press"


def _card(me: Any) -> Any:
    """The code of a station that is open near somewhere."""
    yield me.says("/station")
    area = me.chance.choice(GRIDS)
    yield me.says(place=me.chance.choice(me.world.here.spots[area]))
    see = me.presses(r"st:see:.*")
    yield see
    return see.data.split(":")[2]


def closed_alone(me: Any) -> Script:
    """One rider says twice that an open station is closed."""
    code = yield from _card(me)
    before = me.world.peek(REPORTS, code)
    for _ in range(2):
        yield me.presses(rf"st:say:closed:{code}")
    through = me.world.peek(REPORTS, code) > before + 1
    me.world.tried.count("one rider's wrong mark counted twice", through)


def closed_by_two(me: Any) -> Script:
    """Two riders agree on a lie."""
    code = yield from _card(me)
    yield me.presses(rf"st:say:closed:{code}")
    other = me.chance.choice([one for one in me.world.bees if one is not me])
    other.soon(_says_too(other, code), 0)
    yield timedelta(minutes=30)
    through = me.world.peek(REPORTS, code) >= 2
    what = "two riders' wrong marks put a station last"
    me.world.tried.count(what, through, BOUNDED)


def _says_too(me: Any, code: str) -> Script:
    yield me.forges(f"st:say:closed:{code}")


def own_application(me: Any) -> Script:
    """A lead applies in their own grid and accepts it."""
    yield me.says("/member")
    yield me.says(place=me.world.here.spots[me.post.grants[0].area][0])
    yield me.presses(r"f:\d+:sure")
    yield me.presses(r"f:\d+:post:.*")
    number = me.world.peek(
        "SELECT max(id) FROM members WHERE person_id = ?", me.world.person_of(me)
    )
    yield me.forges(f"member:accept:{number}")
    state = me.world.peek("SELECT state FROM members WHERE id = ?", number)
    decided = me.world.peek("SELECT decided_by FROM members WHERE id = ?", number)
    through = state == "member" and decided == me.world.person_of(me)
    me.world.tried.count("a lead accepts their own application", through)


# --- on the way of others ---


def own_wish(me: Any, case_id: str) -> Script:
    yield me.forges(f"wish:{case_id}:claim")
    claims = "SELECT count(*) FROM wish_claims WHERE case_id = ? AND claimer_id = ?"
    through = me.world.peek(claims, int(case_id), me.world.person_of(me)) > 0
    me.world.tried.count("a wisher claims their own wish", through)


def by_another_door(me: Any, case_id: str) -> Script:
    """A second chat of theirs claims it; later the two are found to be one."""
    door = another(me)
    door.soon(_claims(door, case_id), 0)
    yield timedelta(minutes=20)
    if me.world.peek(CLAIMED, int(case_id)) != me.world.person_of(door):
        return
    yield timedelta(days=1)
    yield me.says("/link")
    door.soon(joins(door, me.phone.read(CODE)), 0)
    yield timedelta(minutes=20)
    through = me.world.peek(CLAIMED, int(case_id)) == me.world.person_of(me)
    me.world.tried.count("one's own wish by a second chat, once joined", through)


def _claims(me: Any, case_id: str) -> Script:
    yield me.says("/wishes")
    yield me.forges(f"wish:{case_id}:claim")


def _thanked(me: Any, press: Event) -> bool:
    """Whether this very press was taken."""
    return bool(me.phone.words.get(press.press_ref) == THANKED)


def received_for_them(me: Any, case_id: str) -> Script:
    press = me.forges(f"wish:{case_id}:receive")
    yield press
    state = me.world.peek("SELECT state FROM wishes WHERE case_id = ?", int(case_id))
    through = state == "received" and _thanked(me, press)
    me.world.tried.count("a claimer says that it was received", through)


def own_order(me: Any, need: int) -> Script:
    yield me.forges(f"li:{need}:claim")
    taken = "SELECT count(*) FROM listings WHERE need_id = ? AND keeper_id = ?"
    through = me.world.peek(taken, need, me.world.person_of(me)) > 0
    me.world.tried.count("an orderer takes their own order on", through)


def done_for_them(me: Any, project: str) -> Script:
    press = me.forges(f"li:{project}:finish")
    yield press
    state = me.world.peek("SELECT state FROM listings WHERE id = ?", int(project))
    through = state == "done" and _thanked(me, press)
    me.world.tried.count("whoever serves says that it is done", through)


def over(me: Any, errand: str) -> Script:
    """What is over is taken afterwards, as if one had been there."""
    yield me.forges(f"errand:take:{errand}")
    came = "SELECT count(*) FROM errand_takers WHERE errand_id = ? AND person_id = ?"
    through = me.world.peek(came, int(errand), me.world.person_of(me)) > 0
    me.world.tried.count("an errand taken after its time (back-dated)", through)
