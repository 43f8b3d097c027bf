"""A house number that stands alone."""

from __future__ import annotations

import pytest

from domain.places.house import house_in
from domain.reading.read import read


@pytest.mark.parametrize(
    ("said", "house"),
    [
        ("共享单车乱停 14号楼", "14号楼"),
        ("路灯不亮 3栋楼下", "3栋楼下"),
        ("2单元门口堆满了垃圾", "2单元门口"),
        ("bikes blocking the way building 14", "building 14"),
        ("they block a lane", ""),
        ("路灯不亮", ""),
        ("14个人在等", ""),
    ],
)
def test_it_is_found_beside_a_matter(said: str, house: str) -> None:
    assert house_in(said, read(said).places) == house
