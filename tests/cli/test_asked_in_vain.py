"""A command that was asked for something that is not there says what is, and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command import ROOT, SAMPLE, configured, gridbee, lines

WEB = "[web]\nenabled = true\nport = 0\n"


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = configured(tmp_path_factory.mktemp("district"), WEB)
    assert gridbee(folder, "load", str(SAMPLE)).returncode == 0
    return folder


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("load gifts", "which file? gridbee load gifts FILE.csv"),
        ("load config.toml", "config.toml is a file: name the folder that it lies in"),
        ("stations .", ". is a folder: name the file to write"),
        (
            "export ledger nowhere/l.beancount",
            "there is no folder nowhere: make it first",
        ),
        ("listings nowhere/l.csv", "there is no folder nowhere: make it first"),
        ("members .", ". is a folder: name the file to write"),
        ("coupons nowhere/c.csv", "there is no folder nowhere: make it first"),
        ("export ledger config.toml", "config.toml holds something else: name another"),
        ("stations data/gridbee.db", "data/gridbee.db holds something else: name"),
        ("members data/gridbee.keys", "data/gridbee.keys holds something else: name"),
        ("poster G01 --to config.toml", "config.toml is a file: name a folder"),
        ("stations /dev/full", "No space left on device"),
        ("invite lead --area XX", "there is no area XX; there are C, "),
    ],
)
def test_what_is_not_there_is_said_in_one_line(
    district: Path, words: str, says: str
) -> None:
    result = gridbee(district, *words.split())
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith(says)
    assert result.stderr.count("\n") == 1


def test_what_the_same_command_wrote_is_written_over(district: Path) -> None:
    old = district / "old.csv"
    old.write_text("\ufeffcode,name\r\nY1,x\r\n", encoding="utf-8")
    (district / "link.csv").symlink_to(old)
    for file in ("new.csv", "new.csv", "old.csv", "link.csv"):
        assert gridbee(district, "stations", file).returncode == 0
    assert (district / "link.csv").is_symlink()
    assert old.read_bytes() == (district / "new.csv").read_bytes()


def test_a_number_of_the_quarantine_is_a_number(district: Path) -> None:
    result = gridbee(district, "quarantine", "show", "x")
    assert result.returncode == 2
    assert "'x' is no number of `gridbee quarantine list`" in result.stderr


def test_an_area_of_an_invitation_may_be_written_in_small_letters(
    district: Path,
) -> None:
    assert gridbee(district, "invite", "lead", "--area", "g01").returncode == 0


def test_nobody_is_invited_whose_code_cannot_be_drawn(district: Path) -> None:
    result = gridbee(district, "invite", "lead", "--to", "config.toml")
    assert (result.returncode, result.stdout) == (1, "")
    assert "config.toml is a file: name a folder" in result.stderr


def test_nobody_is_invited_where_no_channel_is_on(tmp_path: Path) -> None:
    folder = configured(tmp_path)
    gridbee(folder, "load", str(SAMPLE))
    result = gridbee(folder, "invite", "admin")
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith("no channel is on by which it could be taken")


@pytest.mark.parametrize(
    ("section", "hint"),
    [
        ("", "nobody sees them until [points] is in the configuration\n"),
        ("[points]", ""),
    ],
)
def test_gifts_that_nobody_would_see_are_told(
    tmp_path: Path, section: str, hint: str
) -> None:
    folder = configured(tmp_path, section)
    gridbee(folder, "load", str(SAMPLE))
    result = gridbee(folder, "load", "gifts", str(SAMPLE / "hive" / "gifts.csv"))
    assert (result.returncode, result.stdout) == (0, f"8 gifts loaded\n{hint}")


def test_what_is_filled_in_of_a_channel_that_is_off_is_told(tmp_path: Path) -> None:
    begun = '[wechat]\nsecret = "SECRET"\ntoken = "t"\n[wecom]\nagent_id = 5\n'
    said = lines(gridbee(configured(tmp_path, WEB + begun), "check"))
    off = "off, as [wechat] has no app_id; not used: secret, token"
    assert said["wechat"] == ("ok", off)
    assert said["wecom"] == ("ok", "off, as [wecom] has no corp_id; not used: agent_id")
    assert "telegram" not in said


def test_the_example_as_it_is_has_nothing_in_vain(tmp_path: Path) -> None:
    example = ROOT / "config.example.toml"
    said = lines(gridbee(tmp_path, "check", "--config", str(example)))
    assert not {"telegram", "wechat", "wecom", "aibot"} & set(said)
