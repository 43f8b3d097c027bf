"""A child process: whatever it does, the house gets an answer, and the next piece of work is
done.
"""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import psutil
import pytest

from bot.workshop.limits import MOST_FILES
from bot.workshop.outcomes import PIXELS, Unusable, WorkFailed
from bot.workshop.worker import Trade, Worker
from tests.bot.workshop.jobs import MEMORY

TRADE = Trade("tests.bot.workshop.jobs", memory=MEMORY, seconds=20.0)


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    made = Worker(TRADE)
    yield made
    made.end()


def test_one_child_does_piece_after_piece(worker: Worker) -> None:
    first, made = worker.ask({"job": "echo", "say": "井"}, b"abc")
    assert (first["said"], made) == ("井", b"cba")
    again, made = worker.ask({"job": "echo"}, bytes(3_000_000))
    assert again["pid"] == first["pid"] == worker.number != os.getpid()
    assert len(made) == 3_000_000


def test_what_is_to_blame_itself_is_told_with_its_reason_and_costs_no_child(
    worker: Worker,
) -> None:
    worker.begin()
    before = worker.number
    with pytest.raises(Unusable) as caught:
        worker.ask({"job": "refuse"}, b"")
    assert (caught.value.reason, str(caught.value)) == (PIXELS, "9 x 9")
    assert worker.number == before


@pytest.mark.parametrize(
    ("wanted", "why"),
    [
        ({"job": "die"}, "child was ended by SIGKILL"),
        ({"job": "die", "by": signal.SIGSEGV}, "child was ended by SIGSEGV"),
        ({"job": "leave"}, "child ended with 3"),
        ({"job": "eat"}, "child had a MemoryError"),
        ({"job": "nothing"}, "child had a KeyError"),
    ],
)
def test_the_death_of_a_child_is_our_own_fault_and_the_next_one_works(
    worker: Worker, wanted: dict[str, Any], why: str
) -> None:
    with pytest.raises(WorkFailed, match=why):
        worker.ask(wanted, b"x" * 100_000)
    assert worker.ask({"job": "echo"}, b"ab")[1] == b"ba"


def test_a_child_that_hangs_is_ended_when_its_time_is_over() -> None:
    worker = Worker(replace(TRADE, seconds=0.8))
    worker.begin()
    number = worker.number
    with pytest.raises(WorkFailed, match="took too long"):
        worker.ask({"job": "hang"}, b"")
    assert not psutil.pid_exists(number) and worker.number == 0


def test_whoever_waits_for_a_child_hears_that_the_house_stops() -> None:
    worker = Worker(TRADE)
    heard: list[Exception] = []

    def waits() -> None:
        try:
            worker.ask({"job": "hang"}, b"")
        except WorkFailed as error:
            heard.append(error)

    thread = threading.Thread(target=waits)
    thread.start()
    while not worker.number:
        time.sleep(0.001)
    child = psutil.Process(worker.number)
    worker.close()
    thread.join(10)
    assert len(heard) == 1 and not child.is_running()
    with pytest.raises(WorkFailed):
        worker.begin()


def test_a_child_has_no_secrets_and_goes_first_when_memory_runs_out(
    worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GRIDBEE__TELEGRAM__TOKEN", "4711:secret")
    worker.end()
    found, _ = worker.ask({"job": "look"}, b"")
    assert "4711:secret" not in found["environment"].values()
    assert found["adj"] == "1000"
    assert found["limits"] == [MOST_FILES, 0]


def test_where_no_child_can_be_started_that_is_the_systems_fault(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(24, "Too many open files")

    monkeypatch.setattr("subprocess.Popen", full)
    with pytest.raises(OSError, match="Too many open files"):
        Worker(TRADE).ask({"job": "echo"}, b"")


def test_a_child_that_is_ended_while_it_starts_does_not_stay(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made, started = Worker(TRADE), subprocess.Popen
    children = []

    def ended_meanwhile(*command: Any, **how: Any) -> subprocess.Popen[bytes]:
        children.append(started(*command, **how))
        made.end()
        return children[0]

    with monkeypatch.context() as slow:
        slow.setattr("bot.workshop.worker.subprocess.Popen", ended_meanwhile)
        with pytest.raises(WorkFailed):
            made.ask({"job": "echo"}, b"")
    assert children[0].poll() is not None
    assert made.ask({"job": "echo"}, b"ab")[1] == b"ba"
    made.close()
