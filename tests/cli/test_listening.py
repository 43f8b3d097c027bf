"""What `check` says of the port is what `run` would meet, beside our own house too."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.config.reading import load
from bot.folder import hold_folder
from bot.house import House
from tests.cli.command import SAMPLE, configured, gridbee, lines


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that somebody has."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield int(server.getsockname()[1])


def loaded(folder: Path, site: str) -> Path:
    made = configured(folder, f"[web]\nenabled = true\n{site}\n")
    assert gridbee(made, "load", str(SAMPLE)).returncode == 0
    return made


@pytest.mark.parametrize(
    ("site", "says"),
    [
        ('host = "192.0.2.1"', "correct [web] host"),
        ('host = "nowhere.invalid"', "correct [web] host"),
        ("port = {taken}", "choose another [web] port"),
    ],
)
def test_where_run_cannot_listen_check_says_so(
    tmp_path: Path, taken: int, site: str, says: str
) -> None:
    folder = loaded(tmp_path, site.format(taken=taken))
    checked = gridbee(folder, "check")
    verdict, text = lines(checked)["web"]
    assert (checked.returncode, verdict) == (1, "BAD")
    assert text.startswith("cannot listen on ") and text.endswith(says)
    ran = gridbee(folder, "run")
    assert (ran.returncode, ran.stderr) == (1, f"{text}\n")


def test_the_port_of_our_own_house_is_fine(tmp_path: Path, taken: int) -> None:
    folder = loaded(tmp_path, f"port = {taken}")
    assert lines(gridbee(folder, "check"))["web"][0] == "BAD"
    with hold_folder(folder / "data"):
        assert lines(gridbee(folder, "check"))["web"][0] == "ok"


def test_a_house_that_only_hears_a_webhook_listens_too(
    tmp_path: Path, taken: int
) -> None:
    hook = (
        '[telegram]\ntoken = "1:TEST"\nmode = "webhook"\n'
        'base_url = "http://127.0.0.1:1/bot"\nbase_file_url = "http://127.0.0.1:1/file"\n'
        'webhook_url = "https://x.org/telegram"\nwebhook_secret = "0123456789abcdef"\n'
    )
    folder = configured(tmp_path, f"{hook}[web]\nport = {taken}\n")
    assert lines(gridbee(folder, "check"))["web"][0] == "BAD"


@pytest.mark.parametrize(
    ("text", "serves"),
    [
        ("", False),
        ('[telegram]\ntoken = "1:TEST"\n', False),
        ("[web]\nenabled = true\n", True),
    ],
)
def test_it_serves_where_the_house_has_a_server(
    tmp_path: Path, text: str, serves: bool
) -> None:
    config = load(configured(tmp_path, text) / "config.toml")
    assert (config.serves, House(config).server is not None) == (serves, serves)
