"""A callback is of these minutes, and the same one comes three times at most."""

from __future__ import annotations

import pytest

from bot.channels.tencent.envelope import BadEnvelope
from bot.channels.tencent.freshness import LONGEST_NONCE, OLDEST, TRIES, Freshness

NOW = 1764150000.5


def passes(freshness: Freshness, at: float, nonce: str = "n", now: float = NOW) -> bool:
    try:
        freshness.check(str(int(at)), nonce, now)
    except BadEnvelope:
        return False
    return True


def test_ten_minutes_to_either_side_are_fresh_and_no_more() -> None:
    fresh = Freshness()
    ages = (0, 1, -1, OLDEST - 1, 1 - OLDEST, OLDEST + 1, -OLDEST - 1, NOW)
    came = [passes(fresh, NOW - age, str(age)) for age in ages]
    assert came == [True] * 5 + [False] * 3


@pytest.mark.parametrize(
    "timestamp", ["", "-1", "1e9", " 1764150000", "１７６４１５００００", "9" * 5000]
)
def test_a_timestamp_that_is_no_number_is_refused(timestamp: str) -> None:
    with pytest.raises(BadEnvelope, match="no number"):
        Freshness().check(timestamp, "n", NOW)


def test_a_nonce_is_there_and_short() -> None:
    for nonce, good in (("", False), ("1" * LONGEST_NONCE, True), ("1" * 65, False)):
        assert passes(Freshness(), NOW, nonce) is good


def test_three_tries_of_one_address_pass_and_the_fourth_does_not() -> None:
    fresh = Freshness()
    tries = [passes(fresh, NOW, now=NOW + 5 * number) for number in range(TRIES + 2)]
    assert tries == [True, True, True, False, False]
    assert passes(fresh, NOW, "another nonce")
    assert passes(fresh, NOW + 1)


def test_what_was_refused_stays_so_until_it_is_too_old_anyway() -> None:
    fresh = Freshness()
    ahead = NOW + OLDEST - 1
    assert [passes(fresh, ahead) for _ in range(4)] == [True, True, True, False]
    later = [NOW + seconds for seconds in range(0, 3 * OLDEST, 7)]
    assert not any(passes(fresh, ahead, now=moment) for moment in later)


def test_memory_is_bounded_and_the_oldest_goes_first() -> None:
    fresh = Freshness(most=100)
    for _ in range(TRIES):
        assert passes(fresh, NOW, "first")
    for number in range(99):
        assert passes(fresh, NOW, str(number))
    assert not passes(fresh, NOW, "first")
    assert passes(fresh, NOW, "one more")
    assert passes(fresh, NOW, "first")
    assert len(fresh._came) <= 100


def test_pairs_that_are_too_old_are_forgotten() -> None:
    fresh = Freshness()
    for number in range(50):
        assert passes(fresh, NOW, str(number))
    assert passes(fresh, NOW + OLDEST + 2, now=NOW + OLDEST + 2)
    assert len(fresh._came) == 1
