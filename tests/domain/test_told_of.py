"""Which of some cases words tell of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.reading.read import read
from domain.told_of import told_of
from tests.domain.test_case import CASE

CASES = (
    replace(CASE, id=1, words="路灯坏了", category="light"),
    replace(CASE, id=2, words="春风路的路灯不亮", category="light"),
    replace(CASE, id=3, words="井盖坏了", category="road"),
    replace(CASE, id=4, words="井盖坏了 3号门", category="road"),
)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("井盖换好了", [3, 4]),
        ("灯泡换了", [1, 2]),
        ("春风路的路灯修好了", [2]),
        ("3号门的井盖换好了", [4]),
        ("13号门的井盖换好了", [3, 4]),
        ("好了", []),
        ("工资发了", []),
    ],
)
def test_it_is_told_by_thing_category_place_and_figure(
    said: str, meant: list[int]
) -> None:
    assert [one.id for one in told_of(CASES, said, read(said))] == meant
