"""How much is left to chance: by day the same examples each time, at night others, and more."""

from __future__ import annotations

from hypothesis import seed, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

MORE_AT_NIGHT = 20


def by_day() -> bool:
    """Whether this is the profile of every day (tests/conftest.py registers both)."""
    return settings.get_current_profile_name() == "day"


def examples(every_day: int) -> int:
    """How many examples a slow test tries, who tries `every_day` by day."""
    return every_day if by_day() else every_day * MORE_AT_NIGHT


def plays(machine: type[RuleBasedStateMachine], chance: int, how: settings) -> None:
    """Plays a machine; by day `chance` alone decides what happens."""
    # the seed is kept on the class, and a test's own is nobody else's
    own = type(machine.__name__, (machine,), {})
    run_state_machine_as_test(seed(chance)(own) if by_day() else own, settings=how)
