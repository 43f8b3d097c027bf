"""Whose danger all can see, and whose is their own."""

from __future__ import annotations

import pytest

from domain.privacy import Privacy
from domain.reading.read import read
from handlers.filing.in_public import privacy_of


@pytest.mark.parametrize(
    "text",
    [
        "有人跳河了 G01",
        "我看到有人要跳楼",
        "有人在路口被打得满脸血",
        "两个人拿刀在砍人",
        "someone jumped into the river",
        "I saw a man beating a woman at the crossing",
    ],
)
def test_a_strangers_danger_is_open(text: str) -> None:
    assert privacy_of(read(text), text) is Privacy.OPEN


@pytest.mark.parametrize(
    "text",
    [
        "有人拿刀追",
        "有人跟着我 手里有刀",
        "我朋友要跳楼",
        "有个女的在屋里被她老公打 流血了",
        "有人要强奸我",
        "别让别人知道 有人要跳河",
        "someone is following me with a knife",
        "my husband beats me, i hide in the toilet",
    ],
)
def test_ones_own_and_who_is_known_stay_confidential(text: str) -> None:
    assert privacy_of(read(text), text) is Privacy.CONFIDENTIAL
