"""Points end the oldest first, never more than the notice said, and never without one."""

from __future__ import annotations

from collections import deque
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.points.expiry import Move, earned_before, ending, next_notice

ZONE = ZoneInfo("Asia/Shanghai")
START = datetime(2026, 1, 1, tzinfo=ZONE)
BEFORE = datetime(2027, 1, 1, tzinfo=ZONE)


def day(number: int) -> datetime:
    return START + timedelta(days=number)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 60), st.integers(-30, 30)),
        max_size=20,
    )
)
def test_it_is_what_a_queue_of_points_would_leave(said: list[tuple[int, int]]) -> None:
    """Against coins that lie in a row and are taken from its front."""
    queue: deque[datetime] = deque()
    moves: list[Move] = []
    now = START
    for number, (wait, amount) in enumerate(said):
        now += timedelta(days=20 * wait / 10)
        amount = max(amount, -len(queue))
        moves.append(Move(str(number), now, amount))
        queue.extend([now] * max(amount, 0))
        for _ in range(-amount):
            queue.popleft()
    old = sum(at < BEFORE for at in queue)
    assert ending(moves, BEFORE, now) == old


def test_what_was_taken_back_was_never_there() -> None:
    earned = Move("case:1", day(10), 10)
    again = Move("case:2", day(20), 10)
    bought = Move("order:1", day(400), -15)
    returned = Move("back:order:1", day(420), 15, "order:1")
    undone = Move("back:case:1", day(430), -10, "case:1")
    moves = [earned, again, bought, returned, undone]
    left = [ending(moves, BEFORE, day(n)) for n in (300, 410, 425, 440)]
    assert left == [20, 5, 20, 10]
    assert ending(moves, day(0), day(500)) == 0


def test_the_notice_is_a_month_before_the_end_of_the_year_after() -> None:
    local = datetime(2026, 12, 2, tzinfo=ZONE)
    assert next_notice(day(3), ZONE) == local
    assert next_notice(local, ZONE) == local.replace(year=2027)
    in_london = datetime(2027, 12, 31, 17, tzinfo=UTC)  # 2028 in Shanghai
    assert earned_before(in_london, ZONE) == BEFORE
