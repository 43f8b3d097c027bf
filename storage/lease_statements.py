"""The lease's statements. Time is the database's own, so that no machine's clock counts."""

from __future__ import annotations

from functools import cache

from sqlalchemy import (
    BigInteger,
    bindparam,
    func,
    literal_column,
    select,
    text,
    update,
)

from storage.columns import Instant
from storage.engines import WRITER
from storage.tables.house import lease

NOW = {
    "postgresql": "CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint)",
    "sqlite": "CAST((julianday('now') - 2440587.5) * 86400000 AS integer)",
}
"""Milliseconds since 1970."""

OURS = lease.c.number == bindparam("ours", type_=BigInteger)

STALE = bindparam("stale", type_=Instant)
"""The `until` of a lease that whoever waits has seen unchanged for its length, if there is one: the
database's clock may have been put back.
"""

STILL_OURS = (
    select(lease.c.number).where(OURS).with_for_update(read=True, key_share=True)
)
"""PostgreSQL keeps the number as it is until the transaction ends, and lets `until` be renewed:
that is FOR KEY SHARE. SQLite's write lock does the same for the whole file.
"""

STILL_OURS_AS = STILL_OURS.add_columns(func.txid_current())
"""PostgreSQL's: the number of the transaction beside it."""

LEFT_OPEN = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND usename = current_user
    AND application_name = :writer AND state LIKE 'idle in transaction%'
    AND state_change < clock_timestamp() - interval '1 second'
"""


class Statements:
    """`length` is in seconds. None of them waits for the end of a lease."""

    def __init__(self, dialect: str, length: float) -> None:
        now = literal_column(NOW[dialect], BigInteger)
        until = now + round(length * 1000)
        free = (lease.c.until <= now) | (lease.c.until == STALE)
        take = update(lease).values(
            number=lease.c.number + 1,
            holder=bindparam("holder"),
            until=until,
        )
        self.standing = select(lease.c.number, lease.c.until, free.label("free"))
        # a Unit that is being committed holds the row: then it is not free yet
        row = select(lease.c.number).where(free).with_for_update(skip_locked=True)
        if dialect == "postgresql":
            take = take.where(lease.c.number == row.scalar_subquery())
        self.take = take.returning(lease.c.number)
        self.renew = update(lease).where(OURS).values(until=until)
        self.give_back = update(lease).where(OURS).values(until=now)
        self.end_what_is_left = text(LEFT_OPEN).bindparams(writer=WRITER)


@cache
def statements_for(dialect: str, length: float) -> Statements:
    """Made once."""
    return Statements(dialect, length)
