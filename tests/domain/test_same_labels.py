"""What looks the same in one message and means different cases."""

from __future__ import annotations

from domain.messages import Choice, Reply
from domain.same_labels import told_apart


def _asks(case: int) -> Reply:
    solved = Choice("已解决", f"c:{case}:confirm")
    return Reply(text="?", choices=((solved,), (Choice("返回", "back"),)))


def _labels(replies: list[Reply]) -> list[str]:
    return [
        choice.label for reply in replies for row in reply.choices for choice in row
    ]


def test_the_same_question_about_two_cases_names_each_also_where_only_one_letter_knows() -> (
    None
):
    said = [(_asks(2), ""), (_asks(1), "YH26-0001"), (_asks(2), "YH26-0002")]
    first, second = "已解决 YH26-0001", "已解决 YH26-0002"
    wanted = [second, "返回", first, "返回", second, "返回"]
    assert _labels(told_apart(said)) == wanted


def test_what_is_said_of_one_case_keeps_its_labels() -> None:
    said = [(_asks(1), "YH26-0001"), (_asks(1), "YH26-0001")]
    assert told_apart(said) == [_asks(1), _asks(1)]
