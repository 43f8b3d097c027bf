"""So many at once, then as many as come back in time; a network has its own."""

import pytest

from bot.channels.web.limits import budgets
from bot.channels.web.limits.budgets import Budget, Busy, Shared
from bot.channels.web.limits.caller import Caller

HERE = Caller("198.51.100.1/32", "198.51.100.0/24")
BESIDE = Caller("198.51.100.2/32", "198.51.100.0/24")
ELSEWHERE = Caller("203.0.113.9/32", "203.0.113.0/24")


class Stopwatch:
    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


def taken(budget: Shared, caller: Caller, tries: int) -> int:
    """How many of so many tries get through."""
    through = 0
    for _ in range(tries):
        try:
            budget.take(caller)
        except Busy:
            continue
        through += 1
    return through


def test_what_was_used_up_comes_back_evenly_and_the_wait_is_told() -> None:
    clock = Stopwatch()
    budget = Budget(10, 60, clock)
    for _ in range(10):
        budget.take("a")
    with pytest.raises(Busy) as busy:
        budget.take("a")
    assert busy.value.seconds == pytest.approx(6)
    budget.take("b")
    clock.seconds += 6
    budget.take("a")
    with pytest.raises(Busy):
        budget.take("a")
    clock.seconds += 600
    for _ in range(10):
        budget.take("a")
    with pytest.raises(Busy):
        budget.take("a")


def test_what_is_refused_and_what_is_only_looked_at_costs_nothing() -> None:
    clock = Stopwatch()
    budget = Budget(10, 60, clock)
    budget.take("a", 9.5)
    for _ in range(100):
        with pytest.raises(Busy):
            budget.take("a", 2)
        assert budget.left("a", 0.5) == 0
    budget.take("a", 0.5)


def test_a_network_of_many_addresses_has_no_more_than_its_own_budget() -> None:
    budget = Shared(10, 60, 2, Stopwatch())
    assert taken(budget, HERE, 50) == 10
    assert taken(budget, BESIDE, 50) == 10
    third = Caller("198.51.100.3/32", HERE.network)
    assert taken(budget, third, 50) == 0
    assert taken(budget, ELSEWHERE, 50) == 10
    with pytest.raises(Busy):
        budget.check(third)


def test_no_flood_of_addresses_fills_the_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(budgets, "MANY", 100)
    clock = Stopwatch()
    budget = Budget(10, 60, clock)
    for _ in range(10):
        budget.take("greedy")
    for number in range(1000):
        budget.take(str(number))
    assert len(budget._whole) <= 101
    # whoever has used up most is the last to be forgotten
    with pytest.raises(Busy):
        budget.take("greedy")
