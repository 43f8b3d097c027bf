"""Who asks how a danger is reported, or who is called, tells of one, or of one that might come."""

from __future__ import annotations

import pytest

from domain.reading.read import read


@pytest.mark.parametrize(
    "text",
    [
        "有人晕倒了该打什么电话",
        "有人被困怎么报",
        "电梯困人了找谁报",
        "有人触电了该找谁",
        "着火了怎么报",
        "how do I report that someone is trapped",
        "how do i report a drowning person",
        "who do i call, my coworker is unconscious",
        "there is a fire how do i report it",
    ],
)
def test_somebody_is_in_it(text: str) -> None:
    assert read(text).danger is not None


@pytest.mark.parametrize(
    "text",
    [
        "着火怎么报",
        "遇到火灾怎么报",
        "万一有人晕倒该打什么电话",
        "what number do i call if someone faints",
        "how do I report a fire",
    ],
)
def test_nobody_is_yet(text: str) -> None:
    reading = read(text)
    assert reading.danger is None
    assert reading.asks_of is not None


@pytest.mark.parametrize(
    "text",
    [
        "怎么报路灯",
        "电动车被偷了怎么报警",
        "老板不发工资怎么举报",
        "how do i report a pothole",
        "who do i call about my battery",
    ],
)
def test_other_matters_are_none(text: str) -> None:
    reading = read(text)
    assert reading.danger is None
    assert reading.asks_of is None


@pytest.mark.parametrize(
    "text",
    [
        "开玩笑的不过真着火了",
        "just kidding there is a fire",
        "just kidding, there really is a fire",
        "真着火了 G01",
        "G01打架",
        "打架了 在G01",
        "G02中暑了",
        "fight at G01",
        "火灾",
        "煤气泄漏",
    ],
)
def test_what_is_in_earnest_or_all_that_is_said_is_a_danger(text: str) -> None:
    assert read(text).danger is not None


@pytest.mark.parametrize(
    "text",
    [
        "着火了 开玩笑的",
        "there is a fire just kidding",
        "消防通道停满了 真烧起来全完",
        "救命 单子超时了",
        "燃气泄漏怎么预防",
        "开玩笑说着火了",
    ],
)
def test_what_is_in_jest_or_only_might_come_is_none(text: str) -> None:
    assert read(text).danger is None
