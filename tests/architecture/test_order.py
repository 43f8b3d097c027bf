"""What takes longest starts first, and the table of seconds names no file that has gone."""

from __future__ import annotations

from tests.architecture.code import ROOT
from tests.order import seconds, turn


def test_every_file_with_its_seconds_is_there() -> None:
    assert len(seconds()) > 10
    assert [name for name in seconds() if not (ROOT / name).is_file()] == []


def test_the_longest_is_started_first_and_the_rest_keeps_its_order() -> None:
    slow, *_, quick = sorted(seconds(), key=lambda name: -seconds()[name])
    names = ["tests/b.py", quick, "tests/a.py", slow]
    assert sorted(names, key=turn) == [slow, quick, "tests/b.py", "tests/a.py"]
