"""Whoever leaves many spaces within a correction is understood as with one."""

from __future__ import annotations

from handlers.filing.said_instead import corrects, denied_last


def test_a_run_of_spaces_says_nothing() -> None:
    found = corrects(f"不对{' ' * 50}井盖坏了")
    last = denied_last(f"在三号，{' ' * 50}不是五号")
    assert found is not None
    assert last is not None
    assert (found.said, last.denied) == ("井盖坏了", "五号")
