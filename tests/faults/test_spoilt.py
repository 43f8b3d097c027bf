"""Spoilt updates and posts through a whole house: nothing gets out, who is honest is answered at
once. `make faults` tries many more.
"""

from __future__ import annotations

import gc
import warnings
from pathlib import Path

from tests.faults.handling import handle
from tests.faults.posting import post_all
from tests.house import TestHouse
from tests.web.site import open_site, prepared

SEED = 20261127
HANDLED, POSTED = 300, 150
AT_ONCE = 1.0  # seconds


async def test_spoilt_updates_leave_the_house_to_those_who_are_honest(
    house: TestHouse,
) -> None:
    done = await handle(house, HANDLED, SEED)
    assert (done.wrong, done.quarantined, done.unheard) == ({}, {}, 0)
    assert done.answered == HANDLED // 100 and done.slowest < AT_ONCE


async def test_spoilt_posts_are_refused_and_honest_ones_taken(tmp_path: Path) -> None:
    await prepared(tmp_path / "template")
    with warnings.catch_warnings():
        # starlette leaves the file of a form that breaks off to the collector
        warnings.simplefilter("ignore", ResourceWarning)
        async with open_site(tmp_path / "template", tmp_path / "data") as site:
            done = await post_all(site, POSTED, SEED)
        gc.collect()
    assert (done.wrong, done.unheard) == ({}, 0)
    assert done.answered == POSTED // 50 and done.slowest < AT_ONCE
    # a fuzz that is always refused, or never, would show nothing
    assert done.statuses[200] > 5 and done.statuses[400] > 20
