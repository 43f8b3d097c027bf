"""What waited for the morning's batch when 0030 came is sealed, and nothing else, on both."""

from __future__ import annotations

from alembic import command
from sqlalchemy import Connection, text

from storage.database import Database
from storage.upgrading import config
from tests.house import Clock
from tests.storage.migrated import Migrated
from tests.storage.test_migration import first_tables, put

WAITS, TAKEN, NO_TIMER, OTHER_TIMER, BEGUN = 1, 2, 3, 4, 5
ROWS = {
    WAITS: ("filed", None, "shop"),
    TAKEN: ("filed", 1, "shop"),
    NO_TIMER: ("filed", None, ""),
    OTHER_TIMER: ("filed", None, "case"),
    BEGUN: ("in_progress", None, "shop"),
}
"""By the number of a case: its state, who has it, the timer that it has."""


def right_before(connection: Connection) -> None:
    first_tables(connection)
    command.upgrade(config(connection), "0029")
    connection.execute(text("DELETE FROM timers"))
    for number, (state, assignee, timer) in ROWS.items():
        connection.execute(
            text("UPDATE cases SET state = :state, assignee_id = :who WHERE id = :id"),
            {"state": state, "who": assignee, "id": number},
        )
        if timer:
            put(connection, "timers", {"kind": timer, "subject": number, "due_at": 1})


async def of_0029(url: str) -> None:
    made = Database(url)
    async with made.engine.begin() as connection:
        await connection.run_sync(right_before)
    await made.close()


async def test_only_what_waited_for_the_batch_is_its_filers_alone(
    url: str, clock: Clock, migrated: Migrated
) -> None:
    await migrated.put("of_0029", url, of_0029)
    made = Database(url, clock)
    await made.start()
    async with made.unit() as unit:
        cases = [await unit.cases.get(number) for number in ROWS]
    await made.close()
    assert [case.id for case in cases if case and case.sealed] == [WAITS]
    assert all(cases)
