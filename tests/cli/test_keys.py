"""The keys as whoever installs Gridbee has to do with them: at the first start nothing at all."""

from __future__ import annotations

import base64
from pathlib import Path

from bot.config.settings import KEY_FILE
from tests.cli.command import SAMPLE, configured, gridbee

ONE, TWO = (base64.b64encode(bytes([number]) * 32).decode() for number in (1, 2))
LOST = "put it back from your backup. Nothing was changed.\n"


def loaded(folder: Path, text: str = "") -> Path:
    configured(folder, text)
    assert gridbee(folder, "load", str(SAMPLE)).returncode == 0
    return folder


def key_lines(folder: Path) -> list[str]:
    text = (folder / "data" / KEY_FILE).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


def test_the_first_start_makes_a_key_that_only_the_service_can_read(
    tmp_path: Path,
) -> None:
    file = loaded(tmp_path) / "data" / KEY_FILE
    assert file.stat().st_mode & 0o777 == 0o600
    first = key_lines(tmp_path)
    assert len(first) == 1
    assert gridbee(tmp_path, "load", str(SAMPLE)).returncode == 0
    assert key_lines(tmp_path) == first
    assert gridbee(tmp_path, "check").stdout.count("keys: 1, in ") == 1


def test_a_lost_key_is_one_line_and_an_exit_with_two(tmp_path: Path) -> None:
    file = loaded(tmp_path) / "data" / KEY_FILE
    kept = file.rename(tmp_path / "elsewhere")
    for command in (["load", str(SAMPLE)], ["rekey", "--new"], ["invite", "admin"]):
        done = gridbee(tmp_path, *command)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.endswith(LOST)
        assert done.stderr.count("\n") == 1
        assert not file.exists()
    assert "BAD  database: " in gridbee(tmp_path, "check").stdout
    kept.rename(file)
    assert gridbee(tmp_path, "rekey").returncode == 0
    file.write_text("no key\n", encoding="utf-8")
    done = gridbee(tmp_path, "rekey")
    assert (done.returncode, "is damaged" in done.stderr) == (2, True)


def test_rekey_makes_a_new_key_and_afterwards_the_old_one_is_needed_no_more(
    tmp_path: Path,
) -> None:
    (old,) = key_lines(loaded(tmp_path))
    done = gridbee(tmp_path, "rekey", "--new")
    assert done.returncode == 0, done.stderr
    assert "backups of before need the older keys" in done.stdout
    new, kept = key_lines(tmp_path)
    assert kept == old
    file = tmp_path / "data" / KEY_FILE
    assert file.stat().st_mode & 0o777 == 0o600
    file.write_text(f"{new}\n", encoding="utf-8")
    assert gridbee(tmp_path, "load", str(SAMPLE)).returncode == 0
    file.write_text(f"{old}\n", encoding="utf-8")
    assert gridbee(tmp_path, "load", str(SAMPLE)).returncode == 2


def test_keys_of_the_configuration_come_first_and_no_file_is_made(
    tmp_path: Path,
) -> None:
    loaded(tmp_path, f'[encryption]\nkeys = ["{ONE}"]\n')
    assert not (tmp_path / "data" / KEY_FILE).exists()
    done = gridbee(tmp_path, "rekey", "--new")
    assert (done.returncode, "put a new one before" in done.stderr) == (1, True)
    configured(tmp_path, f'[encryption]\nkeys = ["{TWO}", "{ONE}"]\n')
    assert gridbee(tmp_path, "rekey").returncode == 0
    secret = tmp_path / "keys"
    secret.write_text(f"# since today\n{TWO}\n", encoding="utf-8")
    configured(tmp_path, f'[encryption]\nkeys_file = "{secret}"\n')
    assert gridbee(tmp_path, "load", str(SAMPLE)).returncode == 0
    configured(tmp_path, f'[encryption]\nkeys = ["{ONE}"]\n')
    assert gridbee(tmp_path, "load", str(SAMPLE)).returncode == 2


def test_what_is_no_key_is_told_without_repeating_it(tmp_path: Path) -> None:
    configured(tmp_path, '[encryption]\nkeys = ["abcdefgh"]\n')
    done = gridbee(tmp_path, "check")
    assert done.returncode == 1
    assert "32 random bytes in base64: openssl rand -base64 32" in done.stderr
    assert "abcdefgh" not in done.stderr
