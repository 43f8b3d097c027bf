"""A folder or database that cannot be used: one line with what to do, exit code 2, nothing changed,
whatever the command; and `check` says all of it.
"""

from __future__ import annotations

import shutil
import sqlite3
import time
from argparse import Namespace
from collections.abc import Callable, Coroutine, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError

from bot.__main__ import COMMANDS
from bot.commands import invite
from bot.config.settings import Config
from storage.file_lock import lock_file
from tests.cli.command import SAMPLE, configured, gridbee, lines
from tests.cli.rights import obeying_modes
from tests.house import empty_house

NAME = "gridbee.db"
WEB = "[web]\nenabled = true\nport = 0\n"
WORDS = {
    "check": ("check",),
    "demo": ("demo", "--data", "data"),
    "invite": ("invite", "admin"),
    "poster": ("poster", "G01"),
    "load": ("load", str(SAMPLE)),
    "quarantine": ("quarantine", "list"),
    "rekey": ("rekey",),
    "roster": ("roster", "r.csv"),
    "run": ("run",),
    "stations": ("stations", "s.csv"),
    "coupons": ("coupons", "c.csv"),
    "members": ("members", "m.csv"),
    "listings": ("listings", "l.csv"),
    "export": ("export", "ledger", "l.beancount"),
}
PAGE = 4096  # bytes
ANSWERS_WITHIN = 3.0  # seconds


@dataclass
class Place:
    """A folder with a configuration, and a good database in its data folder."""

    folder: Path
    text: str = WEB
    stack: ExitStack = field(default_factory=ExitStack)

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def file(self) -> Path:
        return self.data / NAME

    def mode(self, path: Path, mode: int) -> None:
        before = path.stat().st_mode
        path.chmod(mode)
        self.stack.callback(path.chmod, before)

    def run(self, sql: str) -> None:
        with closing(sqlite3.connect(self.file, isolation_level=None)) as connection:
            connection.executescript(sql)

    def url(self, path: Path) -> None:
        self.text += f'[database]\nurl = "sqlite:///{path}"\n'

    def everything(self) -> dict[str, bytes | None]:
        """What is there, byte by byte; not what SQLite keeps beside a file that is open."""
        return {
            str(path): path.read_bytes() if path.is_file() else None
            for path in sorted(self.folder.rglob("*"))
            if not path.name.endswith("-shm")
        }


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with all the tables and some rows."""
    path = tmp_path_factory.mktemp("good") / NAME
    empty_house(path)
    with closing(sqlite3.connect(path)) as connection:
        many = [(f"a{n}", str(n)) for n in range(3000)]
        connection.executemany("INSERT INTO seen VALUES (?, ?, 0)", many)
        connection.commit()
    return path


@pytest.fixture
def place(tmp_path: Path, good: Path) -> Iterator[Place]:
    made = Place(tmp_path)
    made.data.mkdir()
    shutil.copy(good, made.file)
    with made.stack, obeying_modes():
        yield made


# --- what may be wrong, each with a word of what is said ---


def empty(place: Place) -> None:
    place.file.write_bytes(b"")


def one_byte(place: Place) -> None:
    place.file.write_bytes(b"S")


def random_bytes(place: Place) -> None:
    place.file.write_bytes(Random(1).randbytes(9000))


def truncated(place: Place) -> None:
    with place.file.open("r+b") as file:
        file.truncate(place.file.stat().st_size // 2)


def bad_page(place: Place) -> None:
    """In the middle of the longest table."""
    with place.file.open("r+b") as file:
        file.seek(place.file.stat().st_size // 2 // PAGE * PAGE)
        file.write(Random(2).randbytes(PAGE))


def of_another_program(place: Place) -> None:
    place.file.unlink()
    place.run("CREATE TABLE moz_places (id INTEGER PRIMARY KEY, url TEXT)")


def of_another_program_with_alembic(place: Place) -> None:
    place.file.unlink()
    place.run("CREATE TABLE alembic_version (version_num TEXT); CREATE TABLE cases (x)")


def of_a_newer_release(place: Place) -> None:
    place.run("UPDATE alembic_version SET version_num = '9999'")


def a_folder_in_its_place(place: Place) -> None:
    place.file.unlink()
    place.file.mkdir()


def a_second_name_for_it(place: Place) -> None:
    (place.folder / "copy.db").hardlink_to(place.file)


def no_folder_for_it(place: Place) -> None:
    place.url(place.folder / "nowhere" / NAME)


def no_folder_above_the_data(place: Place) -> None:
    shutil.rmtree(place.data)
    configured(place.folder)
    place.text = f'[service]\ndata = "{place.folder / "no" / "data"}"\n{WEB}'


def a_file_in_the_folders_place(place: Place) -> None:
    shutil.rmtree(place.data)
    place.data.write_text("x")


def a_database_that_cannot_be_written(place: Place) -> None:
    place.mode(place.file, 0o400)


def a_folder_that_cannot_be_written(place: Place) -> None:
    place.mode(place.data, 0o500)


def another_folder_that_cannot_be_written(place: Place) -> None:
    other = place.folder / "other"
    other.mkdir()
    shutil.move(place.file, other / NAME)
    place.url(other / NAME)
    place.mode(other, 0o500)


def a_folder_that_cannot_be_looked_into(place: Place) -> None:
    place.mode(place.data, 0)


def a_folder_above_that_cannot_be_looked_into(place: Place) -> None:
    above = place.folder / "above"
    (above / "in").mkdir(parents=True)
    place.text = f'[service]\ndata = "{above / "in" / "data"}"\n{WEB}'
    place.mode(above, 0)


def a_store_that_cannot_be_written(place: Place) -> None:
    (place.data / "files").mkdir()
    place.mode(place.data / "files", 0o500)


def a_store_whose_disk_is_not_mounted(place: Place) -> None:
    (place.data / "files").symlink_to(place.folder / "mnt" / "files")


def a_database_whose_disk_is_not_mounted(place: Place) -> None:
    place.file.unlink()
    place.file.symlink_to(place.folder / "mnt" / NAME)


def data_whose_disk_is_not_mounted(place: Place) -> None:
    shutil.rmtree(place.data)
    place.data.symlink_to(place.folder / "mnt")


def a_lock_that_is_somebody_elses(place: Place) -> None:
    lock = place.data / f"{NAME}.lock"
    lock.write_text("1")
    place.mode(lock, 0o400)


def locked_by_another_program(place: Place) -> None:
    place.run("PRAGMA journal_mode = DELETE")
    other = sqlite3.connect(place.file, isolation_level=None)
    place.stack.callback(other.close)
    other.execute("BEGIN EXCLUSIVE")
    other.execute("DELETE FROM seen")


KINDS: dict[Callable[[Place], None], str] = {
    empty: "is empty",
    one_byte: "is no SQLite database",
    random_bytes: "is no SQLite database",
    truncated: "is damaged",
    bad_page: "is damaged",
    of_another_program: "another program",
    of_another_program_with_alembic: "another program",
    of_a_newer_release: "of a newer gridbee (tables 9999)",
    a_folder_in_its_place: "is no file",
    a_second_name_for_it: f"{'{}'}/data/{NAME} has a second name",
    no_folder_for_it: "there is no folder",
    no_folder_above_the_data: "there is no folder",
    a_file_in_the_folders_place: "is no folder",
    a_database_that_cannot_be_written: f"cannot write {'{}'}/data/{NAME}",
    a_folder_that_cannot_be_written: "cannot write {}/data",
    another_folder_that_cannot_be_written: "cannot write {}/other",
    a_folder_that_cannot_be_looked_into: "cannot write {}/data",
    a_folder_above_that_cannot_be_looked_into: "cannot write {}/above/in",
    a_store_that_cannot_be_written: "cannot write {}/data/files",
    a_store_whose_disk_is_not_mounted: "there is no folder {}/data/files",
    a_database_whose_disk_is_not_mounted: "there is no folder {}/mnt",
    data_whose_disk_is_not_mounted: "there is no folder {}/mnt",
    a_lock_that_is_somebody_elses: f"cannot write {'{}'}/data/{NAME}.lock",
    locked_by_another_program: "is locked by another program",
}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_what_cannot_be_used_is_said_in_one_line_and_left_as_it_is(
    place: Place, kind: Callable[[Place], None]
) -> None:
    kind(place)
    _configure(place)
    before, says = place.everything(), KINDS[kind].format(place.folder)
    result = gridbee(place.folder, "run")
    assert (result.returncode, result.stdout) == (2, ""), result.stderr
    assert says in result.stderr and result.stderr.count("\n") == 1, result.stderr
    begun = time.monotonic()
    checked = gridbee(place.folder, "check")
    assert time.monotonic() - begun < ANSWERS_WITHIN
    bad = [text for verdict, text in lines(checked).values() if verdict == "BAD"]
    assert (checked.returncode, checked.stderr) == (2, "")
    assert any(says in text for text in bad), checked.stdout
    assert place.everything() == before


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_begins_with_what_cannot_be_used(place: Place, command: str) -> None:
    empty(place)
    _configure(place)
    before = place.everything()
    result = gridbee(place.folder, *WORDS[command])
    assert result.returncode == 2
    assert "is empty: put a backup" in result.stdout + result.stderr
    assert "Traceback" not in result.stderr
    assert place.everything() == before


def test_check_says_all_that_is_wrong_and_not_only_the_first(place: Place) -> None:
    a_store_that_cannot_be_written(place)
    of_a_newer_release(place)
    a_lock = place.data / "gridbee.lock"
    a_lock.write_text("1")
    place.mode(a_lock, 0o400)
    place.text = ""  # and nothing to do
    _configure(place)
    bad = [
        line
        for line in gridbee(place.folder, "check").stdout.splitlines()
        if "BAD" in line
    ]
    for says in ("newer gridbee", "data/files", "gridbee.lock", "Telegram is off"):
        assert sum(says in line for line in bad) == 1, bad
    assert len(bad) == 4


def test_looking_makes_nothing_where_nothing_is_yet(tmp_path: Path) -> None:
    configured(tmp_path, WEB)
    result = gridbee(tmp_path, "check")
    assert lines(result)["database"] == ("BAD", "no areas yet: gridbee load FOLDER")
    assert [path.name for path in tmp_path.iterdir()] == ["config.toml"]


def test_an_older_database_is_not_brought_up_to_date_by_looking_or_beside_a_house(
    place: Place,
) -> None:
    place.run("UPDATE alembic_version SET version_num = '0007'")
    _configure(place)
    before = place.everything()
    checked = gridbee(place.folder, "check")
    assert "of an earlier release" in lines(checked)["database"][1]
    with lock_file(place.data / "gridbee.lock", place.data):
        inside = place.everything()
        result = gridbee(place.folder, "invite", "admin")
    assert (result.returncode, result.stdout) == (2, "")
    assert "another Gridbee is running" in result.stderr
    assert {name for name in place.everything() if name not in inside} == set()
    assert place.everything()[str(place.file)] == before[str(place.file)]


def test_what_a_killed_house_left_beside_its_database_is_no_problem(
    place: Place,
) -> None:
    """Its last commits are still in the write-ahead log."""
    house = sqlite3.connect(place.file, isolation_level=None)
    house.execute("PRAGMA journal_mode = WAL")
    house.execute("INSERT INTO seen VALUES ('late', '1', 0)")
    for ending in ("", "-wal"):
        kept = place.file.with_name(f"{NAME}{ending}")
        shutil.copy(kept, place.folder / f"left{ending}")
    house.close()
    for ending in ("", "-wal"):
        kept = place.file.with_name(f"{NAME}{ending}")
        shutil.move(place.folder / f"left{ending}", kept)
    _configure(place)
    result = gridbee(place.folder, "check")
    assert lines(result)["database"] == ("BAD", "no areas yet: gridbee load FOLDER")
    assert result.returncode == 1
    with closing(sqlite3.connect(place.file)) as after:
        late = "SELECT count(*) FROM seen WHERE channel = 'late'"
        assert after.execute(late).fetchone() == (1,)


def test_a_database_that_fails_later_and_a_fault_of_ours_are_one_line_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configured(tmp_path, WEB)
    busy = sqlite3.OperationalError("database is locked")
    busy.sqlite_errorcode = sqlite3.SQLITE_BUSY_SNAPSHOT
    full = sqlite3.OperationalError("database or disk is full")
    full.sqlite_errorcode = sqlite3.SQLITE_FULL
    fails = sqlite3.OperationalError("disk I/O error")
    fails.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE
    odd = sqlite3.IntegrityError("not to be told: 13800138000")
    for error, code, says in (
        (OperationalError("x", {}, busy), 2, "gridbee.db is locked by another program"),
        (OperationalError("x", {}, full), 2, "gridbee.db is full: make room"),
        (OperationalError("x", {}, fails), 2, "gridbee.db fails: is it full (df)"),
        (IntegrityError("x", {}, odd), 2, "cannot be used: IntegrityError"),
        (ZeroDivisionError("13800138000"), 1, "please report the line above"),
    ):
        broken = replace(invite.COMMAND, run=_raises(error))
        monkeypatch.setattr(invite, "COMMAND", broken)
        result = gridbee(tmp_path, "invite", "admin")
        assert (result.returncode, result.stdout) == (code, "")
        assert says in result.stderr.splitlines()[-1]
        assert "Traceback" not in result.stderr and "1380013" not in result.stderr


def _raises(
    error: Exception,
) -> Callable[[Namespace, Config], Coroutine[Any, Any, int]]:
    async def run(args: Namespace, config: Config) -> int:
        raise error

    return run


def _configure(place: Place) -> None:
    if "[service]" in place.text:
        (place.folder / "config.toml").write_text(place.text)
    else:
        configured(place.folder, place.text)
