"""What takes longest starts first, and the table of seconds names no file that has gone. What fails
around a test is told too.
"""

from __future__ import annotations

from typing import Any, Literal

import pytest

from tests.architecture.code import ROOT
from tests.order import ALONE, SHARING, seconds, turn, unit_of
from tests.telling import Brief, needed


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


@pytest.mark.parametrize("outcome", ["passed", "failed", "skipped"])
@pytest.mark.parametrize("when", ["setup", "call", "teardown"])
def test_a_worker_is_silent_only_about_what_passed_around_a_test(
    when: Literal["setup", "call", "teardown"],
    outcome: Literal["passed", "failed", "skipped"],
) -> None:
    report = pytest.TestReport("a", ("a", 1, "a"), {}, outcome, None, when)
    data = Brief().pytest_report_to_serializable(report) or report._to_json()
    told: list[tuple[str, Any]] = []
    tell = needed(lambda name, **about: told.append((name, about["data"])))
    tell("testreport", data=data | {"item_index": 1, "worker_id": "gw0"})
    silent = outcome == "passed" and when != "call"
    assert [name for name, _ in told] == ([] if silent else ["testreport"])


def test_a_worker_tells_what_is_no_report() -> None:
    told: list[str] = []
    tell = needed(lambda name, **_: told.append(name))
    for name in ("logstart", "workerready", "logfinish", "runtest_protocol_complete"):
        tell(name, item_index=1)
    assert told == ["workerready", "runtest_protocol_complete"]
