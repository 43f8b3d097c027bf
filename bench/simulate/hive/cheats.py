"""Where cheats are tried by themselves; others are tried on the way, by the same functions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bench.simulate.hive import (
    cheats_by_hand,
    cheats_coupons,
    cheats_filing,
    cheats_gifts,
    cheats_matching,
    cheats_others,
)
from bench.simulate.hive.acting import Acting, Script

EACH = 20
"""At the places' size each is tried so often, but at least once."""
BY_RIDERS: tuple[Callable[[Any], Script], ...] = (
    cheats_coupons.twice,
    cheats_coupons.old_code,
    cheats_coupons.of_somebody_else,
    cheats_gifts.twice,
    cheats_gifts.cheap,
    cheats_others.closed_alone,
    cheats_others.closed_by_two,
    cheats_filing.same_photo,
    cheats_filing.same_place,
    cheats_filing.five_a_day,
    cheats_filing.together,
    cheats_matching.friends,
)
BY_STAFF: tuple[Callable[[Any], Script], ...] = (
    cheats_by_hand.to_oneself,
    cheats_by_hand.two_doors,
    cheats_by_hand.colluding,
    cheats_filing.own_report,
    cheats_matching.own_match,
)


def begin(world: Any) -> None:
    coordinators = [
        one for one in world.carers.values() if one.chat.startswith("coordinator")
    ]
    for _ in range(world.scale.of(EACH)):
        for script in BY_RIDERS:
            _at(world, world.chance.choice(world.bees), script)
        for script in BY_STAFF:
            _at(world, world.chance.choice(coordinators), script)
        _at(world, world.carers["admin"], cheats_by_hand.confirmed_oneself)
        shop = world.chance.choice(list(world.shops.values()))
        _at(world, shop, cheats_coupons.own_shop)
        lead = world.chance.choice(
            [one for one in world.carers.values() if one.chat.startswith("grid-lead")]
        )
        _at(world, lead, cheats_others.own_application)


def _at(world: Any, one: Acting, script: Callable[[Any], Script]) -> None:
    one.then(world.moment(first=0.3, last=0.9), script(one))
