"""A number within words is put right."""

from __future__ import annotations

import pytest

from domain.places.renumbered import put_right, renumbered


@pytest.mark.parametrize(
    ("text", "denied", "said", "now"),
    [
        ("万福小区五号楼", "五号", "三号", "万福小区三号楼"),
        ("万福小区5号楼", "五号", "三号", "万福小区三号楼"),
        ("building 5, gate 2", "building 5", "building 3", "building 3, gate 2"),
        ("15号楼", "5号", "3号", ""),
        ("路灯旁", "五号", "三号", ""),
        ("坏了两盏", "2盏", "三盏", "坏了三盏"),
    ],
)
def test_what_is_denied_is_replaced(
    text: str, denied: str, said: str, now: str
) -> None:
    assert put_right(text, denied, said) == now


@pytest.mark.parametrize(
    ("text", "said", "now"),
    [
        ("万福小区五号楼下", "3号楼", "万福小区3号楼下"),
        ("building 5 at the gate", "building 3", "building 3 at the gate"),
        ("5号楼和6号楼之间", "3号楼", ""),
        ("万福小区", "3号楼", ""),
        ("五号楼", "三个人", ""),
        ("路灯不亮 两盏", "三盏", "路灯不亮 三盏"),
    ],
)
def test_the_one_number_of_its_kind_is_put_right(
    text: str, said: str, now: str
) -> None:
    assert renumbered(text, said) == now


@pytest.mark.parametrize(
    ("text", "said", "now"),
    [
        ("万家广场南门地上有个坑", "北门", "万家广场北门地上有个坑"),
        ("幸福路口地铁站A口", "C口", "幸福路口地铁站C口"),
        ("pothole at the north gate", "south gate", "pothole at the south gate"),
        ("lift in tower A", "tower b", "lift in tower b"),
        ("南门和东门之间", "北门", ""),
        ("万家广场A口", "北门", ""),
    ],
)
def test_the_one_side_of_its_kind_is_put_right(text: str, said: str, now: str) -> None:
    assert renumbered(text, said) == now
