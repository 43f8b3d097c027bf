"""Whose danger all can see, and whose is their own."""

from __future__ import annotations

import pytest

from domain.privacy import Privacy
from domain.reading.read import read
from domain.reading.vocabulary import default_vocabulary
from handlers.filing.in_public import privacy_of

DEFAULT = default_vocabulary()


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
    assert privacy_of(DEFAULT, read(text), text) is Privacy.OPEN


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
    assert privacy_of(DEFAULT, read(text), text) is Privacy.CONFIDENTIAL


@pytest.mark.parametrize(
    "text",
    [
        "仓库着火了 别说是我说的",
        "匿名 有人触电了",
        "the depot is on fire, don't say it was me",
    ],
)
def test_who_tells_of_a_fire_is_unnamed_and_the_fire_is_no_secret(text: str) -> None:
    assert privacy_of(DEFAULT, read(text), text) is Privacy.ANONYMOUS
