"""The command line in this process or in one of its own, and what it printed."""

from __future__ import annotations

import io
import itertools
import os
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest
import structlog

from bot.__main__ import main
from tests.forked import ForkedCommand, Surroundings

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "bot" / "sample"
COUNT = itertools.count(1)


def environment(folder: Path, **more: str) -> dict[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GRIDBEE__")
    }
    return kept | {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error"} | more


@dataclass
class Result:
    returncode: int
    stdout: str
    stderr: str


def gridbee(folder: Path, *args: str, **more: str) -> Result:
    """The command in this process, which is some ten times faster than one of its own."""
    out, err = io.StringIO(), io.StringIO()
    with (
        pytest.MonkeyPatch.context() as patch,
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        patch.chdir(folder)
        for name in [name for name in os.environ if name.startswith("GRIDBEE__")]:
            patch.delenv(name)
        for name, value in more.items():
            patch.setenv(name, value)
        try:
            code = main(args)
        except SystemExit as stop:
            code = int(stop.code or 0)
        finally:
            structlog.reset_defaults()
    return Result(code, out.getvalue(), err.getvalue())


def started(folder: Path, *args: str, **more: str) -> ForkedCommand:
    """The command as a process of its own, forked from one that has imported it."""
    errors = folder / f"stderr-{next(COUNT)}.log"
    errors.touch()
    return ForkedCommand(
        main, (args,), Surroundings(folder, environment(folder, **more), errors)
    )


def process(folder: Path, *args: str) -> Result:
    """The command in a process of its own, until it has ended."""
    begun = started(folder, *args)
    out, err = begun.communicate(timeout=60)
    return Result(begun.returncode or 0, out, err)


def configured(folder: Path, text: str = "") -> Path:
    """A config.toml whose data lies beside it."""
    (folder / "config.toml").write_text(
        f'[service]\ndata = "{folder / "data"}"\n{text}', encoding="utf-8"
    )
    return folder


def lines(result: Result) -> dict[str, tuple[str, str]]:
    """name → (ok or BAD, what is said)."""
    rows = [line.split(None, 1) for line in result.stdout.splitlines()]
    return {
        rest.partition(":")[0]: (verdict, rest.partition(": ")[2])
        for verdict, rest in rows
    }
