"""The lives of points, stock and claims, of wishes and listings once more, on a real PostgreSQL and
with fewer plays.
"""

from __future__ import annotations

from pathlib import Path
from random import Random
from types import ModuleType

import pytest
from hypothesis import settings

from tests.chance import examples, plays
from tests.machine import test_listing_machine, test_wish_machine
from tests.machine.test_claims_machine import Claims
from tests.machine.test_ledger_machine import Bank
from tests.machine.test_stock_machine import Shop
from tests.machine.tried import HOW, Life


@pytest.mark.parametrize("machine", [Bank, Shop, Claims])
def test_all_of_it_holds_on_postgres(machine: type[Life], postgres_copy: str) -> None:
    there = type(machine.__name__, (machine,), {"url": postgres_copy})
    few = examples(1)
    plays(there, 26, settings(HOW, max_examples=few, stateful_step_count=20))


@pytest.mark.parametrize("number", range(examples(1)))
@pytest.mark.parametrize("lists", [test_listing_machine, test_wish_machine])
async def test_nothing_on_the_lists_is_given_twice_on_postgres(
    tmp_path: Path, postgres_copy: str, lists: ModuleType, number: int
) -> None:
    await lists.lives(tmp_path, Random(lists.FIRST + number), postgres_copy)
