"""Which words of staff are a question, though no sign says so."""

from __future__ import annotations

import pytest

from handlers.actions.emergencies import help_comes
from handlers.hearing.staff.called_words import asks


@pytest.mark.parametrize(
    "said",
    ["有没有人受伤", "有人摔倒过吗", "几楼", "谁在附近", "anyone hurt?", "can i help"],
)
def test_this_is_asked(said: str) -> None:
    assert asks(said)


@pytest.mark.parametrize(
    "said",
    ["已打120", "我到了", "物业不配合", "ambulance is on its way", "put a cone there"],
)
def test_this_is_told(said: str) -> None:
    assert not asks(said)


@pytest.mark.parametrize(
    "said",
    [
        "消防车已经到了",
        "救护车刚到现场了",
        "民警都来了",
        "fire truck is there",
        "the ambulance has just arrived",
        "police are on their way",
    ],
)
def test_help_comes(said: str) -> None:
    assert help_comes.told().search(said)
    assert not asks(said)


@pytest.mark.parametrize(
    "said",
    [
        "救护车到了没",
        "救护车还没来",
        "消防通道堵了",
        "the ambulance is not here",
        "where is it",
    ],
)
def test_nobody_says_that_help_comes(said: str) -> None:
    assert not help_comes.told().search(said)
