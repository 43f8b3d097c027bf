"""Ctrl+C while a command begins: no traceback, whichever import it meets."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.architecture.code import ROOT
from tests.cli.command import environment

INTERRUPTED = """
import os, signal, sys
class Meets:
    def find_spec(self, name, path, target=None):
        if name == {module!r}:
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Meets())
from bot.__main__ import main
main(["--help"])
"""


@pytest.mark.parametrize("module", ["structlog", "uvloop", "bot.commands.rekey"])
def test_nothing_is_printed(module: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED.format(module=module)],
        cwd=ROOT,
        env=environment(ROOT),
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.returncode != 0 and (done.stdout, done.stderr) == ("", "")
