"""Which questions a bare yes or a nod answers."""

from __future__ import annotations

import pytest

from handlers.actions.on_case.answering import asks_back, by_yes_or_no


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


@pytest.mark.parametrize(
    "said",
    [
        "哪一块？",
        "你们没来看过吗？",
        "你说的是哪边呢",
        "which one?",
        "do you mean left?",
    ],
)
def test_a_question_back_answers_nothing(said: str) -> None:
    assert asks_back(said)


@pytest.mark.parametrize("said", ["左边吧？", "三块", "左边", "the left one?", "what?"])
def test_an_unsure_answer_is_one(said: str) -> None:
    assert not asks_back(said)
