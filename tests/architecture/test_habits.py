"""Lint, format, strict types and bandit are tests like all others, and run beside them."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.architecture.code import ROOT

HABITS = {
    "lint": ("ruff", "check", "--quiet", "."),
    "format": ("ruff", "format", "--check", "--quiet", "."),
    "types": ("mypy", "--no-error-summary"),
    "security": ("bandit", "-q", "-r", "bot", "domain", "handlers", "storage"),
}
HOOKS = ("lint", "format")
QUIETLY = ("--quiet", ".")


@pytest.mark.parametrize("habit", HABITS)
def test_the_source_keeps_the_habits_of_the_house(habit: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *HABITS[habit]],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_what_is_asked_before_a_commit_is_what_the_tests_ask() -> None:
    hooks = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    asked = re.findall(r"^ *entry: \.venv/bin/(.+)$", hooks, re.MULTILINE)
    told = [
        " ".join(word for word in HABITS[one] if word not in QUIETLY) for one in HOOKS
    ]
    assert asked == told
