"""Workers that are forks of whoever collected the tests report like any other."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from tests.architecture.code import ROOT

CONFTEST = """
import pytest
from tests.collected import Collecting
from tests.telling import briefly

def pytest_configure(config):
    if config.getoption("numprocesses"):
        Collecting(config)
    elif hasattr(config, "workerinput"):
        briefly(config)
"""
KINDS = """
import os
import sys
from pathlib import Path

import pytest

COLLECTED_BY = os.getpid()

def test_forked(tmp_path, worker_id):
    assert os.getpid() != COLLECTED_BY
    assert tmp_path.is_dir() and f"popen-{worker_id}" in str(tmp_path)

def test_failing():
    print("so it was", os.getppid(), file=sys.stderr)
    assert [1] == [2]

def test_dying():
    os._exit(3)

@pytest.mark.parametrize("number", range(5))
def test_after(number):
    pass
"""
LAST = re.compile(r"^.* in [\d.]+s$", re.MULTILINE)


def told(folder: Path, tests: str) -> str:
    """What pytest says of such tests, with two workers."""
    (folder / "conftest.py").write_text(CONFTEST)
    (folder / "test_kinds.py").write_text(tests)
    (folder / "pytest.ini").write_text(f"[pytest]\npythonpath = {ROOT}\n")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n", "2", "--color=no"],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


def test_they_pass_fail_and_die_one_by_one_and_others_go_on(tmp_path: Path) -> None:
    heard = told(tmp_path, KINDS)
    assert "E       assert [1] == [2]" in heard
    assert re.search(r"Captured stderr call -+\nso it was \d+\n", heard)
    assert re.search(r"worker 'gw\d' crashed while running '.*::test_dying'", heard)
    (last,) = LAST.findall(heard)
    assert last.startswith("2 failed, 6 passed in")


def test_what_cannot_be_collected_is_said_as_ever(tmp_path: Path) -> None:
    heard = told(tmp_path, "import nowhere\n")
    assert "ModuleNotFoundError: No module named 'nowhere'" in heard
    (last,) = LAST.findall(heard)
    assert last.startswith("1 error")
