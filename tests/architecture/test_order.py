"""What takes longest starts first, and the table of seconds names no file that has gone."""

from __future__ import annotations

from tests.architecture.code import ROOT
from tests.order import ALONE, SHARING, seconds, turn, unit_of


def test_every_file_with_its_seconds_is_there() -> None:
    assert len(seconds()) > 10
    assert [name for name in seconds() if not (ROOT / name).is_file()] == []


def test_the_longest_is_started_first_and_the_rest_keeps_its_order() -> None:
    slow, *_, quick = sorted(seconds(), key=lambda name: -seconds()[name])
    names = ["tests/b.py", quick, "tests/a.py", slow]
    assert sorted(names, key=turn) == [slow, quick, "tests/b.py", "tests/a.py"]


def test_what_shares_something_is_one_unit_and_what_is_long_and_alone_is_not() -> None:
    file = "tests/domain/test_rules.py"
    assert unit_of(f"{file}::test_a") == unit_of(f"{file}::test_b[x::y]") == file
    browsers = ("test_browser", "test_entrance_browser")
    assert len({unit_of(f"tests/web/{name}.py::test_a") for name in browsers}) == 1
    alone = sorted(ALONE)[0]
    assert unit_of(f"{alone}::test_a") != unit_of(f"{alone}::test_b")


def test_every_file_that_is_named_in_the_order_is_there() -> None:
    assert [name for name in (*ALONE, *SHARING) if not (ROOT / name).exists()] == []
