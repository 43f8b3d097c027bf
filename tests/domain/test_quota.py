"""How much may be said to somebody who has to speak first."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.messages import Address, Matter, Reply
from domain.quota import after_tap, after_word, nothing, ring, weight
from tests.house import MORNING

SECOND, MINUTE, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(days=1)


def test_a_word_opens_five_for_two_days_and_fills_up_again() -> None:
    quota = nothing(MORNING)
    assert quota.open(MORNING) == 0
    quota = after_word(MORNING, quota)
    for left in (5, 4, 3):
        assert quota.open(MORNING) == left
        quota = quota.spent(MORNING)
    assert quota.open(MORNING + 2 * DAY - SECOND) == 2
    assert quota.open(MORNING + 2 * DAY) == 0
    again = after_word(MORNING + DAY, quota)
    assert again.open(MORNING + DAY) == 5, "nothing accumulates"


def test_a_tap_opens_three_for_a_minute_which_are_spent_first() -> None:
    quota = after_tap(MORNING, after_word(MORNING, nothing(MORNING)))
    assert quota.open(MORNING) == 8
    for _ in range(4):
        quota = quota.spent(MORNING)
    assert quota.open(MORNING) == 4
    assert quota.open(MORNING + MINUTE) == 4
    rest = after_tap(MORNING, nothing(MORNING)).spent(MORNING)
    assert rest.open(MORNING + MINUTE - SECOND) == 2
    assert rest.open(MORNING + MINUTE) == 0


def test_what_the_other_side_shut_is_shut_until_they_speak() -> None:
    quota = after_tap(MORNING, after_word(MORNING, nothing(MORNING))).shut()
    assert quota.open(MORNING) == 0
    assert after_word(MORNING, quota).open(MORNING) == 5


@given(st.lists(st.sampled_from(["word", "tap", "spend", "wait", "shut"]), max_size=40))
def test_never_less_than_nothing_and_never_more_than_both_windows(
    done: list[str],
) -> None:
    now, quota = MORNING, nothing(MORNING)
    for one in done:
        before = quota.open(now)
        if one == "word":
            quota = after_word(now, quota)
        elif one == "tap":
            quota = after_tap(now, quota)
        elif one == "spend":
            quota = quota.spent(now)
            assert quota.open(now) == max(before - 1, 0)
        elif one == "wait":
            now += timedelta(seconds=50)
            assert quota.open(now) <= before
        else:
            quota = quota.shut()
        assert 0 <= quota.open(now) <= 8


def test_an_emergency_goes_before_a_question_a_result_and_all_else() -> None:
    found = sorted((Reply(matter=one) for one in reversed(Matter)), key=weight)
    assert [one.matter for one in found] == [
        Matter.EMERGENCY,
        Matter.QUESTION,
        Matter.RESULT,
        Matter.NEWS,
    ]


def test_a_ring_is_one_for_a_chat_a_case_and_a_day() -> None:
    one, other = Address("wechat", "o1"), Address("wechat", "o2")
    made = ring(one, 7, MORNING)
    assert made == ring(one, 7, datetime(2026, 11, 23, tzinfo=MORNING.tzinfo))
    others = (
        ring(one, 8, MORNING),
        ring(one, 7, MORNING + DAY),
        ring(other, 7, MORNING),
    )
    assert made not in others and len(set(others)) == 3
