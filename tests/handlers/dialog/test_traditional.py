"""What is written in traditional letters is heard as what is written in simplified ones."""

from __future__ import annotations

import pytest

from handlers.dialog.consent import only_cancels
from handlers.dialog.fixed import was_done
from handlers.dialog.verdict import as_before, falls_short


def test_what_fell_short_is_kept_as_it_was_written() -> None:
    found = falls_short("燈亮了，可是還在一閃一閃")
    assert found is not None
    assert (found.done, found.plain) == ("燈亮了，", True)


def test_nothing_became_better() -> None:
    assert as_before("還是老樣子")


@pytest.mark.parametrize("said", ["燈補了", "已經清理", "修好了"])
def test_something_was_done(said: str) -> None:
    assert was_done(said)


@pytest.mark.parametrize("said", ["算了 不報了", "沒事了，取消"])
def test_it_is_given_up(said: str) -> None:
    assert only_cancels(said)
