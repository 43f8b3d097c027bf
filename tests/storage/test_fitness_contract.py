"""A PostgreSQL that cannot be used: which kind it is, within two seconds, and without a password in
what is said; the command line says it in one line.
"""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import asyncpg
import pytest
from sqlalchemy.engine import make_url

from bot.commands.fitness import SENTENCES, ready, said
from bot.config.settings import Config
from storage.database import Database
from storage.fitness import postgres as looking
from storage.fitness.examine import examine
from storage.fitness.found import Found, Problem, Reason, Unfit
from tests.cli.command import configured, gridbee
from tests.house import empty_house
from tests.postgres_server import Server

PATIENCE = 10.0  # seconds
SECRET = "s3cret"
FOREIGN = "CREATE TABLE wiki_page (id int)"
NEWER = "UPDATE alembic_version SET version_num = '9999'"
OLDER = "UPDATE alembic_version SET version_num = '0007'"
READ_ONLY = "ALTER DATABASE {name} SET default_transaction_read_only = on"
STRANGER = """
DROP ROLE IF EXISTS {name}_stranger;
CREATE ROLE {name}_stranger LOGIN PASSWORD 's3cret'
"""
SHUT_OUT = "ALTER ROLE {name}_stranger NOLOGIN"


@pytest.fixture
async def run(postgres_url: str) -> AsyncIterator[Callable[[str], Awaitable[None]]]:
    connection = await asyncpg.connect(postgres_url)
    name = make_url(postgres_url).database

    async def executed(sql: str) -> None:
        await connection.execute(sql.format(name=name))

    yield executed
    await connection.execute(f"DROP ROLE IF EXISTS {name}_stranger")
    await connection.close()


async def test_whose_tables_there_are_and_whether_they_may_be_written(
    postgres_url: str, run: Callable[[str], Awaitable[None]]
) -> None:
    assert await examine(postgres_url, PATIENCE) == Found(made=False)
    stranger = make_url(postgres_url).set(
        username=f"{make_url(postgres_url).database}_stranger", password=SECRET
    )
    as_stranger = stranger.render_as_string(hide_password=False)
    await run(STRANGER)
    problem = await _problem(as_stranger)
    assert problem.reason is Reason.NO_RIGHT and SECRET not in said(problem)
    await run(SHUT_OUT)
    assert (await _problem(as_stranger)).reason is Reason.NO_ENTRY
    await run(FOREIGN)
    assert (await _problem(postgres_url)).reason is Reason.FOREIGN
    await run("DROP TABLE wiki_page")
    await run(READ_ONLY)
    assert (await _problem(postgres_url)).reason is Reason.ONLY_READS


async def test_of_which_release_the_tables_are(
    postgres: Server, postgres_url: str, run: Callable[[str], Awaitable[None]]
) -> None:
    made = Database(postgres_url)
    await made.start()
    await made.close()
    assert await examine(postgres_url, PATIENCE) == Found()
    await run(OLDER)
    assert await examine(postgres_url, PATIENCE) == Found(current=False)
    await run(NEWER)
    problem = await _problem(postgres_url)
    assert (problem.reason, problem.more) == (Reason.NEWER, "9999")
    stood_by = Database(postgres_url)
    with pytest.raises(Unfit):
        await stood_by.start()
    await stood_by.close()


async def test_a_server_that_is_not_there_refuses_or_says_nothing(
    postgres: Server,
) -> None:
    problem = await _problem(postgres.url("nowhere"))
    assert problem.reason is Reason.NO_DATABASE and "nowhere" in said(problem)
    problem = await _problem(f"postgresql://x:{SECRET}@127.0.0.1:1/x")
    assert problem.reason is Reason.UNREACHABLE and SECRET not in said(problem)
    refused = asyncpg.InvalidPasswordError("password authentication failed")
    assert looking.problem_of(refused, "").reason is Reason.NO_ENTRY
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        begun = time.monotonic()
        problem = await _problem(f"postgresql://x@127.0.0.1:{port}/x", 0.1)
    assert problem == Problem(
        Reason.UNREACHABLE,
        f"database x at 127.0.0.1:{port} (user x)",
        "no answer in time",
    )
    assert time.monotonic() - begun < 2


async def _problem(url: str, patience: float = PATIENCE) -> Problem:
    found = await examine(url, patience)
    assert found.problem is not None
    return found.problem


def test_the_command_line_says_it_in_one_line_and_begins_nothing(
    postgres: Server, tmp_path: Path
) -> None:
    text = f'[web]\nenabled = true\n[database]\nurl = "{postgres.url("nowhere")}"\n'
    configured(tmp_path, text)
    for command in (
        ("run",),
        ("load", "x"),
        ("invite", "admin"),
        ("quarantine", "list"),
    ):
        result = gridbee(tmp_path, *command)
        assert (result.returncode, result.stdout) == (2, "")
        assert result.stderr.startswith("PostgreSQL has no such database nowhere")
        assert result.stderr.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["config.toml"]


async def test_before_the_clock_is_set_nothing_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unset = SimpleNamespace(now=lambda zone: datetime(1970, 1, 1, 0, 2, tzinfo=zone))
    monkeypatch.setattr("bot.commands.fitness.datetime", unset)
    config = Config.model_validate({"service": {"data": tmp_path / "data"}})
    with pytest.raises(Unfit) as refused:
        await ready(config)
    assert "says 1970-01-01 00:02" in said(refused.value.problems[0])
    assert not list(tmp_path.iterdir())


def test_there_is_a_sentence_for_every_reason() -> None:
    assert set(SENTENCES) == set(Reason)


async def test_a_sqlite_file_with_tables_of_this_release_can_be_used(
    tmp_path: Path,
) -> None:
    path = tmp_path / "x.db"
    assert await examine(f"sqlite:///{path}", PATIENCE) == Found(made=False)
    assert not path.exists()
    await asyncio.to_thread(empty_house, path)
    assert await examine(f"sqlite:///{path}", PATIENCE) == Found()
