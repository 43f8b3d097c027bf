"""Which words of staff are a question, though no sign says so."""

from __future__ import annotations

import pytest

from handlers.hearing.called_out import asks


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
