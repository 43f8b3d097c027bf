"""A danger that is heard too faintly to call people is asked about; one that is denied is not."""

from __future__ import annotations

import pytest

from domain.reading.read import read


@pytest.mark.parametrize(
    "text",
    [
        "Nana Akosua drank kerosene from sprite bottle",
        "7 mins since the last breath that I could see",
        "骑车的騎士被砂石車輾到 還有意識 說冷",
    ],
)
def test_a_danger_that_is_heard_faintly_is_asked_about(text: str) -> None:
    found = read(text)
    assert found.danger is None
    assert found.perhaps is not None and found.perhaps.guessed and found.perhaps.calls


@pytest.mark.parametrize(
    "text",
    [
        "",
        "？",
        "purple",
        "你好",
        "路灯不亮",
        "the lamp is out",
        "骑车的騎士被砂石車輾到 没人受伤",
        "Nana Akosua drank kerosene from sprite bottle, all clear now, it was yesterday",
    ],
)
def test_nothing_is_asked_of_what_says_nothing_or_denies_it(text: str) -> None:
    found = read(text)
    assert found.perhaps is None


@pytest.mark.parametrize("text", ["着火了", "there is a fire", "有人晕倒了"])
def test_what_alarms_is_not_asked_about(text: str) -> None:
    found = read(text)
    assert found.danger is not None and found.perhaps is None


@pytest.mark.parametrize(
    "text",
    [
        "车撞了我同事 我没受伤",
        "car hit my friend, i'm not hurt",
        "my friend got hit by a car im fine",
    ],
)
def test_who_is_well_says_it_of_nobody_else(text: str) -> None:
    assert read(text).danger is not None


@pytest.mark.parametrize(
    "text", ["被车撞了 我没事", "我同事摔了 他没事", "i fell but im ok"]
)
def test_nobody_else_is_named_or_they_are_well(text: str) -> None:
    assert read(text).danger is None
