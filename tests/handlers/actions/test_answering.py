"""Which questions a bare yes or a nod answers."""

from __future__ import annotations

import pytest

from handlers.actions.answering import by_yes_or_no


@pytest.mark.parametrize(
    "question",
    ["还在吗？", "要不要人来", "Is it still there?", "can you send a photo?"],
)
def test_yes_answers_it(question: str) -> None:
    assert by_yes_or_no(question)


@pytest.mark.parametrize(
    "question",
    ["哪边", "知道是哪一块吗？", "灯杆编号", "Which side is it?", "Do you know where?"],
)
def test_yes_tells_nothing(question: str) -> None:
    assert not by_yes_or_no(question)
