"""A coupon's four figures: of this minute or one beside it, of this coupon and this key alone; when
one can be had, until when, and what the clock does to it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.coupons.coupon import (
    Coupon,
    CouponState,
    code,
    good_until,
    matching,
    next_moment,
    read,
)
from domain.coupons.offer import (
    Cannot,
    Offer,
    cannot,
    coupon_ends,
    in_order,
    next_look,
)
from domain.gifts import order
from domain.stations.standing import Standing

KEY = b"k" * 32
NOON = datetime(2026, 11, 26, 4, 0, 30, tzinfo=UTC)
SHANGHAI = ZoneInfo("Asia/Shanghai")
SECOND, MINUTE, HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)
TODAY = date(2026, 11, 26)
TEA = Offer("M1-1", "M1", "茶")


def coupon(number: int, **values: object) -> Coupon:
    taken, ends = CouponState.TAKEN, NOON + 8 * HOUR
    made = Coupon(number, "M1-1", "M1", 7, taken, NOON, ends)
    return replace(made, **values)  # type: ignore[arg-type]  # fields by name


def test_a_code_is_good_for_its_minute_and_one_to_either_side() -> None:
    one = coupon(1)
    typed = code(KEY, 1, NOON)
    assert len(typed) == 4 and good_until(NOON) == NOON + timedelta(seconds=90)
    for away, good in (
        (-91 * SECOND, False),
        (-90 * SECOND, True),
        (0 * SECOND, True),
        (89 * SECOND, True),
        (90 * SECOND, False),
        (HOUR, False),
    ):
        found = matching(KEY, [one], typed, NOON + away)
        assert found == ([one] if good else []), away


def test_it_is_this_coupons_and_this_keys_alone_and_never_the_same_for_long() -> None:
    many = [coupon(number) for number in range(200)]
    hits = [matching(KEY, many, code(KEY, 5, NOON), NOON)]
    assert many[5] in hits[0] and len(hits[0]) < 4
    codes = {code(KEY, 5, NOON + minute * MINUTE) for minute in range(300)}
    assert len(codes) > 280
    assert sum(code(b"x" * 32, n, NOON) == code(KEY, n, NOON) for n in range(300)) < 4
    local = NOON.astimezone(SHANGHAI)
    assert code(KEY, 5, local) == code(KEY, 5, NOON)


def test_the_code_of_this_minute_goes_before_one_of_another() -> None:
    now, before = coupon(1), NOON - MINUTE
    typed = code(KEY, 1, NOON)
    late = next(coupon(n) for n in range(2, 10**6) if code(KEY, n, before) == typed)
    assert matching(KEY, [late, now], typed, NOON) == [now]
    assert matching(KEY, [late], typed, NOON) == [late]


@pytest.mark.parametrize(
    ("said", "four", "six"),
    [
        ("0481", "0481", None),
        ("０４８１。", "0481", None),
        ("04 81", "0481", None),
        ("123 456", None, "123456"),
        ("123-456", None, "123456"),
        ("一二三四", None, None),
        ("481", None, None),
        ("04811", None, None),
        ("0 4 8 1", "0481", None),
        ("12 34 56", None, "123456"),
        ("1 2 3 4 5 6", None, "123456"),
        ("2026-11", None, None),
        ("11-27", None, None),
        ("3-4 5 6", None, None),
        ("12-34 56", None, None),
        ("048 1", None, None),
        ("12345 6", None, None),
        ("0481 元", None, None),
        ("", None, None),
    ],
)
def test_figures_are_read_as_people_type_them(
    said: str, four: str | None, six: str | None
) -> None:
    assert (read(said), order.read(said)) == (four, six)


def test_why_none_can_be_had_and_in_which_order_they_are_shown() -> None:
    shut, always = Standing(False), Standing(None)
    yesterday = TODAY - timedelta(days=1)
    for offer, standing, why in (
        (TEA, always, Cannot.NONE),
        (replace(TEA, until=TODAY, left=1), Standing(True), Cannot.NONE),
        (replace(TEA, until=yesterday), always, Cannot.OVER),
        (replace(TEA, offered=False), always, Cannot.OVER),
        (replace(TEA, paused_on=TODAY), always, Cannot.PAUSED),
        (replace(TEA, paused_on=yesterday), always, Cannot.NONE),
        (replace(TEA, left=0), always, Cannot.GONE),
        (TEA, shut, Cannot.CLOSED),
    ):
        assert cannot(offer, standing, TODAY) is why
    far, near, out, over = (
        Offer(f"{name}-1", name, "茶") for name in ("M1", "M2", "M3", "M4")
    )
    judged = [
        (out, Cannot.PAUSED),
        (far, Cannot.NONE),
        (over, Cannot.OVER),
        (near, Cannot.NONE),
    ]
    shown = [offer for offer, _ in in_order(judged, frozenset({"M2", "M3"}))]
    assert shown == [near, far, out]


def test_a_coupon_ends_when_the_shop_closes_else_at_midnight() -> None:
    midnight = datetime(2026, 11, 26, 16, tzinfo=UTC)
    closes = NOON + 2 * HOUR
    assert coupon_ends(Standing(True, closes), NOON, SHANGHAI) == closes
    assert coupon_ends(Standing(None), NOON, SHANGHAI) == midnight
    night = midnight + 2 * HOUR
    assert coupon_ends(Standing(True, night), NOON, SHANGHAI) == night
    week = NOON + timedelta(days=5)
    assert coupon_ends(Standing(True, week), NOON, SHANGHAI) == midnight


def test_the_clock_looks_before_its_end_at_it_and_a_day_later() -> None:
    one = coupon(1)
    assert next_moment(one) == one.until - HOUR
    assert next_moment(replace(one, noticed=True)) == one.until
    assert next_moment(replace(one, until=NOON + HOUR)) == NOON + HOUR
    for state in (CouponState.USED, CouponState.LAPSED):
        ended = replace(one, state=state)
        assert next_moment(ended) == one.until + timedelta(days=1)
        assert next_moment(replace(ended, person_id=None)) is None


def test_an_offer_is_looked_at_every_ninety_days_or_at_its_end() -> None:
    assert next_look(TEA, NOON, SHANGHAI) == NOON + timedelta(days=90)
    last = replace(TEA, until=date(2026, 11, 30))
    first = datetime(2026, 11, 26, 16, tzinfo=UTC)
    assert next_look(last, NOON, SHANGHAI) == first
    over = datetime(2026, 11, 30, 16, tzinfo=UTC)
    assert next_look(last, first, SHANGHAI) == over
    assert next_look(last, over, SHANGHAI) is None
