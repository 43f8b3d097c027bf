"""What every test may ask for, in which order the tests run, and how long hypothesis searches."""

from __future__ import annotations

import gc
import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tests.collected import Collecting
from tests.order import Scheduling, file_of, turn
from tests.telling import briefly

SUITE = "GRIDBEE_SUITE"
MEMORY = Path("/dev/shm")
ROOM = 4 << 30  # bytes; a container may have less

# Every day the same examples; at night others each time, and more of them.
settings.register_profile("day", deadline=None, database=None, derandomize=True)
settings.register_profile("night", deadline=None, max_examples=1000, print_blob=True)
settings.load_profile("day")


def pytest_configure(config: pytest.Config) -> None:
    """The first process of a suite is the suite; its workers inherit the number."""
    # nearly all that a collection makes is kept
    gc.disable()
    if hasattr(config, "workerinput") or not config.getoption("numprocesses"):
        # whoever only hands out tests needs no house, and all wait until it has begun
        config.pluginmanager.import_plugin("tests.housed")
    if not hasattr(config, "workerinput"):
        os.environ[SUITE] = str(os.getpid())
        # the suite starts a hundred processes: they compile the house once, not each for itself
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        _files_in_memory()
        if config.getoption("numprocesses"):
            Collecting(config)
        return
    briefly(config)


def _files_in_memory() -> None:
    """No test means the disk: thousands of small files are made and ended faster without it."""
    if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # item.location would ask each function's code for its file and line
    files = (file_of(item.nodeid) for item in items)
    places = {name: (turn(name), name) for name in files}
    items.sort(key=lambda item: places[file_of(item.nodeid)])


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    return Scheduling(config, log)


def pytest_collection_finish() -> None:
    """As the service does (docs/adr/0009): what is known by now is looked through no more, which
    takes a fifth off the suite.
    """
    gc.enable()
    gc.freeze()
    gc.set_threshold(20_000, 10, 20)


@pytest.fixture(scope="session")
def suite_process() -> int:
    """The process whose end is the end of the suite."""
    return int(os.environ[SUITE])


@pytest.fixture(scope="session")
def suite_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all the suite's workers share."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent
