"""History and audit log: append-only, and they tell who did what."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from domain.acts import Act
from domain.changes import first as first_of
from domain.changes import whole
from storage.database import Database
from storage.tables.casework import history
from tests.house import Clock
from tests.storage.making import filed, told


async def test_the_history_tells_who_when_where_from_and_what_changed(
    database: Database, clock: Clock
) -> None:
    case = await filed(database)
    async with database.unit() as unit:
        first = unit.history.add(
            case, Act.ACCEPT, 7, "web", "我来", assignee_id=7, told=[1, 2]
        )
    clock.now += timedelta(hours=1)
    async with database.unit() as unit:
        second = unit.history.add(case, Act.ESCALATE, None, "clock")
        lines = await unit.history.of(case.id)
    assert [
        (line.id, line.actor_id, line.act, line.words, line.changed) for line in lines
    ] == [
        (first, 7, Act.ACCEPT, "我来", {"assignee_id": 7, "told": [1, 2]}),
        (second, None, Act.ESCALATE, "", {}),
    ]
    assert [line.at for line in lines] == [clock.now - timedelta(hours=1), clock.now]
    assert {line.state for line in lines} == {case.state}


async def test_no_text_stands_in_a_line_twice_and_none_is_lost(
    database: Database,
) -> None:
    case = replace(await filed(database), words="地砖碎了")
    answer = {"answer": ["没修", "换了新砖"], "told": [["换了新砖"], []]}
    async with database.unit() as unit:
        unit.history.add(case, Act.FILE, 7, "web", case.words, row=whole(case))
        unit.history.add(case, Act.RESOLVE, 7, "web", "换了新砖", **answer)
        lines = await unit.history.of(case.id)
        rows = (await unit.query(select(history))).all()
    assert first_of(lines[-2].changed["row"]).words == case.words
    assert lines[-1].changed == answer
    for row in rows[-2:]:
        assert row.words not in str(row.changed)


async def test_a_line_of_the_history_is_never_written_over(database: Database) -> None:
    case = await filed(database)
    async with database.unit() as unit:
        first = await told(unit, case, words="eins")
    database.memory.ids["history"] = iter([first])
    with pytest.raises(IntegrityError):
        async with database.unit() as unit:
            await told(unit, case, words="zwei")
    async with database.unit() as unit:
        assert [line.words for line in await unit.history.of(case.id)] == ["eins"]


def test_no_code_changes_or_deletes_lines_of_the_history() -> None:
    root = Path(__file__).parent.parent.parent
    sources = [
        path
        for floor in ("storage", "handlers", "bot")
        for path in (root / floor).rglob("*.py")
    ]
    guilty = re.compile(
        r"(update|delete)\(\s*(t\.|tables\.)?(history|audit)\b|\b(history|audit)\.(update|delete)\("
    )
    assert [
        path.name for path in sources if guilty.search(path.read_text(encoding="utf-8"))
    ] == []


async def test_the_audit_log_keeps_who_did_what_newest_first(
    database: Database,
) -> None:
    async with database.unit() as unit:
        unit.history.audit(1, "invite", role="lead")
        unit.history.audit(None, "load", areas=3)
    async with database.unit() as unit:
        found = await unit.staff.audit_lines(9)
        assert [(row.actor_id, row.act, row.detail) for row in found] == [
            (None, "load", {"areas": 3}),
            (1, "invite", {"role": "lead"}),
        ]
        assert len(await unit.staff.audit_lines(1)) == 1
