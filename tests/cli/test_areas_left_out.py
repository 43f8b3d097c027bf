"""A file of areas that leaves some out: no open case is left where nobody sees it."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.config.fitting import staff
from bot.loading.district import load_district
from bot.loading.table import LoadError
from domain.kinds import Kind
from domain.people import Grant, Role
from domain.states import State
from storage.database import Database
from tests.house import Clock
from tests.storage.making import HERE, new_case, person

ROWS = {
    "C": ("district", ""),
    "G1": ("grid", "C"),
    "G2": ("grid", "C"),
    "WATER": ("office", "C"),
}


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    made = Database(f"sqlite:///{tmp_path}/gridbee.db", Clock())
    await made.start()
    await load_district(made, written(tmp_path, *ROWS))
    yield made
    await made.close()


def written(folder: Path, *codes: str) -> Path:
    features = [
        {
            "type": "Feature",
            "properties": {"code": code, "name": code, "level": level, "parent": above},
            "geometry": None,
        }
        for code, (level, above) in ROWS.items()
        if code in codes
    ]
    content = {"type": "FeatureCollection", "features": features}
    (folder / "areas.geojson").write_text(json.dumps(content))
    return folder


@pytest.mark.parametrize(
    ("case", "left"),
    [({"area": "G2"}, ("C", "G1", "WATER")), ({"office": "WATER"}, ("C", "G1", "G2"))],
)
async def test_what_has_open_cases_stays(
    database: Database, tmp_path: Path, case: dict[str, Any], left: tuple[str, ...]
) -> None:
    async with database.unit() as unit:
        made = await new_case(unit, Kind.HAZARD, **{"area": "G1", **case})
    (code,) = case.values()
    with pytest.raises(LoadError, match=f"leaves out {code}, with 1 open case that"):
        await load_district(database, written(tmp_path, *left))
    assert code in database.directory.areas
    async with database.unit() as unit:
        found = await unit.cases.get(made.id)
        assert found is not None
        unit.cases.change(replace(found, state=State.CLOSED))
    await load_district(database, written(tmp_path, *left))
    assert code not in database.directory.areas


async def test_a_role_that_sees_nothing_any_more_is_told(
    database: Database, tmp_path: Path
) -> None:
    await person(database, HERE, "李敏", Grant(Role.COORDINATOR, "G2"))
    assert "no areas any more" not in str(staff(database.directory))
    await load_district(database, written(tmp_path, "C", "G1", "WATER"))
    assert "roles in G2, which are no areas any more" in str(staff(database.directory))
