"""With 50,000 cases the queries of every day use their indexes. Read off the statements that
really run.
"""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from sqlalchemy import event, insert, text

from domain.messages import Address, Reply
from domain.states import OPEN, State
from domain.wanted import ONLY, Wanted, Word
from storage.cases.rows import row_of
from storage.database import Database
from storage.figures.scope import Scope
from storage.tables.cases import cases as cases_table
from storage.tables.house import timers as timers_table
from storage.tables.messages import outbox
from storage.unit import Unit
from storage.writes import Batch, run_batch
from tests.house import MORNING, Clock
from tests.storage.making import HERE, filed

MANY = 50_000
HOUR = timedelta(hours=1)
Work = Callable[[Unit], Awaitable[Any]]


@pytest.fixture(scope="module")
def full_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("plans") / "gridbee.db"


@pytest.fixture
async def full(full_file: Path) -> AsyncIterator[Database]:
    database = Database(f"sqlite:///{full_file}", Clock())
    fresh = not full_file.exists()
    await database.start()
    if fresh:
        await fill(database)
    database.memory.waiting[7] = 1  # else nothing would be asked
    yield database
    await database.close()


async def fill(database: Database) -> None:
    row = row_of(await filed(database))
    states = [*OPEN[:1], *[State.CLOSED] * 9]
    cases = [
        row
        | {
            "id": n,
            "number": f"YH26-{n:05d}",
            "state": states[n % 10].value,
            "area": f"G{n % 40}",
            "filer_id": n % 5000,
            "assignee_id": n % 100,
            "due_at": MORNING + HOUR * (n % 500),
            "filed_at": MORNING - HOUR * (n % 9000),
        }
        for n in range(2, MANY)
    ]
    letters: list[dict[str, Any]] = [
        {
            "id": n,
            "channel": "test",
            "chat": f"r{n % 999}",
            "lane": 1,
            "reply": {},
            "about": "",
            "replaces": f"card:{n}",
            "state": "later" if n % 50 == 0 else "sent",
            "due_at": MORNING + HOUR * (n % 100),
            "made_at": MORNING,
            "tries": 0,
            "error": "",
            "sent_at": None,
        }
        for n in range(1, MANY)
    ]
    timers = [
        {"kind": "case", "subject": n, "due_at": MORNING + HOUR * n}
        for n in range(1, MANY)
    ]
    async with database.unit() as unit:
        await unit.query(insert(cases_table), cases)
        await unit.query(insert(outbox), letters)
        await unit.query(insert(timers_table), timers)
        await unit.query(text("ANALYZE"))


def told_of_rows(ran: list[tuple[str, Any]]) -> Callable[..., None]:
    """What goes to SQLite past SQLAlchemy, with the first row of each statement."""

    def run(driver: sqlite3.Connection, batch: Batch, commit: bool) -> None:
        changes = [
            (text, rows[0]) for text, rows in batch if not text.startswith("INSERT")
        ]
        ran.extend(changes)
        run_batch(driver, batch, commit)

    return run


async def plan(database: Database, work: Work) -> str:
    """What SQLite means to do for the statements that `work` runs."""
    ran: list[tuple[str, Any]] = []

    def note(
        _: Any, __: Any, statement: str, parameters: Any, ___: Any, many: bool
    ) -> None:
        if statement.lstrip().upper().startswith(("SELECT", "UPDATE", "DELETE")):
            ran.append((statement, parameters[0] if many else parameters))

    engine = database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        with patch("storage.writes.run_batch", told_of_rows(ran)):
            async with database.unit() as unit:
                await work(unit)
                await unit.flush()
    finally:
        event.remove(engine, "before_cursor_execute", note)
    lines = []
    async with database.unit() as unit:
        for statement, parameters in ran:
            found = await unit._session.connection.exec_driver_sql(
                f"EXPLAIN QUERY PLAN {statement}", parameters
            )
            lines += [row.detail for row in found]
    return "\n".join(lines)


async def prune(unit: Unit) -> None:
    await unit.outbox.prune(MORNING)


async def replace(unit: Unit) -> None:
    unit.outbox.add(Address("test", "r1"), Reply("x"), replaces="card:1")


AREAS = [f"G{n}" for n in range(5)]
NARROW = Wanted(
    only=frozenset(ONLY),
    category="road",
    areas=frozenset(AREAS),
    words=(Word("paving"),),
)

PLANS: dict[str, tuple[Work, str]] = {
    "open cases of some areas": (lambda u: u.cases.open_in(AREAS, 9), "cases_open"),
    "late cases of some areas": (
        lambda u: u.cases.open_in(AREAS, 9, MORNING),
        "cases_open",
    ),
    "open cases of some areas, narrowed": (
        lambda u: u.cases.open_in(AREAS, 9, wanted=NARROW),
        "cases_open",
    ),
    "what somebody carries, narrowed": (
        lambda u: u.cases.carried_by(7, 9, NARROW),
        "cases_carried",
    ),
    "the number of open cases": (lambda u: u.cases.count_open(AREAS), "cases_open"),
    "cases that somebody carries": (
        lambda u: u.cases.carried_by(7, 9),
        "cases_carried",
    ),
    "what was answered lately in some areas": (
        lambda u: u.cases.solved(AREAS, (MORNING - HOUR, MORNING), 9),
        "cases_by_area",
    ),
    "cases filed in the last hour": (
        lambda u: u.cases.filed_since(7, MORNING),
        "cases_by_filer",
    ),
    "cases that somebody filed": (lambda u: u.cases.filed_by(7, 9), "cases_by_filer"),
    "the newest open cases of a filer": (
        lambda u: u.cases.open_of(7, 9),
        "cases_by_filer",
    ),
    "open cases that have been quiet": (
        lambda u: u.cases.quiet_since(MORNING, 9),
        "cases_quiet",
    ),
    "the parts of a case": (lambda u: u.cases.parts_of(7), "cases_parts"),
    "what was merged into a case": (lambda u: u.cases.merged_into(7), "cases_merged"),
    "who follows a case": (lambda u: u.followers.of(7), "sqlite_autoindex_followers"),
    "what somebody follows": (
        lambda u: u.followers.followed_by(7),
        "followers_by_person",
    ),
    "a case by its number": (
        lambda u: u.cases.by_number("YH26-00007"),
        "sqlite_autoindex_cases",
    ),
    "timers that are due": (lambda u: u.timers.due("case", 9), "timers_due"),
    "letters to release": (lambda u: u.outbox.release(9), "outbox_unsent"),
    "letters held over quiet hours": (lambda u: u.outbox.held(), "outbox_unsent"),
    "letters held back from a chat": (
        lambda u: u.outbox.held_for(HERE),
        "outbox_replaced",
    ),
    "whether something waits for a chat": (
        lambda u: u.outbox.fetched(HERE),
        "outbox_replaced",
    ),
    "letters that wait": (lambda u: u.outbox.waiting(), "outbox_unsent"),
    "the number of letters that wait": (lambda u: u.outbox.count(), "outbox_unsent"),
    "letters that are replaced": (replace, "outbox_replaced"),
    "letters to prune": (prune, "outbox_made"),
    "media that are wanted": (lambda u: u.media.wanted(9), "media_wanted"),
    "media that failed by our fault": (lambda u: u.media.faulty(), "media_wanted"),
    "media of a case": (lambda u: u.media.of_case(7), "media_by_case"),
    "the case of an album": (lambda u: u.media.album_case(HERE, "a"), "media_by_album"),
    "the history of a case": (lambda u: u.history.of(7), "history_by_case"),
    "the cards of a case": (
        lambda u: u.sent_messages.cards(7),
        "sent_messages_by_case",
    ),
    "the open forms of a chat": (lambda u: u.forms.of(HERE), "forms_by_chat"),
    "figures of some areas": (
        lambda u: u.reports.figures(set(AREAS), MORNING - HOUR),
        "cases_by_area",
    ),
    "open cases with some offices": (
        lambda u: u.cases.open_in(AREAS, 9, office=True),
        "cases_open_office",
    ),
    "what is open in some areas": (
        lambda u: u.reports.standing(Scope(frozenset(AREAS), frozenset(AREAS))),
        "SEARCH cases USING INDEX cases_open (area=?)",
    ),
    "what is open with some offices elsewhere": (
        lambda u: u.reports.standing(Scope(frozenset(AREAS), frozenset(AREAS))),
        "SEARCH cases USING INDEX cases_open_office (office=?)",
    ),
    "the gift order with these figures, open or ended": (
        lambda u: u.gift_orders.by_code("123456"),
        "gift_orders_by_figures",
    ),
    "open needs of a case": (lambda u: u.listings.of_case(7), "listings_by_state"),
    "what carries a need or a resource out": (
        lambda u: u.listings.projects_with(7),
        "listings_by_state",
    ),
    "who had a share of the day": (
        lambda u: u.arrivals.known("left", "x"),
        "sqlite_autoindex_seen",
    ),
    "old arrivals": (lambda u: u.arrivals.forget_old(), "seen_at"),
}


@pytest.mark.parametrize("what", PLANS)
async def test_a_query_of_every_day_uses_its_index(full: Database, what: str) -> None:
    work, index = PLANS[what]
    found = await plan(full, work)
    assert index in found
    assert not [
        line
        for line in found.splitlines()
        if line.startswith("SCAN") and "INDEX" not in line
    ]


async def test_a_page_of_the_queue_is_not_sorted_whole_for_one_area(
    full: Database,
) -> None:
    assert "TEMP B-TREE" not in await plan(
        full, lambda unit: unit.cases.carried_by(7, 9)
    )
