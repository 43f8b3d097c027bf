"""The engines, and the few differences between the two dialects."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.engine import make_url

from storage import sqlite
from storage.asynchronous import AsyncEngine, create_async_engine
from storage.tables.partial import on_postgresql

DRIVERS = {"sqlite": sqlite.NAME, "postgresql": "postgresql+asyncpg"}
LAZY = "gridbee_lazy"
"""The execution option of a connection whose Unit takes the write lock when it first writes."""

WRITER = "gridbee"
"""What PostgreSQL calls the connections of those who write."""

CONNECTED_WITHIN = 5.0  # seconds
IDLE_WITHIN = 15.0  # seconds, of a transaction between two statements
CACHE_WRITING, CACHE_LOOKING = 2000, 1000
"""KiB; the system keeps the file's pages besides."""


def async_url(url: str) -> str:
    """`sqlite:///file` or `postgresql://…` with the async driver put in."""
    made = make_url(url)
    backend = made.get_backend_name()
    if backend not in DRIVERS:
        raise ValueError(
            f"database url must begin with sqlite:/// or postgresql://, not {backend}"
        )
    named = made.set(drivername=DRIVERS[backend], query=_as_asyncpg_says(made.query))
    return named.render_as_string(hide_password=False)


def _as_asyncpg_says(query: Mapping[str, Any]) -> dict[str, Any]:
    """`sslmode`, as all others call it and consoles hand it out, is `ssl` there."""
    return {"ssl" if key == "sslmode" else key: value for key, value in query.items()}


def engine_for(url: str, writes: bool) -> AsyncEngine:
    """An engine for Units, or one beside it for looking only, which never takes SQLite's write
    lock.
    """
    if url.startswith("sqlite"):
        return _sqlite(url, writes)
    on_postgresql()
    return create_async_engine(
        url,
        pool_pre_ping=True,
        pool_size=2 if writes else 5,
        hide_parameters=True,
        connect_args={
            "server_settings": _settings(writes),
            "timeout": CONNECTED_WITHIN,
        },
    )


def _settings(writes: bool) -> dict[str, str]:
    """The server is never told that a connection was lost on the way; what a transaction on it had
    locked would stay so for hours.
    """
    if not writes:
        return {"application_name": f"{WRITER} reader"}
    idle = f"{IDLE_WITHIN * 1000:.0f}"
    return {"application_name": WRITER, "idle_in_transaction_session_timeout": idle}


def _sqlite(url: str, writes: bool) -> AsyncEngine:
    """The recipe without which SQLite under SQLAlchemy silently loses updates: SQLAlchemy's own
    documentation, "Serializable isolation / Savepoints / Transactional DDL" of pysqlite.
    """
    Path(make_url(url).database or ".").parent.mkdir(parents=True, exist_ok=True)
    engine = create_async_engine(
        url,
        pool_reset_on_return=None,
        hide_parameters=True,
    )

    @event.listens_for(engine.sync_engine, "connect")
    def on_connect(connection: Any, _: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in _pragmas(writes):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    if writes:
        event.listen(engine.sync_engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    if not connection.get_execution_options().get(LAZY):
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def _pragmas(writes: bool) -> tuple[str, ...]:
    return (
        "journal_mode=WAL",
        "synchronous=FULL",
        "busy_timeout=10000",
        "foreign_keys=ON",
        f"cache_size=-{CACHE_WRITING if writes else CACHE_LOOKING}",
    )
