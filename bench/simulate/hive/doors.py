"""A second chat of somebody, that nobody knows to be theirs until the two are joined by /link."""

from __future__ import annotations

from typing import Any

from bench.simulate.agenda import Hand
from bench.simulate.hive.acting import Script
from bench.simulate.hive.people import Merchant

CODE = r"([A-Z0-9]{5}-[A-Z0-9]{5})"


def another(me: Any) -> Merchant:
    """It has said nothing yet, and reacts to nothing."""
    number = len(me.world.everybody)
    hand = Hand(f"door-{number}", "rider of the night")
    made = Merchant(hand, me.agenda, me.chance, me.counts)
    return me.world.meets(made, {})  # type: ignore[no-any-return]


def joins(door: Any, code: str) -> Script:
    yield door.says(f"/link {code}")
