"""A part of `make faults` that is quick: nothing lost, no case twice, well again by itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.faults.faults import FAULTS
from tests.faults.killing import kills_everywhere
from tests.faults.laboratory import Laboratory, template_in
from tests.postgres_server import Server, shared

SEED = 20261127
KILLS = 6
SHORT = 1.5  # seconds
QUICK = (
    ("Telegram's line", "cut, nobody answers"),
    ("PostgreSQL's line", "cut every 0.4 s"),
)


@pytest.fixture
def postgres(suite_folder: Path, suite_process: int) -> Server:
    return shared(suite_folder, suite_process)


@pytest.mark.parametrize(("place", "name"), QUICK)
async def test_what_riders_say_outlives_a_fault(
    tmp_path: Path, postgres: Server, place: str, name: str
) -> None:
    [fault] = [one for one in FAULTS if (one.place, one.name) == (place, name)]
    laboratory = Laboratory(tmp_path, await template_in(tmp_path), None, postgres)
    result = await laboratory.tries(replace(fault, seconds=SHORT))
    assert result.held, result
    assert result.counted.cases >= 9


async def test_kills_at_awaits_under_load_lose_nothing(tmp_path: Path) -> None:
    killed = await kills_everywhere(
        tmp_path, await template_in(tmp_path), SEED, most=KILLS
    )
    assert killed.held, killed
    # else nothing was killed where it waits
    assert killed.places > 50 and len(killed.missed) < KILLS
