"""No database server outlives the suite that started it, however that ends."""

from __future__ import annotations

import os
import select
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.postgres_server import ROOT, Server, shared

PATIENCE = 60.0  # seconds
SUITE = """
import os, pathlib, sys
from tests.postgres_server import shared
shared(pathlib.Path(sys.argv[1]), os.getpid())
print("started", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def suite(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A process that has started a server of its own and waits."""
    command = [sys.executable, "-c", SUITE, str(tmp_path)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as made:
        assert made.stdout is not None
        assert made.stdout.readline() == b"started\n"
        yield made
        made.kill()


def gone(watched: int) -> bool:
    """Whether the process behind this pidfd ends soon."""
    readable, _, _ = select.select([watched], [], [], PATIENCE)
    os.close(watched)
    return bool(readable)


def watch(tmp_path: Path) -> tuple[Server, int, int]:
    """The suite's server, which is there already, with pidfds of keeper and server."""
    server = shared(tmp_path, 0)
    return server, os.pidfd_open(server.keeper), os.pidfd_open(server.postmaster)


def test_the_server_ends_when_its_suite_is_killed(
    suite: subprocess.Popen[bytes], tmp_path: Path
) -> None:
    server, keeper, postmaster = watch(tmp_path)
    assert Path(server.folder).exists()
    suite.kill()
    assert gone(postmaster)
    assert gone(keeper)
    assert not Path(server.folder).parent.exists()


def test_the_server_ends_when_its_keeper_is_killed(
    suite: subprocess.Popen[bytes], tmp_path: Path
) -> None:
    server, keeper, postmaster = watch(tmp_path)
    os.kill(server.keeper, signal.SIGKILL)
    assert gone(keeper)
    assert gone(postmaster)
    assert suite.poll() is None
    # there is nobody left who would do it
    shutil.rmtree(Path(server.folder).parent)
