"""What is no TOML is told with its line and with what to do, and nothing of it is repeated."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.config import reading
from bot.config.mistakes import ConfigError

QUOTES = 'a text stands between " and "'
WRONG = [
    (
        "[telegram]\ntoken = “1:SECRET”",
        2,
        'there is a “ of Chinese typing: write " for it',
    ),
    ("[web]\nport ＝ 8080", 2, "there is a ＝ of Chinese typing: write = for it"),
    ("［web］", 1, "there is a ［ of Chinese typing: write [ for it"),
    (
        '[web]\nproxies = ["::1"，"::2"]',
        2,
        "there is a ， of Chinese typing: write , for it",
    ),
    ("[telegram]\ntoken = SECRET", 2, QUOTES),
    ("[web]\nhost = 127.0.0.1", 2, QUOTES),
    ("[casework]\nshops_at = 08:30", 2, QUOTES),
    ("[web]\nenabled = yes", 2, "yes and no are true and false"),
    ("[web]\nport = # later", 2, "write a value behind the ="),
    ('[service]\ndata = "data', 2, 'there is no " at the end'),
    ('[service]\ndata = "C:\\users"', 2, "put a text with a \\ in it between ' and '"),
    ("[web]\nport = 1\nport = 2", 3, "it stands there twice: keep one of both"),
    ("[web]\nport = 1\n[web]", 3, "it stands there twice: keep one of both"),
]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(("text", "line", "says"), WRONG)
def test_a_line_that_is_no_toml_is_told_with_what_to_do(
    tmp_path: Path, text: str, line: int, says: str, end: str
) -> None:
    said = refused(tmp_path, text.replace("\n", end) + end)
    assert "config.toml cannot be read: " in said
    assert f"(at line {line}, " in said
    assert said.endswith(says) or says in said.partition("; ")[2]
    assert "SECRET" not in said


def test_a_full_width_sign_in_a_text_or_a_comment_is_no_mistake(tmp_path: Path) -> None:
    said = refused(tmp_path, 'a = "，“" ] # ［注］')
    assert "Chinese typing" not in said


def test_a_folder_is_no_configuration(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read: Is a directory"):
        reading.load(tmp_path)


def test_a_variable_that_cannot_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GRIDBEE__WEB__PROXIES", "10.0.0.0/8")
    with pytest.raises(ConfigError, match=r"^GRIDBEE__WEB cannot be read: lists and"):
        reading.load(None)


def refused(folder: Path, text: str) -> str:
    file = folder / "config.toml"
    file.write_bytes(text.encode())
    with pytest.raises(ConfigError) as error:
        reading.load(file)
    return str(error.value)
