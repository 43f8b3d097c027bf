"""A no before what words would do without it, however long the text."""

from __future__ import annotations

import pytest

from handlers.dialog.denied import MOST, denied, keeps, waits_to_send


@pytest.mark.parametrize("text", ["不要撤回", "别取消", "don't withdraw it"])
def test_what_is_not_to_be_taken_back_stays(text: str) -> None:
    assert keeps(text)


def test_what_is_not_yet_to_be_sent_waits() -> None:
    assert waits_to_send("先不提交")
    assert not waits_to_send("不提交了")


def test_a_page_of_denials_is_not_looked_through() -> None:
    looked_at: list[str] = []

    def does(rest: str) -> bool:
        looked_at.append(rest)
        return False

    assert not denied("不要" * 500, does)
    assert len(looked_at) == MOST
