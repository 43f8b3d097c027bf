"""`gridbee export ledger`: a file that Beancount takes."""

from __future__ import annotations

from pathlib import Path

from beancount import loader

from tests.cli.command import configured, gridbee


def test_an_empty_ledger_is_written_and_taken(tmp_path: Path) -> None:
    folder, file = configured(tmp_path), tmp_path / "ledger.beancount"
    wrote = gridbee(folder, "export", "ledger", str(file))
    assert wrote.stdout == "0 transfers written\n"
    _, errors, _ = loader.load_file(str(file))
    assert errors == []
    assert gridbee(folder, "export", "names", str(file)).returncode == 2
