"""Which Gridbee this is, as whoever reports something is asked."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

import pytest

from tests.cli.command import gridbee


def test_the_version_is_that_which_was_installed(tmp_path: Path) -> None:
    said = gridbee(tmp_path, "--version")
    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout == f"gridbee {metadata.version('gridbee')}\n"


def test_a_checkout_that_is_not_installed_says_where_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nowhere(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", nowhere)
    said = gridbee(tmp_path, "--version")
    assert said.returncode == 0 and "pyproject.toml" in said.stdout
