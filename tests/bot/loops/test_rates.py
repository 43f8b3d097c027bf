"""Who talks too fast waits until a minute has room again, and nobody else does."""

from __future__ import annotations

import pytest

from bot.loops.rates import Rates


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [1000.0]
    monkeypatch.setattr("bot.loops.rates.time.monotonic", lambda: now[0])
    return now


def test_so_many_a_minute_and_no_more(clock: list[float]) -> None:
    known = Rates(3)
    for _ in range(3):
        assert known.too_fast("a") == 0
        clock[0] += 10
    assert known.too_fast("a") == 30
    assert known.too_fast("b") == 0


def test_what_was_said_a_minute_ago_counts_no_more(clock: list[float]) -> None:
    known = Rates(2)
    assert known.too_fast("a") == 0
    clock[0] += 30
    assert known.too_fast("a") == 0
    assert known.too_fast("a") == 30
    clock[0] += 30.5
    assert known.too_fast("a") == 0
    assert known.too_fast("a") == 30


def test_who_was_refused_has_said_nothing(clock: list[float]) -> None:
    known = Rates(1)
    assert known.too_fast("a") == 0
    for _ in range(5):
        clock[0] += 10
        assert known.too_fast("a") > 0
    clock[0] += 10.5
    assert known.too_fast("a") == 0
