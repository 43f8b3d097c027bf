"""A PostgreSQL database, looked at: whether it answers, lets us in, may be written, and whose."""

from __future__ import annotations

import asyncio
from typing import Any

import asyncpg
from sqlalchemy.engine import URL, make_url

from storage.engines import async_url
from storage.fitness.found import REVISIONS, Found, Problem, Reason, judged
from storage.revisions import revisions

TABLES = """
    SELECT relname FROM pg_class WHERE relkind IN ('r', 'p')
    AND relnamespace = to_regnamespace(quote_ident(current_schema()))
    AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_class.oid AND deptype = 'e')
"""
"""Without those of extensions."""

MAY_READ_ONLY = "SELECT current_setting('transaction_read_only') = 'on'"
MAY_MAKE_TABLES = """
    SELECT coalesce(has_schema_privilege(current_schema(), 'CREATE'), false)
"""
MAY_WRITE = """
    SELECT bool_and(has_table_privilege('cases', wanted))
    FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) AS wanted
"""
ENGINES = ("prepared_statement_cache_size", "prepared_statement_name_func")
"""What an address may say to the engine and not to the driver."""

REASONS: dict[type[BaseException], Reason] = {
    asyncpg.InvalidPasswordError: Reason.NO_ENTRY,
    asyncpg.InvalidAuthorizationSpecificationError: Reason.NO_ENTRY,
    asyncpg.InvalidCatalogNameError: Reason.NO_DATABASE,
    asyncpg.InsufficientPrivilegeError: Reason.NO_RIGHT,
    asyncpg.CannotConnectNowError: Reason.UNREACHABLE,
    asyncpg.TooManyConnectionsError: Reason.UNREACHABLE,
    OSError: Reason.UNREACHABLE,  # TimeoutError among them
}


async def look(url: str, seconds: float) -> Found:
    """So many seconds at most."""
    what = named(url)
    try:
        async with asyncio.timeout(seconds):
            connection = await asyncpg.connect(**_parameters(url))
            try:
                return await _inside(what, connection)
            finally:
                connection.terminate()
    except (
        Exception
    ) as error:  # wrong parameters of an address come as errors of any kind
        return Found(problem_of(error, what))


def _parameters(url: str) -> dict[str, Any]:
    """As the engine would connect."""
    made = make_url(async_url(url))
    _, parameters = made.get_dialect()().create_connect_args(made)
    return {name: given for name, given in parameters.items() if name not in ENGINES}


def problem_of(error: BaseException, what: str) -> Problem:
    kinds = (reason for kind, reason in REASONS.items() if isinstance(error, kind))
    reason = next(kinds, Reason.FAILED)
    said = str(error).splitlines()
    more = said[0] if said else "no answer in time"
    return Problem(reason, what, more)


def named(url: str) -> str:
    """The database as a person speaks of it, without its password."""
    made = make_url(url)
    user = made.username or "the system's user"
    return f"database {made.database or user} at {_place(made)} (user {user})"


def _place(url: URL) -> str:
    host = url.host or url.query.get("host") or "localhost"
    return f"{host if isinstance(host, str) else host[0]}:{url.port or 5432}"


async def _inside(what: str, connection: asyncpg.Connection[Any]) -> Found:
    if await connection.fetchval(MAY_READ_ONLY):
        return Found(Problem(Reason.ONLY_READS, what))
    tables = {row[0] for row in await connection.fetch(TABLES)}
    standing: set[str] = set()
    if REVISIONS in tables:
        standing = {
            row[0] for row in await connection.fetch(f"SELECT * FROM {REVISIONS}")
        }
    found = judged(what, tables, standing, *revisions())
    if found.problem is None and not await connection.fetchval(_needed(found)):
        return Found(Problem(Reason.NO_RIGHT, what))
    return found


def _needed(found: Found) -> str:
    return MAY_WRITE if found.made and found.current else MAY_MAKE_TABLES
